import Datasets
import References
import Testing

@testable import Training

@Suite(.reference("label_study")) struct `Ways to write labels` {
    @Test func `fail with a loss where Keras fails, with its exception and its words, and nowhere else`()
        throws
    {
        let file = try Reference.file("label_study")
        let settings = try #require(file["settings"])
        var failures = 0
        for item in try #require(file["cases"]).list {
            let choice = try LabelChoice(keras: item)
            let problem = choice.labels.problem(
                with: choice.loss, outputs: 10, samples: try #require(settings["train"]?.integer),
                batchSize: try #require(settings["batch"]?.integer))
            #expect(problem?.exception.rawValue == item["error"]?["exception"]?.text, "\(choice)")
            #expect(problem?.message == item["error"]?["message"]?.text, "\(choice)")
            failures += problem == nil ? 0 : 1
        }
        #expect(failures == 18)
    }

    @Test func `fail with any loss, any number of outputs and batches of any size as in Keras`() throws {
        for item in try #require(Reference.file("label_study")["small"]).list {
            func number(_ key: String) throws -> Int { try #require(item[key]?.integer) }
            let labels = try LabelEncoding(text: #require(item["labels"]?.text))
            let problem = labels.problem(
                with: try Loss(keras: try #require(item["loss"]?.text), nil), outputs: try number("outputs"),
                classes: try number("classes"), samples: try number("samples"), batchSize: try number("batch")
            )
            #expect(problem?.exception.rawValue == item["error"]?["exception"]?.text, "\(item)")
            // TensorFlow continues with the names of its nodes, or with the labels of the batch.
            let message = item["error"]?["message"]?.text ?? ""
            #expect(
                message.hasPrefix(problem?.message ?? "nothing is expected") || message.isEmpty, "\(item)")
        }
    }

    @Test(arguments: LabelEncoding.allCases)
    func `are read back from their text`(labels: LabelEncoding) throws {
        #expect(try LabelEncoding(text: labels.text) == labels)
        let error = #expect(throws: TermError.self) { try LabelEncoding(text: "one_hat") }
        #expect(error?.description.contains("one_hot") == true)
        #expect(throws: TermError.self) { try LabelEncoding(text: "one_hot(3)") }
    }
}

@Suite(.reference("label_study")) struct `The study of labels` {
    let dataset = madeUpDataset(dense: true)

    /// The outcomes of every choice on made-up samples, worked out quickly.
    private func rows() throws -> [LabelStudy.Row] {
        var study = LabelStudy(epochs: 2)
        study.units = 8
        return try study.run(on: dataset)
    }

    @Test func `has the 36 choices that Keras was asked for, with its warnings`() throws {
        let items = try #require(Reference.file("label_study")["cases"]).list
        #expect(try items.map(LabelChoice.init(keras:)) == LabelChoice.all)
        for (item, choice) in zip(items, LabelChoice.all) where item["error"] == nil {
            let expected = choice.warning.map { ["UserWarning: \($0)"] } ?? []
            #expect(item["warnings"]?.list.compactMap(\.text) == expected, "\(choice)")
        }
    }

    @Test func `trains with each choice that Keras trains with`() throws {
        let items = try #require(Reference.file("label_study")["cases"]).list
        for (row, item) in zip(try rows(), items) {
            switch row.outcome {
            case .trained(let trained):
                #expect(item["error"] == nil)
                #expect(trained.loss.isFinite && trained.accuracy == trained.argmaxAccuracy, "\(row)")
            case .refused: #expect(item["error"] != nil)
            }
        }
    }

    @Test func `gives the same, bit for bit, wherever a loss sees the same logits`() throws {
        let rows = try rows()
        for name in [Loss.binaryCrossentropy(), .categoricalCrossentropy()].map(\.name) {
            let outcomes = rows.filter {
                $0.choice.labels == .oneHot && $0.choice.loss.name == name
                    && ($0.choice.loss.fromLogits || $0.choice.activation != .linear)
            }.map(\.outcome)
            #expect(outcomes.count == 5)
            #expect(outcomes.allSatisfy { $0 == outcomes.first }, "\(name)")
        }
        // And class numbers give what one-hot rows give.
        func outcome(_ labels: LabelEncoding, _ loss: Loss) -> LabelStudy.Outcome? {
            rows.first { $0.choice == LabelChoice(labels: labels, activation: .softmax, loss: loss) }?.outcome
        }
        let oneHot = outcome(.oneHot, .categoricalCrossentropy())
        #expect(oneHot != nil && oneHot == outcome(.integer, .sparseCategoricalCrossentropy()))
    }

    @Test func `says in its table what fails and why, and what to know of the rest`() throws {
        let report = LabelReport(LabelStudy(epochs: 2), on: dataset, rows: try rows())
        let table = report.table
        #expect(table.contains("made-up samples, 200 to train and 100 to test"))
        let lines = table.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("integer ") || $0.hasPrefix("one_hot ") } == 36)
        #expect(lines.count { $0.contains("ValueError") && !$0.contains("Why:") } == 18)
        #expect(table.contains("Why: sparse_categorical_crossentropy looks up"))
        #expect(table.contains("because the loss sees the logits behind sigmoid"))
        #expect(table.contains("clip"))
        #expect(lines.allSatisfy { $0.last != " " })
        let json = try JSON(text: report.json)
        #expect(json["rows"]?.list.count == 36)
        #expect(json["rows"]?.list.first?["exception"]?.text == "ValueError")
    }

    @Test func `is refused as a training of its own where activation and loss don't suit each other`() throws
    {
        let choice = LabelChoice(labels: .oneHot, activation: .linear, loss: .categoricalCrossentropy())
        let experiment = LabelStudy().experiment(choice, on: dataset)
        let problems = experiment.problems(for: dataset)
        #expect(problems.map(\.severity) == [.advice])
        #expect(throws: ModelProblems.self) { try TrainingRun(experiment, dataset: dataset) }
        #expect(throws: Never.self) {
            try TrainingRun(experiment, dataset: dataset, heedsAdvice: false)
        }
        var broken = experiment
        broken.model.layers[0].units = 0
        #expect(throws: ModelProblems.self) {
            try TrainingRun(broken, dataset: dataset, heedsAdvice: false)
        }
    }
}

@Suite struct `Integer and one-hot labels` {
    /// The losses of all batches, and the weights at the end.
    private func outcome(_ loss: Loss, _ dataset: Dataset, _ kernels: Kernels) throws
        -> (losses: [[Float]], weights: [Network.Weights])
    {
        var experiment = madeUpExperiment(dataset, layers: [16, 16], epochs: 4)
        experiment.model.loss = loss
        experiment.model.metrics = [.accuracy]
        let run = try TrainingRun(experiment, dataset: dataset, kernels: kernels)
        while run.advance() != nil {}
        return (run.history.epochs.map(\.batchLosses), run.engine.network().weights)
    }

    @Test(arguments: everyKernels)
    func `lose the same in every batch, bit for bit, and end in the same weights`(kernels: Kernels) throws {
        let dataset = madeUpDataset(samples: 300, classes: 6, words: 200)
        let integers = try outcome(.sparseCategoricalCrossentropy(), dataset, kernels)
        let oneHot = try outcome(.categoricalCrossentropy(), dataset, kernels)
        let rows = try outcome(.categoricalCrossentropy(), dataset.withOneHotRows, kernels)
        #expect(integers.losses.count == 4 && integers.losses[0].count == 9)
        #expect(integers.losses == oneHot.losses)
        #expect(integers.weights == oneHot.weights)
        // As rows of numbers, not only by name.
        #expect(integers.losses == rows.losses)
        #expect(integers.weights == rows.weights)
    }
}

extension Dataset {
    /// The same samples with a row of zeros and a one for each label.
    fileprivate var withOneHotRows: Dataset {
        func encoded(_ split: Split) -> Split {
            let rows = split.labels.map { label in
                classes.indices.map { $0 == Int(label) ? Float(1) : 0 }
            }
            return Split(inputs: split.inputs, targets: .values(rows.dense))
        }
        return Dataset(
            reference: reference, title: title, classes: classes, train: encoded(train), test: encoded(test))
    }
}

extension LabelChoice {
    /// A choice as the file names it.
    init(keras item: JSON) throws {
        var loss = try Loss(keras: try #require(item["loss"]?.text), nil)
        loss.fromLogits = try #require(item["from_logits"]?.flag as Bool?)
        self.init(
            labels: try LabelEncoding(text: try #require(item["labels"]?.text)),
            activation: try Activation(text: try #require(item["activation"]?.text)), loss: loss)
    }
}

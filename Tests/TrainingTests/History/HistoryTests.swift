import Datasets
import Testing

@testable import Training

/// A history with these validation losses.
private func history(_ losses: [Double?]) -> History {
    History(
        epochs: losses.enumerated().map { index, loss in
            EpochRecord(
                index: index + 1, training: Metrics(loss: 1, values: [.init(.accuracy, 0.5)]),
                validation: loss.map { Metrics(loss: $0, values: [.init(.accuracy, 0.25)]) }, seconds: 1,
                learningRate: 0.001)
        })
}

@Suite struct `A history` {
    @Test(
        arguments: [
            ([], nil), ([3, 2, 1], 3), ([3, 1, 2], 2), ([2, 1, 1, 3], 2), ([.nan, 2, .nan], 2),
            ([.nan, .nan], nil),
            ([nil, nil], nil),
        ] as [([Double?], Int?)])
    func `knows the epoch of the lowest validation loss`(losses: [Double?], best: Int?) {
        #expect(history(losses).bestEpoch == best)
    }

    @Test func `says that it overfits once three epochs in a row were above the minimum`() {
        #expect(history([2, 1, 1.1, 1.2]).overfitting == nil)
        #expect(
            history([2, 1, 1.1, 1.2, 1.05]).overfitting
                == Overfitting(epoch: 2, epochsSince: 3, best: 1, last: 1.05))
        #expect(history([2, 1, 1.1, 1.2, 1.05, 3]).overfitting?.epochsSince == 4)
    }

    @Test func `says it in words, naming the epoch`() throws {
        let overfitting = try #require(history([2, 0.9, 1.1, 1.2, 1.3]).overfitting)
        #expect(
            overfitting.description == "Overfitting: validation loss was lowest at epoch 2 (0.900) "
                + "and has stayed above it for 3 epochs (now 1.300).")
    }

    @Test(
        arguments: [
            [5, 4, 3, 2, 1], [1, 1, 1, 1, 1, 1], [2, 1, 1.5, 1.5, 0.9, 1.5, 1.5], [],
            [nil, nil, nil, nil, nil],
            [.nan, .nan, .nan, .nan, .nan], [1, .nan, .nan, .nan, .nan], [1, 1.5, 1.5, 1, 1.5, 1.5],
            [.infinity, .infinity, .infinity, .infinity, .infinity],
        ] as [[Double?]])
    func `doesn't say so where it never stayed above`(losses: [Double?]) {
        #expect(history(losses).overfitting == nil)
    }

    @Test func `passes over losses that are not numbers`() {
        #expect(history([1, 1.1, .nan, 1.2, 1.3]).overfitting?.epoch == 1)
    }

    @Test func `has columns with Keras' names`() {
        #expect(history([2, 1]).columns.map(\.key) == ["loss", "accuracy", "val_loss", "val_accuracy"])
        #expect(history([2, 1])["val_loss"] == [2, 1])
        #expect(history([nil]).columns.map(\.key) == ["loss", "accuracy"])
        #expect(history([])["loss"] == nil)
        #expect(history([2, nil, 1])["val_loss"] == nil, "not every epoch was validated")
    }

    @Test func `is the same whether it grows epoch by epoch or is given at once`() {
        let whole = history([3, 1, .nan, 2, 1.5, 1.25, 2])
        var growing = History()
        for record in whole.epochs { growing.append(record) }
        #expect(growing["val_accuracy"] == whole["val_accuracy"])
        #expect(growing.columns.map(\.key) == whole.columns.map(\.key))
        #expect(growing.bestEpoch == 2)
        #expect(growing.overfitting == whole.overfitting)
        #expect(growing.seconds == 7)
    }

    @Test func `puts the losses of batches one after another, and knows where epochs end`() {
        let losses: [[Float]] = [[3, 2, 1], [], [0.5]]
        let run = History(
            epochs: losses.enumerated().map { index, losses in
                EpochRecord(
                    index: index + 1, training: Metrics(loss: 1), validation: nil, seconds: 2,
                    learningRate: 1, batchLosses: losses)
            })
        #expect(run.stepLosses == [3, 2, 1, 0.5])
        #expect(run.stepsAtEnd == [3, 3, 4])
        #expect(run.secondsAtEnd == [2, 4, 6])
        #expect(history([1, 2]).stepLosses.isEmpty)
    }

    @Test func `follows an epoch that is changed afterwards`() {
        var history = history([3, 1, 2])
        history.epochs[0].validation?.loss = 0.5
        #expect(history["val_loss"] == [0.5, 1, 2])
        #expect(history.bestEpoch == 1)
        history.epochs.removeLast(2)
        #expect(history["loss"] == [1])
    }

    @Test func `gives no column anew at every question, however long it is`() throws {
        let long = history((0..<3000).map { Double($0) })
        func place() throws -> UnsafePointer<Double>? {
            try #require(long["val_loss"]).withUnsafeBufferPointer { $0.baseAddress }
        }
        #expect(try place() == place())
    }
}

@Suite struct `The baselines` {
    @Test func `are the share of the largest class, and the chance of a shuffled label`() {
        let baselines = Baselines(
            labels: [0, 0, 0, 1] as [Int32], training: [1, 1, 0] as [Int32], classes: 3)
        #expect(baselines.majority == 0.25)
        #expect(baselines.shuffled == 0.625)
    }

    @Test func `are those of the part that is asked for`() {
        func split(_ labels: [Int32]) -> Split {
            Split(
                inputs: .sparse(
                    SparseRows(
                        columns: 1, offsets: Array(repeating: 0, count: labels.count + 1), indices: [])),
                labels: labels)
        }
        let dataset = Dataset(
            reference: Term("parts"), title: "parts", classes: ["a", "b"],
            train: split([0, 0, 0, 0, 1, 1, 1, 0]), test: split([1, 0]))
        #expect(
            Baselines(dataset) == Baselines(labels: [1, 0] as [Int32], training: [0] as [Int32], classes: 2))
        let training = Baselines(dataset, part: .train, validation: 4)
        #expect(training.majority == 0.75)
        #expect(training.shuffled == 0.625)
        let validation = Baselines(dataset, part: .validation, validation: 4)
        #expect(validation.majority == 0, "the largest class of training doesn't occur in validation")
        #expect(validation.shuffled == 1)
        #expect(Baselines(dataset, part: .validation, validation: 0).shuffled == 0)
    }

    @Test func `are nothing where there are no samples`() {
        let baselines = Baselines(labels: [] as [Int32], training: [] as [Int32], classes: 3)
        #expect(baselines.majority == 0 && baselines.shuffled == 0)
    }
}

@Suite struct `A report` {
    @Test func `is one JSON object with its keys in order`() throws {
        let dataset = madeUpDataset()
        let report = try HeadlessRun(madeUpExperiment(dataset), dataset: dataset, loadSeconds: 0.5).run()
        let keys = [
            "dataset", "model", "parameters", "history", "loss", "accuracy", "top_2_accuracy", "val_loss",
            "val_accuracy", "val_top_2_accuracy", "test", "random_baseline", "seconds", "load", "fit",
            "fit_cpu", "evaluate",
        ]
        var rest = Substring(report.json)
        for key in keys {
            let place = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key) is missing or out of order")
            rest = rest[place.upperBound...]
        }
        let json = try JSON(text: report.json)
        #expect(json["history"]?["val_loss"]?.numbers == report.history["val_loss"])
        #expect(json["test"]?["accuracy"]?.number == report.test?.accuracy)
        #expect(json["parameters"]?.integer == 50 * 8 + 8 + 8 * 4 + 4)
        #expect(json["seconds"]?["load"]?.number == 0.5)
    }

    @Test func `is the same in two runs, but for the seconds`() throws {
        let dataset = madeUpDataset()
        let reports = try (0..<2).map { _ in
            var report = try HeadlessRun(madeUpExperiment(dataset), dataset: dataset).run()
            report.seconds = .init(load: 0, fit: 0, fitCPU: 0, evaluate: 0)
            return report.json
        }
        #expect(reports[0] == reports[1])
    }

    @Test func `writes null for what is not a number, and escapes text`() throws {
        #expect(
            JSONValue.list([.number(.nan), .number(.infinity), .number(0.1)]).description == "[null,null,0.1]"
        )
        #expect(JSONValue.text("a\"\\\n\u{1}é").description == #""a\"\\\n\u0001é""#)
    }

    @Test func `is a table to be read`() throws {
        let dataset = madeUpDataset()
        var report = try HeadlessRun(madeUpExperiment(dataset, epochs: 2), dataset: dataset).run()
        report.seconds = .init(load: 0.25, fit: 1, fitCPU: 0.5, evaluate: 0.125)
        report.test = Metrics(loss: 0.5, values: [.init(.accuracy, 0.75)])
        report.baselines = Baselines(labels: [0, 1] as [Int32], training: [0] as [Int32], classes: 2)
        for (index, value) in [0.5, 0.25].enumerated() {
            let metrics = Metrics(loss: value, values: [.init(.accuracy, 1 - value)])
            report.history.epochs[index].training = metrics
            report.history.epochs[index].validation = metrics
        }
        #expect(
            report.table == """
                made-up samples: dense(8, activation=relu), dense(4, activation=softmax)
                444 parameters, adam, categorical_crossentropy

                epoch    loss  accuracy  val_loss  val_accuracy
                    1  0.5000    0.5000    0.5000        0.5000
                    2  0.2500    0.7500    0.2500        0.7500

                test loss 0.5000, test accuracy 0.7500, random guess 0.5000, most frequent class 0.5000
                loaded in 0.25 s, trained in 1.00 s (0.50 processor seconds), evaluated in 0.13 s

                """)
    }
}

import Datasets
import Testing

@testable import Training

@Suite struct `An experiment` {
    @Test func `is written as lines, and read back`() throws {
        var model = Model.book(classes: 46)
        model.optimizer = try Optimizer(text: "rmsprop(learning_rate=0.002)")
        model.loss = .sparseCategoricalCrossentropy()
        model.metrics = [.accuracy, .topK(3)]
        model.layers[1].name = "bottle # neck"
        let experiment = Experiment(
            dataset: try Term(parsing: "sample(num_words=5000)"), model: model,
            settings: TrainingSettings(
                batchSize: 64, epochs: 9, validation: 0, seed: TrainingSettings.largestSeed, threads: 2))
        #expect(
            experiment.text == """
                dataset = sample(num_words=5000)
                layers = dense(64, activation=relu), dense(64, activation=relu, name="bottle # neck"), \
                dense(46, activation=softmax)
                loss = sparse_categorical_crossentropy
                optimizer = rmsprop(learning_rate=0.002)
                metrics = accuracy, top_3_accuracy
                batch_size = 64
                epochs = 9
                validation = 0
                seed = 9007199254740991
                threads = 2

                """)
        #expect(try Experiment(text: experiment.text) == experiment)
    }

    @Test func `needs only its data and layers, and overlooks comments and spaces`() throws {
        let experiment = try Experiment(
            text: """
                # the book's
                  dataset=sample   # built in

                layers = dense(64, activation=relu), dense(64, activation=relu),dense(46, activation=softmax)
                """)
        #expect(experiment == Experiment(dataset: Term("sample"), model: .book(classes: 46)))
        let windows = experiment.text.split(separator: "\n").joined(separator: "\r\n")
        #expect(try Experiment(text: windows) == experiment)
    }

    @Test(arguments: [
        (
            "dataset = sample\nlayers = dense(4)\nepochs 3",
            ExperimentError.malformedLine(line: 3, text: "epochs 3")
        ),
        ("dataset = sample\ndataset = sample", .repeatedKey(line: 2, key: "dataset", first: 1)),
        ("dataset = sample", .missingKey("layers")), ("layers = dense(4)", .missingKey("dataset")),
        ("", .missingKey("dataset")),
    ])
    func `tells in which line it can't be read`(text: String, error: ExperimentError) {
        #expect(throws: error) { try Experiment(text: text) }
    }

    @Test(arguments: [
        ("dataset = sample\nepoch = 3", "Line 2", "Did you mean “epochs”?"),
        ("\n\noptimizer = adma", "Line 3", "Did you mean “adam”?"),
        ("batch_size = many", "Line 1", "is a whole number from"),
        ("seed = -1", "Line 1", "is a whole number from 0"),
        ("seed = 9007199254740992", "Line 1", "is a whole number from"),
        (
            "dataset = blobs\nlearning_rate = 0.01", "Line 2",
            "“learning_rate” is set as in optimizer = adam(learning_rate=…)."
        ),
        ("layers = dense(4", "Line 1", "can't be read at character"),
    ])
    func `tells what is wrong in a line`(text: String, line: String, words: String) {
        let error = #expect(throws: ExperimentError.self) { try Experiment(text: text) }
        let message = error?.description ?? ""
        #expect(message.contains(line) && message.contains(words), "\(message)")
    }

    @Test func `has no seed that a number in a text can't say exactly`() throws {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset, seed: TrainingSettings.largestSeed)
        #expect(experiment.problems(for: dataset).isEmpty)
        let edit = ExperimentEdit.seed(TrainingSettings.largestSeed)
        #expect(edit.text == "seed(9007199254740991)")
        #expect(try ExperimentEdit(text: edit.text) == edit)

        experiment.settings.seed += 1
        #expect(experiment.problems(for: dataset).map(\.place) == [.setting("seed")])
        for text in ["seed(9007199254740993)", "seed(18446744073709551615)", "seed(-1)"] {
            #expect(throws: TermError.self) { try ExperimentEdit(text: text) }
        }
    }

    @Test func `has the problems of its model and of its settings`() {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset)
        #expect(experiment.problems(for: dataset).isEmpty)
        experiment.model.layers[1].units = 7
        experiment.settings.epochs = 0
        #expect(experiment.problems(for: dataset).map(\.place) == [.layer(1), .setting("epochs")])
    }
}

import Datasets
import Testing

@testable import Training

@Suite struct `A model` {
    @Test func `of the book has 647,214 parameters on 10,000 words and 46 topics`() {
        let model = Model.book(classes: 46)
        #expect(model.parameterCount(inputs: 10_000) == 647_214)
        #expect(
            model.summary(inputs: 10_000) == [
                LayerSummary(
                    name: "dense", kind: "Dense", units: 64, detail: "relu", parameters: 640_064),
                LayerSummary(
                    name: "dense_1", kind: "Dense", units: 64, detail: "relu", parameters: 4_160),
                LayerSummary(
                    name: "dense_2", kind: "Dense", units: 46, detail: "softmax", parameters: 2_990),
            ])
        #expect(
            model.summary(inputs: 10_000).map(\.outputShape) == ["(None, 64)", "(None, 64)", "(None, 46)"])
        #expect(model.problems(inputs: 10_000, target: .classes(46)).isEmpty)
    }

    @Test func `with a bottleneck of four has 640,554 parameters`() {
        var model = Model.book(classes: 46)
        model.layers[1].units = 4
        #expect(model.parameterCount(inputs: 10_000) == 640_554)
    }

    @Test func `names its layers as Keras does, around the names that were chosen`() {
        let model = Model(layers: [
            .dense(8), .dense(8, name: "dense_1"), .dense(8), .dense(8, name: "last"), .dense(8),
        ])
        #expect(
            model.layerNames == [
                "dense", "dense_1", "dense_2", "last", "dense_3",
            ])
    }

    @Test func `counts no further than numbers go`() {
        let model = Model(layers: [.dense(.max, activation: .relu), .dense(46, activation: .softmax)])
        #expect(model.parameterCount(inputs: 10_000) == .max)
        #expect(!model.problems(inputs: 10_000, target: .classes(46)).isEmpty)
    }

    @Test(arguments: [
        "dense(64)", "dense(64, activation=relu)", "dense(46, activation=softmax, name=\"the last\")",
    ])
    func `has layers that are read back from their text`(text: String) throws {
        #expect(try Layer(text: text).text == text)
    }

    @Test(arguments: [
        ("dens(64)", "Did you mean “dense”?"), ("dense", "needs “units”"),
        ("dense(64, activation=rleu)", "Did you mean “relu”?"), ("dense(6.5)", "must be a whole number"),
        ("dense(64, units=3)", "twice"),
    ])
    func `tells what is wrong with a layer's text`(text: String, words: String) throws {
        let error = #expect(throws: TermError.self) { try Layer(text: text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "sgd", "sgd(learning_rate=0.1, momentum=0.9, nesterov=true)", "rmsprop(rho=0.8)",
        "adam(learning_rate=0.01)", "adam(beta_1=0.5, epsilon=1e-05, amsgrad=true)",
    ])
    func `has optimizers that are read back from their text`(text: String) throws {
        #expect(try Optimizer(text: text).text == text)
    }

    @Test(arguments: [
        ("adm", "Did you mean “adam”?"), ("adam(lr=0.1)", "has no argument “lr”"),
        ("sgd(clipvalu=0.5)", "Did you mean “clipvalue”?"),
        ("adam(learning_rate=fast)", "must be a number"),
    ])
    func `tells what is wrong with an optimizer's text`(text: String, words: String) {
        let error = #expect(throws: TermError.self) { try Optimizer(text: text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "categorical_crossentropy", "categorical_crossentropy(from_logits=true)",
        "sparse_categorical_crossentropy", "sparse_categorical_crossentropy(from_logits=true)",
    ])
    func `has losses that are read back from their text`(text: String) throws {
        #expect(try Loss(text: text).text == text)
    }

    @Test func `refuses metrics that it doesn't know`() {
        for text in ["acuracy", "top_x_accuracy", "top_3_accuracy(2)", "accuracy(1)"] {
            #expect(throws: TermError.self) { try Metric(text: text) }
        }
    }
}

@Suite struct `A model's problems` {
    /// Changes the book's model, and gives the one problem that this makes.
    private func problem(_ change: (inout Model) throws -> Void) throws -> ModelProblem {
        var model = Model.book(classes: 46)
        try change(&model)
        let problems = model.problems(inputs: 10_000, target: .classes(46), memory: 1 << 30)
        #expect(problems.count == 1)
        return try #require(problems.first)
    }

    @Test func `are told at the layer that makes them`() throws {
        #expect(
            try problem { $0.layers[1].units = 0 }
                == ModelProblem(
                    .layer(1), "The layer “dense_1” has 0 units. Give it at least 1, or remove it."))
        #expect(
            try problem { $0.layers[2].units = 10 }
                == ModelProblem(
                    .layer(2),
                    "The last layer has 10 units, but there are 46 classes. Give it 46 units, one for each class."
                ))
        #expect(
            try problem {
                $0.layers[0].name = "a"
                $0.layers[1].name = "a"
            }.place == .layer(1))
        #expect(try problem { $0.layers = [] }.place == .model)
    }

    @Test func `tell when activation and loss don't suit each other`() throws {
        let unnormalized = try problem { $0.layers[2].activation = .linear }
        #expect(unnormalized.place == .loss)
        #expect(unnormalized.message.contains("softmax"))
        #expect(unnormalized.message.contains("from_logits"))
        #expect(try problem { $0.loss.fromLogits = true }.place == .loss)
        var model = Model.book(classes: 46)
        model.layers[2].activation = .linear
        model.loss.fromLogits = true
        #expect(model.problems(inputs: 10_000, target: .classes(46)).isEmpty)
    }

    @Test func `tell of settings that an optimizer can't use`() throws {
        #expect(try problem { $0.optimizer.learningRate = 0 }.place == .optimizer)
        #expect(try problem { $0.optimizer.learningRate = .nan }.place == .optimizer)
        #expect(try problem { $0.optimizer = try Optimizer(text: "rmsprop(rho=1)") }.place == .optimizer)
        #expect(try problem { $0.metrics = [.topK(47)] }.place == .metrics)
    }

    @Test func `tell when the weights don't fit in memory`() throws {
        let tooLarge = try problem { $0.layers[0].units = 1_000_000 }
        #expect(tooLarge.place == .model)
        #expect(tooLarge.message.contains("120.8 GB"))
        #expect(tooLarge.message.contains("fewer units"))
        let model = Model.book(classes: 46)
        #expect(
            model.problems(inputs: 10, target: .classes(46), batchSize: 1000, memory: 1_000_000).map(\.place)
                == [
                    .model
                ])
        #expect(model.problems(inputs: 10, target: .classes(46), batchSize: 10, memory: 1_000_000).isEmpty)
    }

    @Test func `tell of settings that make no run`() {
        func places(_ change: (inout TrainingSettings) -> Void) -> [ModelProblem.Place] {
            var settings = TrainingSettings()
            change(&settings)
            return settings.problems(samples: 8982).map(\.place)
        }
        #expect(places { _ in } == [])
        #expect(places { $0.batchSize = 0 } == [.setting("batch_size")])
        #expect(places { $0.epochs = 0 } == [.setting("epochs")])
        #expect(places { $0.validation = -1 } == [.setting("validation")])
        #expect(places { $0.validation = 8982 } == [.setting("validation")])
        #expect(places { $0.threads = 0 } == [.setting("threads")])
        #expect(TrainingSettings(validation: 0).problems(samples: 0).map(\.place) == [.model])
    }
}

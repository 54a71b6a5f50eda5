import Datasets
import Testing

@testable import Training

@Suite struct `A change in people's words` {
    @Test(
        arguments: [
            ("2 units 4", .units(layer: 1, 4)), ("1 activation tanh", .activation(layer: 0, .tanh)),
            ("3 rate 0.5", .rate(layer: 2, 0.5)), ("2 remove", .removeLayer(1)),
            ("2 up", .moveLayer(1, by: -1)), ("1 down", .moveLayer(0, by: 1)), ("1 add", .addLayer(after: 0)),
        ] as [(String, ExperimentEdit)])
    func `is read and written the same`(text: String, edit: ExperimentEdit) throws {
        #expect(try ExperimentEdit(layer: text) == edit)
        #expect(edit.spoken == "layer \(text)")
    }

    @Test func `says other changes as terms`() {
        #expect(ExperimentEdit.epochs(9).spoken == "change epochs(9)")
        #expect(ExperimentEdit.moveLayer(2, by: 2).spoken == "change move_layer(layer=3, by=2)")
    }

    @Test func `gives several settings at once, an optimizer before its learning rate`() throws {
        let edits = try ExperimentEdit.settings(
            "epochs=9 lr=1e-3  batch=128 optimizer=adam(beta_1=0.8, beta_2=0.9) loss=mse val=100")
        #expect(
            edits == [
                .optimizer(try Optimizer(text: "adam(beta_1=0.8, beta_2=0.9)")), .loss(.meanSquaredError),
                .epochs(9), .learningRate(0.001), .batchSize(128), .validation(100),
            ])
        #expect(
            edits.compactMap(\.spokenSetting) == [
                "optimizer=adam(beta_1=0.8,beta_2=0.9)", "loss=mean_squared_error", "epochs=9", "lr=0.001",
                "batch=128", "val=100",
            ])
    }

    @Test(arguments: [
        ("epochs", "settings as in"), ("epochs=", "settings as in"), ("epoch=9", "epochs"),
        ("epochs=9 epochs=8", "twice"), ("lr=fast", "number"), ("optimizer=adm", "adam"),
    ])
    func `says what is wrong with settings`(text: String, hint: String) {
        #expect { try ExperimentEdit.settings(text) } throws: { "\($0)".contains(hint) }
    }

    @Test(arguments: [
        ("", "a layer's number"), ("units 4", "a layer's number"), ("2 unit 4", "units"),
        ("2 units", "units"),
        ("2 units four", "whole number"), ("1 activation rely", "relu"), ("1 remove it", "change of a layer"),
    ])
    func `says what is wrong with a layer`(text: String, hint: String) {
        #expect { try ExperimentEdit(layer: text) } throws: { "\($0)".contains(hint) }
    }

    @Test func `sets any line of an experiment`() throws {
        var experiment = try Experiment(
            text: "dataset = blobs\nlayers = dense(4)\ncallbacks = TerminateOnNaN")
        try experiment.set("metrics", to: "accuracy, mae")
        try experiment.set("callbacks", to: "")
        #expect(experiment.model.metrics.map(\.name) == ["accuracy", "mae"])
        #expect(experiment.callbacks.isEmpty && experiment.preprocessing == nil)
        #expect { try experiment.set("layer", to: "dense(4)") } throws: { "\($0)".contains("layers") }
        #expect { try experiment.set("epochs", to: "x") } throws: { "\($0)".contains("epochs") }
    }

    @Test(arguments: [
        (
            "layers", "64,4",
            "Write it as in layers = dense(64, activation=relu), dense(4, activation=softmax)."
        ),
        ("layers", "64 64", "Write it as in layers = dense(64, activation=relu)"),
        ("layers", "0,5", "“0,5” has no name in it. Write it as in layers = dense(64"),
        ("layers", "dense(4", "Write it as in layers = dense(64"),
        ("optimizer", "0.01", "Write it as in optimizer = adam(learning_rate=0.001)."),
        ("callbacks", "3", "Write it as in callbacks = EarlyStopping(patience=2)."),
        ("seed", "-1", "“-1” can't be taken: The seed is a whole number from 0 to "),
        ("epochs", "1e3", "“1e3” can't be taken: epochs is a whole number from 1 to 100,000."),
        ("batch_size", "99999999999999999999", "batch size is a whole number from 1 to 1,000,000."),
        ("learning_rate", "0.01", "“learning_rate” is set as in optimizer = adam(learning_rate=0.01)."),
        ("momentum", "0.5", "“momentum” is set as in optimizer = sgd(momentum=0.5)."),
        ("learning_rate", "x", "“learning_rate” is set as in optimizer = adam(learning_rate=…)."),
        ("patience", "3", "“patience” is set as in callbacks = EarlyStopping(patience=3)."),
        ("lr", "3", "There is no setting called “lr”."),
    ])
    func `says what a line of an experiment looks like`(key: String, value: String, hint: String) throws {
        var experiment = try Experiment(text: "dataset = blobs\nlayers = dense(4)\noptimizer = adam")
        let before = experiment
        #expect { try experiment.set(key, to: value) } throws: { error in
            if !"\(error)".contains(hint) { Issue.record("\(error)") }
            return true
        }
        #expect(experiment == before)
    }

    @Test func `has examples that can be read`() throws {
        var experiment = try Experiment(text: "dataset = blobs\nlayers = dense(4)")
        var examples = 0
        for key in Experiment.keyNames {
            do {
                try experiment.set(key, to: "(")
            } catch {
                let text = "\(error)"
                guard let line = text.firstRange(of: "as in \(key) = ") else { continue }
                try experiment.set(key, to: String(text[line.upperBound...].dropLast()))
                examples += 1
            }
        }
        #expect(examples == 8)
    }
}

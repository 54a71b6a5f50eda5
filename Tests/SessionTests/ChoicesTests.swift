import Foundation
import Testing

/// The choices that `nnboard train` takes by Keras' own names.
@Suite(.programs) struct `Keras' names on the command line` {
    /// Few samples of few words, so that a run takes no time.
    private static let small = [
        "train", "--dataset", "sample(num_words=200, test_split=0.9)", "--validation", "100",
        "--batch-size", "128", "--epochs", "2", "--format", "json",
    ]

    private func train(_ options: [String]) throws -> [String: Any] {
        let told = try CommandLine(Self.small + options)
        #expect(told.status == 0, "\(options): \(told.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    }

    private func model(_ options: [String]) throws -> [String: Any] {
        try #require(train(options)["model"] as? [String: Any])
    }

    /// The names that can be asked for, and nnboard's spelling of each.
    private static let names: [(option: String, names: [(asked: String, written: String)])] = [
        (
            "--optimizer",
            [
                ("sgd", "sgd"), ("rmsprop", "rmsprop"), ("adam", "adam"), ("adamw", "adamw"),
                ("adagrad", "adagrad"), ("adamax", "adamax"), ("nadam", "nadam"), ("SGD", "sgd"),
                ("RMSprop", "rmsprop"), ("AdamW", "adamw"), ("Adamax", "adamax"),
                ("Adam(beta_1=0.8, clipnorm=1)", "adam(beta_1=0.8, clipnorm=1)"),
            ]
        ),
        (
            "--activation",
            [
                "relu", "leaky_relu", "relu6", "elu", "selu", "gelu", "silu", "softplus", "softsign",
                "sigmoid",
                "hard_sigmoid", "tanh", "mish", "exponential", "softmax", "log_softmax", "linear",
            ].map { ($0, "dense(4, activation=\($0))") } + [
                ("swish", "dense(4, activation=silu)"), ("LeakyReLU", "dense(4, activation=leaky_relu)"),
            ]
        ),
        (
            "--loss",
            [
                "categorical_crossentropy", "sparse_categorical_crossentropy", "binary_crossentropy",
                "mean_squared_error", "mean_absolute_error", "huber",
            ].map { ($0, $0) } + [
                ("mse", "mean_squared_error"), ("mae", "mean_absolute_error"), ("Huber", "huber"),
                ("MeanSquaredError", "mean_squared_error"),
                ("SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"),
                (
                    "CategoricalCrossentropy(from_logits=True)",
                    "categorical_crossentropy(from_logits=true)"
                ),
            ]
        ),
        (
            "--kernel-initializer",
            [
                "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
                "random_uniform", "random_normal", "truncated_normal", "zeros", "ones", "GlorotNormal",
                "HeUniform", "RandomNormal(stddev=0.1)", "constant(0.01)",
            ].map { ($0, $0) }
        ),
        ("--bias-initializer", ["ones", "random_uniform", "Zeros"].map { ($0, $0) }),
        (
            "--kernel-regularizer",
            ["l1", "l2", "l1_l2", "L1L2(l1=0.01, l2=0.001)", "L2(0.001)"].map { ($0, $0) }
        ),
        ("--bias-regularizer", ["l2(0.01)", "l1"].map { ($0, $0) }),
        (
            "--metrics",
            [
                "accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "binary_accuracy",
                "top_k_categorical_accuracy", "precision", "recall", "mean_absolute_error",
                "mean_squared_error", "top_3_accuracy",
            ].map { ($0, $0) } + [("Precision", "precision"), ("mae", "mae"), ("mse", "mse")]
        ),
        (
            "--callbacks",
            [
                ("EarlyStopping", "EarlyStopping"), ("TerminateOnNaN", "TerminateOnNaN"),
                ("ReduceLROnPlateau", "ReduceLROnPlateau"),
                (
                    "EarlyStopping(patience=2, restore_best_weights=True)",
                    "EarlyStopping(patience=2, restore_best_weights=true)"
                ),
                ("ReduceLROnPlateau(factor=0.5)", "ReduceLROnPlateau(factor=0.5)"),
            ]
        ),
    ]

    /// Each run takes the next name of every option, so that the longest list decides how many runs there are.
    @Test(arguments: 0..<(names.map(\.names.count).max() ?? 0))
    func `are taken each in turn`(turn: Int) throws {
        let chosen = Self.names.map { ($0.option, $0.names[turn % $0.names.count]) }
        let model = try model(["--layers", "4"] + chosen.flatMap { [$0, $1.asked] })
        let written = Dictionary(uniqueKeysWithValues: chosen.map { ($0, $1.written) })

        #expect(model["optimizer"] as? String == written["--optimizer"])
        #expect(model["loss"] as? String == written["--loss"])
        #expect(model["metrics"] as? [String] == [try #require(written["--metrics"])])
        #expect(model["callbacks"] as? [String] == [try #require(written["--callbacks"])])
        let hidden = try #require((model["layers"] as? [String])?.first)
        let activation = try #require(written["--activation"])
        #expect(
            hidden.hasPrefix(
                activation.replacing("4, activation=linear)", with: "4").replacing(")", with: "")))
    }

    @Test(arguments: [
        "ExponentialDecay(0.01, 100, 0.9)", "CosineDecay(0.01, 100)", "exponential_decay(0.01, 100, 0.9)",
    ])
    func `are taken for a schedule of the learning rate`(schedule: String) throws {
        let optimizer = try #require(
            model(["--layers", "4", "--learning-rate", schedule])["optimizer"] as? String)
        #expect(optimizer.contains("Decay("))
    }

    @Test(arguments: [
        ("--optimizer", "Adma", "Did you mean “adam”?"),
        ("--loss", "categorical_crosentropy", "Did you mean “categorical_crossentropy”?"),
        ("--loss", "mae2", "Did you mean “mae”?"),
        ("--activation", "rely", "Did you mean “relu”?"),
        ("--last-activation", "sofmax", "Did you mean “softmax”?"),
        ("--kernel-initializer", "glorot_unifrom", "Did you mean “glorot_uniform”?"),
        ("--bias-initializer", "zeroes", "Did you mean “zeros”?"),
        ("--kernel-regularizer", "l3", "Did you mean “l1”?"),
        ("--metrics", "acuracy", "Did you mean “accuracy”?"),
        ("--callbacks", "EarlyStoping", "Did you mean “EarlyStopping”?"),
        ("--callbacks", "EarlyStopping(patience=1), TerminateOnNan2", "Did you mean “TerminateOnNaN”?"),
        ("--callbacks", "EarlyStopping(patiens=1)", "Did you mean “patience”?"),
        ("--callbacks", "EarlyStopping(monitor=val_los)", "Did you mean “val_loss”?"),
        ("--learning-rate", "CosinDecay(0.1, 10)", "Did you mean “CosineDecay”?"),
        ("--layers", "dens(64)", "Did you mean “dense”?"),
        ("--layers", "64, dense(64, activation=geluu)", "Did you mean “gelu”?"),
    ])
    func `are suggested for those that nothing has`(option: String, name: String, suggestion: String) throws {
        let told = try CommandLine(Self.small + [option, name])
        #expect(told.status == 64)
        #expect(told.output == "")
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.errors.hasSuffix(suggestion + "\n"), "\(told.errors)")
    }
}

/// The layers that options make.
@Suite(.programs) struct `Layers on the command line` {
    private func report(_ options: [String]) throws -> [String: Any] {
        let told = try CommandLine(
            [
                "train", "--dataset", "sample(num_words=200, test_split=0.9)", "--validation", "100",
                "--epochs", "1", "--format", "json",
            ] + options)
        #expect(told.status == 0, "\(told.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    }

    private func layers(_ options: [String]) throws -> [String] {
        let model = try #require(report(options)["model"] as? [String: Any])
        return try #require(model["layers"] as? [String])
    }

    @Test func `are numbers of units and layers in any order`() throws {
        let text =
            "normalization, dense(8, activation=relu, kernel_regularizer=l2(0.001)), dropout(0.5), 6, activation(tanh)"
        #expect(
            try layers(["--layers", text]) == [
                "normalization", "dense(8, activation=relu, kernel_regularizer=l2(0.001))", "dropout(0.5)",
                "dense(6, activation=relu)", "activation(tanh)", "dense(46, activation=softmax)",
            ])
    }

    @Test func `take what the options say of those that are given by a number`() throws {
        let options = [
            "--layers", "8, dense(7), 6", "--activation", "elu", "--kernel-initializer", "he_normal",
            "--bias-regularizer", "l2(0.1)", "--dropout", "0.25", "--last-activation", "sigmoid",
        ]
        let settings = "kernel_initializer=he_normal, bias_regularizer=l2(0.1)"
        #expect(
            try layers(options) == [
                "dense(8, activation=elu, \(settings))", "dropout(0.25)", "dense(7)",
                "dense(6, activation=elu, \(settings))", "dropout(0.25)",
                "dense(46, activation=sigmoid, \(settings))",
            ])
    }

    @Test(arguments: [
        ("categorical_crossentropy", "dense(46, activation=softmax)"),
        ("categorical_crossentropy(from_logits=true)", "dense(46)"),
        ("binary_crossentropy", "dense(46, activation=sigmoid)"),
        ("mse", "dense(46, activation=softmax)"),
    ])
    func `end as the loss needs it`(loss: String, last: String) throws {
        #expect(try layers(["--layers", "4", "--loss", loss]).last == last)
    }

    @Test func `learn no biases where none are wanted`() throws {
        // 200 words, 4 units, 46 topics.
        #expect(try report(["--layers", "4"])["parameters"] as? Int == 200 * 4 + 4 + 4 * 46 + 46)
        #expect(try report(["--layers", "4", "--no-bias"])["parameters"] as? Int == 200 * 4 + 4 * 46)
    }

    @Test func `train alike on one thread and on two`() throws {
        let histories = try ["1", "2"].map { threads in
            let history = try report(["--layers", "16, dropout(0.2), 16", "--threads", threads])["history"]
            return try #require(history as? [String: [Double]])
        }
        #expect(histories[0] == histories[1])
    }
}

/// Callbacks on the command line.
@Suite(.programs) struct `Callbacks on the command line` {
    private func train(_ callbacks: [String]) throws -> CommandLine {
        try CommandLine(
            [
                "train", "--dataset", "sample(num_words=200, test_split=0.9)", "--layers", "4", "--epochs",
                "9",
            ] + callbacks.flatMap { ["--callbacks", $0] })
    }

    @Test func `end a run, and say why`() throws {
        // Nothing can be better by more than 100.
        let told = try train([
            "TerminateOnNaN, EarlyStopping(min_delta=100, patience=2)", "ReduceLROnPlateau",
        ])
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("EarlyStopping: val_loss has not improved on "))
        #expect(told.output.contains("(epoch 1) for 2 epochs."))
        #expect(!told.output.contains("\n    4  "), "there is no fourth epoch")
    }

    @Test func `are refused where they have nothing to watch`() throws {
        let told = try train(["EarlyStopping(monitor=val_precision)"])
        #expect(told.status == 64)
        #expect(told.complaints.count == 1)
    }
}

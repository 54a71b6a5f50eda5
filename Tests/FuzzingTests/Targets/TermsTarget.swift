@testable import Datasets
@testable import TUI
@testable import Training

extension FuzzTarget {
    /// Terms, and all that is written as one: layers, losses, optimizers, callbacks, changes.
    static let terms = FuzzTarget(
        "terms", executions: 12_000, words: termWords,
        seeds: {
            [
                "dense(64, activation=relu, kernel_regularizer=l2(0.001))", "adam(learning_rate=0.001)",
                "dropout(0.5)",
                "cosine_decay(0.1, 100)", "early_stopping(patience=2)",
                "at(epochs=3, batches=5, learning_rate(0.01))",
                "units(layer=1, 4)", "epochs_per_second(5)", "huber(delta=2)", "normalize",
                "text(\"a\\\"b\\n\", none)",
            ]
        },
        run: { text in
            guard let term = try? Term(parsing: text) else { return false }
            try checkReadBack(term.description) { try Term(parsing: $0).description }
            func read<Value: TermConvertible>(_ type: Value.Type) throws {
                guard let value = try? Value(term: term) else { return }
                try checkReadBack(value.text) { try Value(text: $0).text }
            }
            try read(Layer.self)
            try read(Loss.self)
            try read(Optimizer.self)
            try read(Metric.self)
            try read(Callback.self)
            try read(Preprocessing.self)
            try read(TimedEdit.self)
            try read(ExperimentEdit.self)
            try read(Pace.self)
            return true
        })

    /// Names and numbers that terms are made of.
    static let termWords = [
        "(", ")", ",", "=", "\"", "\\", "none", "true", "False", "nan", "inf", "-0", "1e308", "1e-320", "0.1",
        "9223372036854775807", "9007199254740993", "dense(", "dropout(", "activation=", "relu", "softmax",
        "leaky_relu(", "gelu(approximate=true)", "l1_l2(", "glorot_uniform", "adam(", "sgd(momentum=",
        "rmsprop(",
        "adamw(weight_decay=", "exponential_decay(", "piecewise", "early_stopping(", "reduce_lr_on_plateau(",
        "at(epochs=", "batches=", "learning_rate(", "units(layer=", "batch_size(", "huber(", "accuracy",
        "top_k",
        "divide(", "normalize", "epochs_per_second(", "full_speed", "é", "\u{301}", "\u{FEFF}",
    ]
}

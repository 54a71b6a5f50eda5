@testable import Training

/// A model that Keras was trained with, seed by seed, in `keras_runs.json`: what its `what` says in words.
struct KerasTask: Sendable {
    /// The way in which two kinds of run are held against each other.
    enum Judgement {
        /// By the means over the seeds.
        case means
        /// By the share of runs that get stuck, since single runs vary too widely for their mean to say much.
        case stuck(String, @Sendable ([String: Double]) -> Bool)
    }

    /// The data to train on.
    var data: TaskData
    /// An experiment's text, but for the data set.
    var experiment: String
    /// The number of parts into which the training samples are divided, each to validate once; 0 for an
    /// ordinary run.
    var folds = 0
    /// The number of epochs to train the network that is tested in the end, if it differs from that of the
    /// folds.
    var finalEpochs: Int?
    var judgement = Judgement.means

    /// The tasks by their names in the file.
    static let all: [String: KerasTask] = {
        func reuters(_ units: [Int], _ settings: String) -> KerasTask {
            let layers = units.map { "dense(\($0), activation=relu)" }.joined(separator: ", ")
            return KerasTask(
                data: .reuters, experiment: "layers = \(layers), dense(46, activation=softmax)\n" + settings)
        }
        func thin(_ settings: String) -> KerasTask {
            var task = reuters([4, 4, 4, 4], "optimizer = rmsprop\nepochs = 9\n" + settings)
            // The largest class is 36 % of the test samples: runs that learn more than it come to about 52 %.
            task.judgement = .stuck("test accuracy < 0.45") { $0["test accuracy", default: 0] < 0.45 }
            return task
        }
        let imdb = """
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy

            """
        func prices(_ data: TaskData, _ settings: String, finalEpochs: Int) -> KerasTask {
            let layers = "dense(64, activation=relu), dense(64, activation=relu), dense(1)"
            return KerasTask(
                data: data,
                experiment: "layers = \(layers)\nloss = mean_squared_error\nmetrics = mean_absolute_error\n"
                    + settings,
                folds: 4, finalEpochs: finalEpochs)
        }
        return [
            "reuters_adam": reuters([64, 64], ""),
            "reuters_rmsprop": reuters([64, 64], "optimizer = rmsprop"),
            "reuters_adam9full": reuters([64, 64], "epochs = 9\nvalidation = 0"),
            "reuters_rmsprop9full": reuters([64, 64], "optimizer = rmsprop\nepochs = 9\nvalidation = 0"),
            "reuters_bottleneck": reuters([64, 4], "batch_size = 128"),
            // Its description says 20 epochs, but its curves have 9, and all its best epochs are the ninth.
            "reuters_thin": thin(""),
            "reuters_thinfull": thin("validation = 0"),
            "blobs": KerasTask(
                data: .blobs,
                experiment: """
                    layers = dense(2, activation=relu), dense(4)
                    loss = sparse_categorical_crossentropy(from_logits=true)
                    optimizer = adam(learning_rate=0.01)
                    batch_size = 32
                    epochs = 200
                    validation = 0
                    """,
                judgement: .stuck("test loss > 0.1") { $0["test loss", default: .nan] > 0.1 }),
            "imdb": KerasTask(data: .imdb, experiment: imdb + "epochs = 4\nvalidation = 0"),
            "imdb20": KerasTask(data: .imdb, experiment: imdb + "validation = 10000"),
            "california": prices(.california, "batch_size = 16\nepochs = 50", finalEpochs: 50),
            "boston_b1": prices(
                .boston, "optimizer = rmsprop\nbatch_size = 1\nepochs = 100", finalEpochs: 100),
            "boston_b16": prices(
                .boston, "optimizer = rmsprop\nbatch_size = 16\nepochs = 100", finalEpochs: 100),
            "mnist": KerasTask(
                data: .mnist,
                experiment: """
                    layers = dense(512, activation=relu), dense(10, activation=softmax)
                    batch_size = 128
                    epochs = 5
                    validation = 0
                    """),
        ]
    }()
}

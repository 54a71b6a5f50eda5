import Datasets
import Foundation
import Testing

@testable import Training

/// The code that `nnboard keras` prints runs as printed, and with weights that nnboard saved Keras says what
/// nnboard says.
@Suite(
    .serialized, .enabled(if: Verification.isWanted, "\(Verification.hint)"),
    .enabled(if: KerasScripts.python != nil, "\(KerasScripts.hint)"))
struct VerifyKerasCode {
    /// Short trainings of everything there is.
    static let experiments = [
        "dataset = blobs\nlayers = dense(2, activation=relu), dense(4)\nloss = sparse_categorical_crossentropy(from_logits=true)\noptimizer = adam(learning_rate=0.01)\nvalidation = 0\nepochs = 20\nbatch_size = 32",
        "dataset = spirals(classes=3)\nlayers = dense(16, activation=tanh), dense(3, activation=softmax)\nepochs = 5\nvalidation = 20\nbatch_size = 16",
        "dataset = xor\nlayers = dense(8, activation=gelu), dense(1, activation=sigmoid)\nloss = binary_crossentropy\nepochs = 5\nvalidation = 20\nbatch_size = 16\nmetrics = accuracy, precision, recall(thresholds=0.4)",
        "dataset = moons\nlayers = dense(8, activation=leaky_relu(negative_slope=0.1), kernel_initializer=he_normal, kernel_regularizer=l1_l2(l1=0.001, l2=0.01)), dropout(0.2), dense(2, use_bias=false), activation(softmax)\noptimizer = sgd(learning_rate=CosineDecay(0.1, 100), momentum=0.9, nesterov=true)\nepochs = 5\nvalidation = 20\nbatch_size = 16\ncallbacks = EarlyStopping(patience=2, restore_best_weights=true), TerminateOnNaN",
        "dataset = circles\nlayers = dense(8, activation=selu, kernel_initializer=lecun_normal), dense(2, activation=softmax)\noptimizer = adamw(weight_decay=0.01, clipnorm=1)\nloss = huber(delta=0.5)\nmetrics = categorical_accuracy, mae\nepochs = 5\nvalidation = 0\nfinal_epochs = 3\nfinal_validation = 10\nbatch_size = 16\ncallbacks = ReduceLROnPlateau(monitor=loss, patience=1)",
        "dataset = gaussians\nlayers = normalization, dense(4, activation=relu(max_value=2)), normalization, dense(2, activation=softmax)\noptimizer = rmsprop(momentum=0.5, centered=true)\nepochs = 5\nvalidation = 20\nbatch_size = 16",
        "dataset = sample\nlayers = dense(16, activation=relu), dense(46, activation=softmax)\nmetrics = accuracy, top_3_accuracy\nepochs = 2",
        "dataset = sample_houses\nlayers = dense(16, activation=relu), dense(1)\nloss = mean_squared_error\nmetrics = mean_absolute_error\nfolds = 3\nvalidation = 0\nepochs = 2\nfinal_epochs = 2\nbatch_size = 16",
        "dataset = sample_digits\nlayers = dense(16, activation=relu), dense(10, activation=softmax)\nloss = sparse_categorical_crossentropy\nmetrics = accuracy, sparse_top_k_categorical_accuracy(k=3)\nepochs = 2\nvalidation = 100",
    ]

    /// The book's, for as few epochs as show that they run.
    static let named = ["reuters", "california", "boston-folds", "mnist"]

    @Test(arguments: experiments)
    func `runs as printed, and agrees on predictions`(text: String) throws {
        try check(try Experiment(text: text), title: "An experiment")
    }

    @Test(.enabled(if: RealData.isThere, "\(RealData.missing)"), arguments: named)
    func `runs the book's experiments as printed`(name: String) throws {
        let named = try ExperimentLibrary().experiment(named: name)
        var experiment = named.experiment
        experiment.settings.epochs = 1
        experiment.settings.finalEpochs = min(1, experiment.settings.finalEpochs)
        try check(experiment, title: named.title)
    }

    private func check(_ experiment: Experiment, title: String) throws {
        let folder = try OwnFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/datasets", withDestinationPath: Self.dataFolder ?? folder.path)
        let raw = try Catalog.load(experiment.dataset, preprocessing: [], from: RealData.locations)
        try WholeFile.write(raw.npz, to: folder.path + "/\(experiment.dataset.name).npz")

        let printed = try KerasScripts.run(KerasCode(experiment, title: title).text, in: folder.path)
        #expect(printed.isFine, "\(printed.output.suffix(3000))")

        let dataset = try Catalog.load(
            experiment.dataset, preprocessing: experiment.preprocessing, from: RealData.locations)
        let (report, network) = try HeadlessRun(experiment, dataset: dataset).run(clock: nil)
        try ModelFile(report, network: network, dataset: dataset).write(to: folder.path + "/saved")
        let script =
            KerasCode(experiment, title: title, weights: "saved.safetensors").text
            + "model.predict(x_test, verbose=0).astype(\"<f4\").tofile(\"predictions\")\n"
        let loaded = try KerasScripts.run(script, in: folder.path)
        #expect(loaded.isFine, "\(loaded.output.suffix(3000))")
        guard loaded.isFine else { return }

        let theirs = try Data(contentsOf: URL(filePath: folder.path + "/predictions")).withUnsafeBytes {
            Array($0.bindMemory(to: Float.self))
        }
        let ours = try network.outputs(of: dataset.test, rows: Array(0..<dataset.test.count)).values
        try #require(theirs.count == ours.count)
        let worst = zip(ours, theirs).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .nan
        print("\(experiment.dataset): \(ours.count) predictions, at most \(worst) apart")
        #expect(worst <= 1e-5)
    }

    /// The folder of Keras' files.
    private static let dataFolder: String? = RealData.locations.path(of: "reuters.npz").map {
        URL(filePath: $0).deletingLastPathComponent().path
    }
}

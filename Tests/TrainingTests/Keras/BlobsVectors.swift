import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("blobs")) struct `A tiny network on points in the plane` {
        @Test(arguments: everyKernels)
        func `trains as Keras trains it, for two hundred epochs`(kernels: Kernels) throws {
            let file = try Reference.file("blobs")
            let comparison = file.compare("training", level: "\(kernels.level)")
            let training = try #require(file["training"])
            let labels = try #require(file["y"]).integers
            let classes = Int(labels.max() ?? 0) + 1
            let split = Split(inputs: .dense(try #require(file["x_float64"]).rows.dense), labels: labels)
            let dataset = Dataset(
                reference: Term("blobs"), title: "blobs", classes: (0..<classes).map { "\($0)" },
                train: split, test: split)
            let model = try Model(keras: training)
            let run = try TrainingRun(
                Experiment(
                    dataset: dataset.reference, model: model,
                    settings: TrainingSettings(
                        batchSize: try #require(training["batch"]?.integer),
                        epochs: try #require(training["epochs"]?.integer), validation: 0)), dataset: dataset,
                network: try Network(model: model, keras: training["initial_weights"]), shuffles: false,
                kernels: kernels)
            while run.advance() != nil {}
            let noise = training["max_abs_loss_xla_vs_plain"]?.number ?? 0
            for (key, values) in try #require(training["per_epoch"]).members {
                comparison.expect(try #require(run.history[key]), values.numbers, noise: noise, key)
            }
            // Adam divides small gradients by their own size: the README grants weights 1e-5.
            comparison.expect(
                run.engine.network().weights, try Network(model: model, keras: training["final_weights"]),
                noise: 1e-5 / 4, "final")
        }
    }
}

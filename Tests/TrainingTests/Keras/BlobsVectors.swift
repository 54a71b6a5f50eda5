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
            comparison.expect(
                run.engine.network().weights, try Network(model: model, keras: training["final_weights"]),
                noise: noise, "final")
        }

        @Test func `draws the points that scikit-learn draws, to the last digit`() throws {
            let file = try Reference.file("blobs")
            let arguments = try #require(file["make_blobs"])
            let blobs = Blobs(
                centers: try #require(arguments["centers"]).list.map(\.numbers),
                count: try #require(arguments["n_samples"]?.integer),
                deviation: arguments["cluster_std"]?.number ?? 1,
                seed: try #require(arguments["random_state"]?.uint32))
            let (points, labels) = blobs.draw()
            let comparison = file.compare("make_blobs")
            comparison.expectSame(
                points.flatMap(\.self), try #require(file["x_float64"]).numbers, "x_float64")
            comparison.expectSame(labels, file["y"], "y")
        }

        @Test func `are scikit-learn's points, too, by their name in the catalogue`() throws {
            let file = try Reference.file("blobs")
            let arguments = try #require(file["make_blobs"])
            func argument(_ label: String, _ key: String) throws -> Term.Argument {
                .init(label, .number(try #require(arguments[key]?.number, "\(key)")))
            }
            let term = Term(
                "blobs",
                [
                    try argument("count", "n_samples"), try argument("noise", "cluster_std"),
                    try argument("seed", "random_state"),
                ])
            let dataset = try Catalog.load(term, from: DataLocations(environment: [:]))
            // The catalogue's clouds lie around the course's middles; those of the file are moved there.
            let (theirs, ours) = (
                try #require(arguments["centers"]).list.map(\.numbers), BlobsDataset.centers
            )
            guard theirs.count == ours.count else { return }
            let labels = try #require(file["y"]).integers
            let points = zip(try #require(file["x_float64"]).list.map(\.numbers), labels).flatMap {
                point, label in
                (0..<2).map { axis in
                    Float(point[axis] + (ours[Int(label)][axis] - theirs[Int(label)][axis]))
                }
            }
            let comparison = file.compare("make_blobs, as a data set")
            for split in [dataset.train, dataset.test] {
                guard case .dense(let rows) = split.inputs else {
                    Issue.record("the points are no rows of numbers")
                    return
                }
                comparison.expect(rows.values.map(Double.init), points.map(Double.init), "x")
                comparison.expectSame(split.labels, file["y"], "y")
            }
        }
    }
}

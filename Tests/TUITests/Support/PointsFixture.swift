import Datasets

@testable import TUI
@testable import Training

/// Points in four clouds, and networks with made-up weights that part them more or less well.
enum PointsFixture {
    /// Drawn without chance: rings around the middles of the course's clouds.
    static let dataset: Dataset = {
        func split(_ count: Int, turned: Double) -> Split {
            var values: [Float] = []
            for place in 0..<count {
                let center = BlobsDataset.centers[place % 4]
                // Quarter turns and their halves are as exact on any machine.
                let (x, y) = [
                    (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
                ][
                    place / 4 * 3 % 8]
                let radius = 0.3 + Double(place * 7 % 11) * 0.16 + turned
                values += [Float(center[0] + radius * x), Float(center[1] + radius * y)]
            }
            return Split(
                inputs: .dense(DenseRows(columns: 2, values: values)),
                labels: (0..<count).map { Int32($0 % 4) })
        }
        return Dataset(
            reference: Term("blobs"), title: "blobs", nouns: Nouns(sample: "point", label: "cloud"),
            classes: ["0", "1", "2", "3"], train: split(64, turned: 0), test: split(24, turned: 0.1),
            features: [Feature("x"), Feature("y")])
    }()

    /// Two relu units and four logits, as in the course.
    static let course = [Layer.dense(2, activation: .relu), .dense(4)]

    /// A dashboard that shows the points.
    static func dashboard(
        _ columns: Int = 120, _ rows: Int = 40, layers: [Layer] = course, glyphs: Glyphs = .braille,
        dataset: Dataset = dataset
    ) -> Dashboard {
        var experiment = Experiment(dataset: Term("blobs"), model: Model(layers: layers))
        let isSingle = layers.last?.units == 1
        experiment.model.loss =
            isSingle ? .binaryCrossentropy() : .sparseCategoricalCrossentropy(fromLogits: true)
        experiment.settings.validation = 0
        var dashboard = Dashboard(experiment: experiment, size: Size(columns, rows), glyphs: glyphs)
        _ = dashboard.update(.loaded(dataset))
        // Whatever is asked for, also layers that are not fit for the classes.
        dashboard.experiment = experiment
        dashboard.perform("part train")
        return dashboard
    }

    /// A dashboard whose network has been trained for some epochs.
    static func trained(
        _ columns: Int = 120, _ rows: Int = 40, layers: [Layer] = course, epochs: Int = 20,
        glyphs: Glyphs = .braille
    ) -> Dashboard {
        var dashboard = dashboard(columns, rows, layers: layers, glyphs: glyphs)
        dashboard.press("space")
        guard let id = dashboard.run?.id else { return dashboard }
        _ = dashboard.update(.milestone(id, .started(epochs: 200, batchesPerEpoch: 2)))
        _ = dashboard.update(.snapshot(id, snapshot(dashboard.experiment.model, epochs: epochs)))
        return dashboard
    }

    /// A network as if it had been trained for so many epochs; those of the course begin to part the clouds.
    static func snapshot(_ model: Model, epochs: Int) -> Snapshot {
        var random = SplitMix64(seed: 5)
        var width = 2
        let age = Float(epochs) / 20
        let weights = model.layers.map { layer -> Network.Weights in
            guard let units = layer.units else { return .init(arrays: []) }
            defer { width = units }
            if model.layers == course {
                return width == 2 && units == 2
                    ? .init(
                        kernel: Matrix(rows: 2, columns: 2, values: [1.1, -0.9 * age, 0.5, 1.2]),
                        bias: [4, 2])
                    : .init(
                        kernel: Matrix(
                            rows: 2, columns: 4, values: [-1, -0.2, 0.3, 0.9, 0.6 * age, -0.9, 0.2, -0.8]),
                        bias: [1.5, 3, 0.5, -2])
            }
            let values = (0..<width * units).map { _ in Float(random.below(2001)) / 1000 - 1 }
            return .init(
                kernel: Matrix(rows: width, columns: units, values: values),
                bias: (0..<units).map { Float($0 % 3) * 0.4 - 0.4 })
        }
        return Snapshot(network: Network(model: model, weights: weights), epochs: epochs, batches: 0)
    }
}

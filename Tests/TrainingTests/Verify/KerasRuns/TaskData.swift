import Datasets
import References

@testable import Training

/// The data of a task, prepared as the book does.
enum TaskData: Sendable {
    case reuters
    case imdb
    case boston
    case california
    case mnist
    case blobs

    private var entry: (any CatalogEntry)? {
        switch self {
        case .reuters: Reuters()
        case .imdb: IMDB()
        case .boston: BostonHousing()
        case .california: CaliforniaHousing()
        case .mnist: MNIST()
        case .blobs: nil
        }
    }

    /// Tells whether this machine has the files.
    var isThere: Bool {
        guard let entry else { return Reference.folder.has("blobs") }
        return RealData.locations.have(entry.files)
    }

    /// Reads and prepares it.
    func load() throws -> Dataset {
        guard let entry else { return try Self.points() }
        let term = self == .california ? try Term(parsing: "\(entry.name)(version=small)") : Term(entry.name)
        let dataset = try entry.load(term, from: RealData.locations) { _ in }
        return switch self {
        case .california: try dataset.normalized(targetsBy: 1 / 100_000)
        case .boston: try dataset.normalized(targetsBy: 1)
        case .mnist: dataset.mappingInputs { $0.map { $0 / 255 } }
        default: dataset
        }
    }

    /// scikit-learn's points, as `blobs.json` has them; they are tested on what they learn from.
    private static func points() throws -> Dataset {
        let file = try Reference.file("blobs")
        let labels = (file["y"]?.numbers ?? []).map { Int32($0) }
        let classes = Int(labels.max() ?? 0) + 1
        let split = Split(inputs: .dense((file["x_float64"]?.rows ?? []).dense), labels: labels)
        return Dataset(
            reference: Term("blobs"), title: "blobs", classes: (0..<classes).map { "\($0)" }, train: split,
            test: split)
    }
}

extension Dataset {
    /// Feature-wise normalization by the training split, and targets in other units.
    fileprivate func normalized(targetsBy unit: Float) throws -> Dataset {
        guard case .dense(let rows) = train.inputs else { return self }
        let moments = (0..<rows.columns).map { column in
            let values = (0..<rows.count).map { Double(rows.values[$0 * rows.columns + column]) }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean: mean, deviation: (squares / Double(values.count)).squareRoot())
        }
        return mappingInputs { values in
            values.enumerated().map { place, value in
                let moment = moments[place % moments.count]
                return Float((Double(value) - moment.mean) / moment.deviation)
            }
        }.mappingTargets { $0 * unit }
    }

    fileprivate func mappingInputs(_ change: ([Float]) -> [Float]) -> Dataset {
        mapping { split in
            guard case .dense(let rows) = split.inputs else { return split }
            return Split(
                inputs: .dense(DenseRows(columns: rows.columns, values: change(rows.values))),
                targets: split.targets)
        }
    }

    private func mappingTargets(_ change: (Float) -> Float) -> Dataset {
        mapping { split in
            guard case .values(let rows) = split.targets else { return split }
            return Split(
                inputs: split.inputs,
                targets: .values(DenseRows(columns: rows.columns, values: rows.values.map(change))))
        }
    }

    private func mapping(_ change: (Split) -> Split) -> Dataset {
        with(train: change(train), test: change(test))
    }

    private func with(train: Split, test: Split) -> Dataset {
        Dataset(
            reference: reference, title: title, nouns: nouns, classes: classes, train: train, test: test,
            vocabulary: vocabulary)
    }

    /// The training samples with one part of them in front, to validate with; the others follow in their order.
    ///
    /// - Parameters:
    ///   - fold: The number of the part, from 0.
    ///   - folds: The number of parts, all of the same size; what is left over is always trained with.
    /// - Returns: The data, and the number of samples that the part has.
    func fold(_ fold: Int, of folds: Int) -> (dataset: Dataset, validation: Int) {
        let size = train.count / folds
        let part = fold * size..<(fold + 1) * size
        let order = Array(part) + Array(0..<part.lowerBound) + Array(part.upperBound..<train.count)
        return (with(train: train.samples(order), test: test), size)
    }

    /// The training samples in an order that the seed gives, those to validate with in front as they were.
    func shuffled(seed: UInt64, validation: Int) -> Dataset {
        var random = Random(seed: seed, stream: 1)
        var order = Array(validation..<train.count)
        order.shuffle(by: &random)
        return with(train: train.samples(Array(0..<validation) + order), test: test)
    }
}

extension Split {
    /// Some samples in another order; texts are left behind.
    fileprivate func samples(_ order: [Int]) -> Split {
        func ordered(_ rows: DenseRows) -> DenseRows {
            DenseRows(columns: rows.columns, values: order.flatMap { rows[$0] })
        }
        func ordered(_ rows: SparseRows) -> SparseRows {
            var offsets: [Int32] = [0]
            for row in order { offsets.append(offsets[offsets.count - 1] + Int32(rows[row].count)) }
            return SparseRows(columns: rows.columns, offsets: offsets, indices: order.flatMap { rows[$0] })
        }
        let inputs: Inputs =
            switch self.inputs {
            case .dense(let rows): .dense(ordered(rows))
            case .sparse(let rows): .sparse(ordered(rows))
            }
        let targets: Targets =
            switch self.targets {
            case .labels(let labels): .labels(order.map { labels[$0] })
            case .values(let rows): .values(ordered(rows))
            }
        return Split(inputs: inputs, targets: targets)
    }
}

import Datasets

/// The distribution of a measured feature in the training split: the background of one sample's number.
struct FeatureStatistics: Equatable, Sendable {
    /// The least and the greatest number.
    let range: ClosedRange<Double>
    /// The number of samples that fall into each of some equal stretches of it.
    let counts: [Int]

    /// The number of stretches.
    static let bins = 16

    /// Counts numbers; those that are not finite are left out.
    init(_ numbers: some Collection<Double>) {
        let finite = numbers.lazy.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), high - low < .infinity else {
            (range, counts) = (0...0, [])
            return
        }
        range = low...high
        var counts = [Int](repeating: 0, count: Self.bins)
        for number in finite { counts[Self.bin(of: number, in: low...high)] += 1 }
        self.counts = counts
    }

    /// The stretch that a number falls into; the nearest where it lies outside, `nil` where it is none.
    func bin(of number: Double) -> Int? {
        number.isFinite && !counts.isEmpty ? Self.bin(of: number, in: range) : nil
    }

    private static func bin(of number: Double, in range: ClosedRange<Double>) -> Int {
        let width = range.upperBound - range.lowerBound
        guard width > 0 else { return bins / 2 }
        let place = (number - range.lowerBound) / width * Double(bins)
        return Int(max(0, min(Double(bins - 1), place.rounded(.down))))
    }
}

/// The facts about a data set's numbers that are worked out once.
struct DatasetStatistics: Equatable, Sendable {
    /// Of each column of the inputs, where these are no pictures.
    var features: [FeatureStatistics] = []
    /// The darkest and the brightest pixel, where the samples are pictures.
    var pixels: ClosedRange<Float> = 0...1

    /// More samples or columns than that say no more, and would keep the first screen waiting.
    private static let most = (samples: 20_000, columns: 64, pictures: 500)

    /// Nothing is known.
    init() {}

    /// Looks through the training split.
    init(_ dataset: Dataset) {
        guard case .dense(let rows) = dataset.train.inputs else { return }
        if dataset.picture != nil {
            let seen = rows.values.prefix(Self.most.pictures * rows.columns).filter(\.isFinite)
            if let low = seen.min(), let high = seen.max(), low < high { pixels = min(0, low)...high }
            return
        }
        features = dataset.columns.prefix(Self.most.columns).enumerated().map { column, feature in
            FeatureStatistics(
                (0..<min(rows.count, Self.most.samples)).map {
                    feature.exact(rows.values[$0 * rows.columns + column])
                })
        }
    }
}

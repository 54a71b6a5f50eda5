import Datasets

/// The accuracies of answers that need no learning.
public struct Baselines: Equatable, Sendable {
    /// The accuracy of always saying the class that is the most frequent in training.
    public var majority: Double
    /// The expected accuracy of saying the right labels in random order (the book's `random_baseline`).
    public var shuffled: Double

    /// Works out the baselines of a split.
    ///
    /// - Parameters:
    ///   - labels: The labels that would be said, `[samples]`.
    ///   - training: The labels that the majority is taken from, `[samples]`.
    ///   - classes: The number of classes.
    public init(labels: some Collection<Int32>, training: some Collection<Int32>, classes: Int) {
        func counts(_ labels: some Collection<Int32>) -> [Int] {
            var counts = [Int](repeating: 0, count: classes)
            for label in labels { counts[Int(label)] += 1 }
            return counts
        }
        guard !labels.isEmpty, classes > 0 else {
            (majority, shuffled) = (0, 0)
            return
        }
        let total = Double(labels.count)
        let shares = counts(labels).map { Double($0) / total }
        let training = counts(training)
        let first = training.indices.max { training[$0] < training[$1] } ?? 0
        majority = shares[first]
        shuffled = shares.reduce(0) { $0 + $1 * $1 }
    }

    private init(majority: Double, shuffled: Double) {
        self.majority = majority
        self.shuffled = shuffled
    }

    /// The baselines of a part of a data set; not numbers where there are no classes.
    ///
    /// - Parameters:
    ///   - dataset: The data set.
    ///   - part: The part whose labels would be said.
    ///   - validation: The number of training samples set aside; the majority is taken from the others.
    public init(_ dataset: Dataset, part: DataPart = .test, validation: Int = 0) {
        guard case .labels = dataset.train.targets else {
            self.init(majority: .nan, shuffled: .nan)
            return
        }
        self.init(
            labels: dataset.split(of: part).labels[dataset.rows(of: part, validation: validation)],
            training: dataset.train.labels[dataset.rows(of: .train, validation: validation)],
            classes: dataset.classes.count)
    }
}

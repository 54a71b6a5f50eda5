/// The counts of samples of each class that are taken for each class (scikit-learn's `confusion_matrix`).
public struct ConfusionMatrix: Equatable, Sendable {
    /// The total that counts are divided by.
    public enum Normalization: String, CaseIterable, Sendable {
        /// Nothing: they stay counts.
        case none
        /// The samples of the true class, so that the diagonal holds recalls.
        case rows
        /// The samples of the predicted class, so that the diagonal holds precisions.
        case columns
        /// All samples.
        case all
    }

    /// The number of classes.
    public let classes: Int
    /// The number of samples of each class (a row) taken for each class (a column); `[classes × classes]`.
    public let counts: [Int]
    /// The number of samples that have each class, the unanswered ones, too; `[classes]`.
    public let support: [Int]
    /// The number of samples taken for each class; `[classes]`.
    public let predicted: [Int]

    /// Counts.
    ///
    /// - Parameters:
    ///   - labels: The class of each sample, `[samples]`.
    ///   - predicted: The class that each was taken for, `[samples]`; a number that is no class is no answer.
    ///   - classes: The number of classes; samples of no class are left out.
    public init(labels: [Int32], predicted: [Int32], classes: Int) {
        precondition(
            labels.count == predicted.count, "\(labels.count) labels with \(predicted.count) predictions")
        var counts = [Int](repeating: 0, count: classes * classes)
        var support = [Int](repeating: 0, count: classes)
        var answers = support
        let range = 0..<Int32(clamping: classes)
        for (label, answer) in zip(labels, predicted) where range.contains(label) {
            support[Int(label)] += 1
            guard range.contains(answer) else { continue }
            answers[Int(answer)] += 1
            counts[Int(label) * classes + Int(answer)] += 1
        }
        self.classes = classes
        self.counts = counts
        self.support = support
        self.predicted = answers
    }

    /// Counts what a network made of some samples.
    public init(_ evaluation: Evaluation) {
        self.init(
            labels: evaluation.labels, predicted: evaluation.predicted, classes: evaluation.classes)
    }

    /// The number of samples of one class that were taken for another.
    public subscript(truth: Int, predicted: Int) -> Int { counts[truth * classes + predicted] }

    /// The number of samples, the unanswered ones, too.
    public var total: Int { support.reduce(0, +) }
    /// The number of samples taken for the class that they have.
    public var hits: Int { (0..<classes).reduce(0) { $0 + self[$1, $1] } }

    /// One cell, divided.
    ///
    /// - Parameters:
    ///   - truth: The class that the samples have.
    ///   - predicted: The class that they were taken for.
    ///   - normalization: The total that the count is divided by.
    /// - Returns: The count, or a share from 0 to 1: 0 where there is nothing to divide by, as in scikit-learn.
    public func value(_ truth: Int, _ predicted: Int, _ normalization: Normalization) -> Double {
        let count = self[truth, predicted]
        let whole =
            switch normalization {
            case .none: 1
            case .rows: support[truth]
            case .columns: self.predicted[predicted]
            case .all: total
            }
        return whole == 0 ? 0 : Double(count) / Double(whole)
    }
}

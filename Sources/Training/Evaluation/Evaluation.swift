import Datasets
import Glibc

/// A network's answers for every sample of a part, and how wrong they are.
///
/// Confusion matrix, reports, calibration and lists are all worked out from it, without asking the network again.
public struct Evaluation: Equatable, Sendable {
    /// The numbers of the samples within their split.
    public let rows: Range<Int>
    /// The class that each sample has, `[samples]`.
    public let labels: [Int32]
    /// Numbers whose softmax the probabilities are: logits, or logarithms of probabilities; `[samples, classes]`.
    public let scores: DenseRows
    /// The probability of each class for each sample, as ``Network/probabilities(of:row:)`` has it;
    /// `[samples, classes]`.
    ///
    /// If one output of a sample is not a number, none of its probabilities is.
    public let probabilities: DenseRows
    /// The class that the network's outputs speak for, `[samples]`.
    ///
    /// It is the one that accuracies count, as Keras' `argmax` has it: the first of the largest outputs, and
    /// 0 where none is a number.
    public let predicted: [Int32]
    /// Each sample's share of the mean that training makes small, without what the weights cost; `[samples]`.
    public let losses: [Float]

    /// The number of samples.
    public var count: Int { labels.count }
    /// The number of classes to choose from.
    public var classes: Int { probabilities.columns }

    /// Joins what is known of some samples.
    init(
        rows: Range<Int>, labels: [Int32], scores: DenseRows, probabilities: DenseRows,
        predicted: [Int32]? = nil, losses: [Float]
    ) {
        precondition(
            rows.count == labels.count && labels.count * scores.columns == scores.values.count
                && scores.values.count == probabilities.values.count && losses.count == labels.count,
            "\(rows.count) samples with \(labels.count) labels, \(scores.values.count) scores of "
                + "\(scores.columns) classes, \(probabilities.values.count) probabilities, \(losses.count) losses"
        )
        self.rows = rows
        self.labels = labels
        self.scores = scores
        self.probabilities = probabilities
        self.losses = losses
        self.predicted =
            predicted
            ?? (0..<labels.count).map { Int32(Network.likeliest(Array(probabilities[$0])) ?? 0) }
        precondition(
            self.predicted.count == labels.count, "\(self.predicted.count) answers, \(labels.count) labels")
    }

    /// Takes probabilities for what a network says.
    ///
    /// - Parameters:
    ///   - probabilities: `[samples, classes]`; the losses are the cross-entropies of the labels.
    ///   - labels: `[samples]`, each one of the classes.
    ///   - rows: The samples' numbers within their split; by default they count from 0.
    public init(probabilities: DenseRows, labels: [Int32], rows: Range<Int>? = nil) {
        let classes = probabilities.columns
        self.init(
            rows: rows ?? 0..<labels.count, labels: labels,
            scores: DenseRows(
                columns: classes, values: probabilities.values.map(\.logarithmOfShare)),
            probabilities: probabilities,
            losses: labels.enumerated().map { sample, label in
                -probabilities.values[sample * classes + Int(label)].logarithmOfShare
            })
    }

    /// Puts evaluations of samples that follow each other together.
    ///
    /// - Parameter parts: At least one, of the same classes, each beginning where the one before it ends.
    init(joining parts: [Evaluation]) {
        func all<Element>(_ values: (Evaluation) -> [Element]) -> [Element] { parts.flatMap(values) }
        let classes = parts.first?.classes ?? 1
        let first = parts.first?.rows.lowerBound ?? 0
        self.init(
            rows: first..<first + parts.reduce(0) { $0 + $1.count }, labels: all(\.labels),
            scores: DenseRows(columns: classes, values: all(\.scores.values)),
            probabilities: DenseRows(columns: classes, values: all(\.probabilities.values)),
            predicted: all(\.predicted), losses: all(\.losses))
    }

    /// Tells whether the network gave numbers for a sample; where it did not, it still counts as the answer class 0.
    ///
    /// - Parameter sample: The sample, counted from 0.
    /// - Returns: `true` if its probabilities are numbers.
    public func hasAnswer(_ sample: Int) -> Bool { !probabilities.values[sample * classes].isNaN }

    /// Finds the network's confidence in its answer.
    ///
    /// - Parameter sample: The sample, counted from 0.
    /// - Returns: The probability of the predicted class; not a number where no probability is.
    public func confidence(of sample: Int) -> Float {
        probabilities.values[sample * classes + Int(predicted[sample])]
    }

    /// Tells whether the network is right about a sample.
    ///
    /// - Parameter sample: The sample, counted from 0.
    /// - Returns: `true` if the predicted class is the one that the sample has.
    public func isHit(_ sample: Int) -> Bool { predicted[sample] == labels[sample] }

    /// The share of samples whose predicted class is the right one; not a number where there are none.
    public var accuracy: Double {
        Double(zip(labels, predicted).count { $0 == $1 }) / Double(count)
    }

    /// The mean of the samples' losses; not a number where there are none.
    public var meanLoss: Double { losses.reduce(0) { $0 + Double($1) } / Double(count) }
}

extension Float {
    /// The logarithm of a share; of 0 that of the least number, so that it stays finite.
    var logarithmOfShare: Float { logf(max(self, .leastNormalMagnitude)) }
}

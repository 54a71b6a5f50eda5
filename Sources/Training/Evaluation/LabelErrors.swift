/// Samples whose labels are likely to be wrong: networks that have not seen them are sure of another class.
///
/// Northcutt, Jiang and Chuang, "Confident learning: estimating uncertainty in dataset labels", 2021: a class is
/// believed where it is at least as likely as it is, on average, for the samples that bear its label. Those believed
/// to be of another class than their own are the off-diagonal of the confident joint.
public struct LabelErrors: Equatable, Sendable {
    /// A sample whose label is likely to be wrong.
    public struct Suspect: Equatable, Sendable {
        /// Its place among the evaluated samples, counted from 0.
        public var sample: Int
        /// The class that it has.
        public var given: Int
        /// The class that it is believed to be of.
        public var suggested: Int
        /// The probability of the class that it has (self-confidence), by networks that haven't seen it.
        public var givenProbability: Float
        /// The probability of the suggested class.
        public var suggestedProbability: Float

        /// The probability of its own class minus that of the suggested one; near -1 for a sure error.
        public var margin: Float { givenProbability - suggestedProbability }
    }

    /// The suspects, the likeliest error first.
    public let suspects: [Suspect]
    /// The mean probability of each class for samples of its label, `[classes]`; infinite without any.
    public let thresholds: [Double]
    /// The number of samples that were looked at.
    public let samples: Int
    /// The share of them that the networks gave their own label.
    public let accuracy: Double

    /// Looks for suspects.
    ///
    /// - Parameter evaluation: The answers of networks that were not trained with the samples: ``OutOfFold``.
    public init(_ evaluation: Evaluation) {
        let classes = evaluation.classes
        var sums = [Double](repeating: 0, count: classes)
        var counts = [Int](repeating: 0, count: classes)
        let answered = (0..<evaluation.count).filter { evaluation.hasAnswer($0) }
        for sample in answered {
            let label = Int(evaluation.labels[sample])
            sums[label] += Double(evaluation.probabilities.values[sample * classes + label])
            counts[label] += 1
        }
        let thresholds = zip(sums, counts).map { $1 == 0 ? .infinity : $0 / Double($1) }
        let suspects = answered.compactMap { sample -> Suspect? in
            let given = Int(evaluation.labels[sample])
            // Nobody contradicts a label that is the likeliest class all the same.
            guard Int(evaluation.predicted[sample]) != given else { return nil }
            let row = evaluation.probabilities[sample]
            let believed = row.enumerated().filter { Double($1) >= thresholds[$0] }
                .max { $0.element < $1.element }
            guard let believed, believed.offset != given else { return nil }
            return Suspect(
                sample: sample, given: given, suggested: believed.offset,
                givenProbability: row[row.startIndex + given], suggestedProbability: believed.element)
        }
        self.thresholds = thresholds
        self.suspects = suspects.sorted { ($0.margin, $0.sample) < ($1.margin, $1.sample) }
        samples = evaluation.count
        accuracy = evaluation.accuracy
    }
}

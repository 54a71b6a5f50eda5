import Glibc

/// A comparison of a network's confidence with its accuracy: a reliability diagram, and one number for it.
///
/// Guo et al., "On calibration of modern neural networks", 2017, sections 2 and 3.
public struct Calibration: Equatable, Sendable {
    /// The samples whose confidence lies in one range.
    public struct Bin: Equatable, Sendable {
        /// The beginning of the range; that confidence itself belongs to the bin before.
        public var lower: Double
        /// The end of the range, which belongs to it.
        public var upper: Double
        /// The number of samples in the bin.
        public var count: Int
        /// Their mean confidence; 0 where there are none.
        public var confidence: Double
        /// The share of them that was taken for the right class; 0 where there are none.
        public var accuracy: Double

        /// The confidence minus the accuracy; negative where the network is too unsure.
        public var gap: Double { confidence - accuracy }
    }

    /// Ranges of equal width from 0 to 1.
    public let bins: [Bin]
    /// The mean size of the gaps, each by its samples (ECE); not a number where there are no samples.
    public let expectedError: Double
    /// The largest size of a gap (MCE); not a number where there are no samples.
    public let maximumError: Double
    /// The mean over the samples of Σ (probability − truth)² over the classes, from 0 to 2 (Brier, 1950; scikit-learn's
    /// `brier_score_loss` with `scale_by_half=False`).
    public let brierScore: Double
    /// The mean of −log of the right class' probability, in nats.
    public let crossentropy: Double

    /// The number of bins in the paper.
    public static let standardBins = 15

    /// Compares confidences with what came true; samples without an answer are left out.
    ///
    /// - Parameters:
    ///   - evaluation: The network's answers for some samples.
    ///   - count: The number of bins, at least 1.
    public init(_ evaluation: Evaluation, bins count: Int = standardBins) {
        let count = max(1, count)
        var sums = [(count: Int, confidence: Double, hits: Int)](repeating: (0, 0, 0), count: count)
        let answered = (0..<evaluation.count).filter { evaluation.hasAnswer($0) }
        for sample in answered {
            let confidence = Double(evaluation.confidence(of: sample))
            let bin = min(max(0, Int((confidence * Double(count)).rounded(.up)) - 1), count - 1)
            sums[bin].count += 1
            sums[bin].confidence += confidence
            sums[bin].hits += evaluation.isHit(sample) ? 1 : 0
        }
        let width = 1 / Double(count)
        let bins = sums.enumerated().map { place, sum in
            let samples = Double(max(1, sum.count))
            return Bin(
                lower: Double(place) * width, upper: Double(place + 1) * width, count: sum.count,
                confidence: sum.confidence / samples, accuracy: Double(sum.hits) / samples)
        }
        let total = Double(answered.count)
        self.bins = bins
        expectedError = bins.reduce(0) { $0 + Double($1.count) * abs($1.gap) } / total
        maximumError = bins.filter { $0.count > 0 }.map { abs($0.gap) }.max() ?? .nan
        brierScore = answered.reduce(0) { $0 + Self.brier(evaluation, $1) } / total
        crossentropy = answered.reduce(0) { $0 + Self.crossentropy(evaluation, $1) } / total
    }

    /// From the scores, which have not been rounded to 0.
    private static func crossentropy(_ evaluation: Evaluation, _ sample: Int) -> Double {
        let scores = evaluation.scores[sample]
        let most = Double(scores.max() ?? 0)
        let sum = scores.reduce(0) { $0 + exp(Double($1) - most) }
        return log(sum) - (Double(scores[scores.startIndex + Int(evaluation.labels[sample])]) - most)
    }

    private static func brier(_ evaluation: Evaluation, _ sample: Int) -> Double {
        let (classes, label) = (evaluation.classes, Int(evaluation.labels[sample]))
        return evaluation.probabilities.values.withUnsafeBufferPointer { values in
            var sum = 0.0
            for place in 0..<classes {
                let difference = Double(values[sample * classes + place]) - (place == label ? 1 : 0)
                sum += difference * difference
            }
            return sum
        }
    }
}

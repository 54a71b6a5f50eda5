import Datasets
import Glibc

/// One number by which all logits are divided, so that a network is as sure as it is right.
///
/// The likeliest class stays what it is. Guo et al., "On calibration of modern neural networks", 2017, section 4.2.
public struct TemperatureScaling: Equatable, Sendable {
    /// The divisor of the logits: above 1 where the network is too sure of itself.
    public let temperature: Double

    /// Chooses a temperature.
    ///
    /// - Parameter temperature: Above 0.
    public init(temperature: Double) {
        precondition(temperature > 0, "a temperature of \(temperature) is not above 0")
        self.temperature = temperature
    }

    /// Finds the temperature at which the cross-entropy is the least, between e⁻¹⁰ and e¹⁰ as in scikit-learn.
    ///
    /// The cross-entropy is convex in the inverse temperature b, so its slope, the mean of
    /// `Σ probability · score − score of the label`, is 0 at one place at most: Newton's steps are taken as
    /// long as they stay between two places known to lie on either side of it, and halves otherwise.
    ///
    /// - Parameter evaluation: Samples that the network was not trained with. 1 comes out where there are none with an
    ///   answer.
    public init(fitting evaluation: Evaluation) {
        let samples = (0..<evaluation.count).filter { evaluation.hasAnswer($0) }
        guard !samples.isEmpty else {
            self.init(temperature: 1)
            return
        }
        var (low, high) = (exp(-10.0), exp(10.0))
        var inverse = 1.0
        for _ in 0..<200 {
            let (slope, curvature) = Self.slope(of: evaluation, samples, at: inverse)
            if slope == 0 { break }
            if slope > 0 { high = inverse } else { low = inverse }
            let newton = inverse - slope / curvature
            // On a scale of factors, since the place may lie anywhere in it.
            let next = newton > low && newton < high ? newton : (low * high).squareRoot()
            let isClose = abs(next - inverse) <= 1e-13 * inverse
            inverse = next
            if isClose { break }
        }
        self.init(temperature: 1 / inverse)
    }

    /// Divides the logits of some samples.
    ///
    /// - Parameter evaluation: The network's answers for them.
    /// - Returns: The same with other probabilities; the losses are cross-entropies.
    public func scaled(_ evaluation: Evaluation) -> Evaluation {
        let classes = evaluation.classes
        var probabilities = evaluation.probabilities.values
        var losses = [Float](repeating: .nan, count: evaluation.count)
        for sample in 0..<evaluation.count where evaluation.hasAnswer(sample) {
            let scores = evaluation.scores[sample]
            let most = Double(scores.max() ?? 0)
            let shares = scores.map { exp((Double($0) - most) / temperature) }
            let sum = shares.reduce(0, +)
            for (label, share) in shares.enumerated() {
                probabilities[sample * classes + label] = Float(share / sum)
            }
            losses[sample] = Float(-log(max(shares[Int(evaluation.labels[sample])] / sum, 1e-300)))
        }
        return Evaluation(
            rows: evaluation.rows, labels: evaluation.labels,
            scores: DenseRows(
                columns: classes, values: evaluation.scores.values.map { Float(Double($0) / temperature) }),
            probabilities: DenseRows(columns: classes, values: probabilities),
            predicted: evaluation.predicted, losses: losses)
    }

    /// The difference that a score of minus infinity counts for, so that sums stay numbers.
    private static let leastDifference = -1e6

    /// Works out the first and second derivative of the mean cross-entropy by the inverse temperature.
    private static func slope(
        of evaluation: Evaluation, _ samples: [Int], at inverse: Double
    ) -> (slope: Double, curvature: Double) {
        let classes = evaluation.classes
        return evaluation.scores.values.withUnsafeBufferPointer { scores in
            var (slope, curvature) = (0.0, 0.0)
            for sample in samples {
                let row = scores[sample * classes..<(sample + 1) * classes]
                let most = Double(row.max() ?? 0)
                var (sum, mean, square) = (0.0, 0.0, 0.0)
                for score in row {
                    // Differences from the largest, so that nothing overflows and variances don't cancel.
                    let below = max(Double(score) - most, leastDifference)
                    let share = exp(inverse * below)
                    sum += share
                    mean += share * below
                    square += share * below * below
                }
                mean /= sum
                let label = row.startIndex + Int(evaluation.labels[sample])
                slope += mean - max(Double(row[label]) - most, leastDifference)
                curvature += square / sum - mean * mean
            }
            return (slope / Double(samples.count), curvature / Double(samples.count))
        }
    }
}

import Datasets
import Glibc

/// Gives each input mean 0 and deviation 1 over the training samples, Keras' `Normalization`.
///
/// Mean and variance are taken from the samples that are trained on, never from those that are set aside, before the
/// first step: `(x - mean) / max(sqrt(variance), 1e-7)`.
struct Normalization: LayerFunction {
    static let name = "normalization"
    static let className = "Normalization"

    /// Keras' epsilon, below which no deviation counts.
    static let leastDeviation: Float = 1e-7

    init() {}

    init(reading reader: inout TermReader, of term: Term) throws {}

    var arguments: [Term.Argument] { [] }

    /// Keras counts mean, variance, and how many samples they were taken from.
    func parameterCount(inputs: Int) -> Int {
        let (count, overflow) = inputs.multipliedReportingOverflow(by: 2)
        return overflow ? .max : count + 1
    }

    func initialWeights(inputs: Int, using random: inout Random) -> Network.Weights {
        Network.Weights(
            mean: Array(repeating: 0, count: inputs), variance: Array(repeating: 1, count: inputs))
    }

    func addStages(to plan: inout StagePlan) throws {
        try plan.takeRows()
        plan.add(try NormalizationStage(plan), width: plan.width)
    }

    func sums(of values: [Float], _ weights: Network.Weights) -> [Float] {
        values.indices.map { column in
            (values[column] - weights.mean[column])
                / max(sqrtf(weights.variance[column]), Self.leastDeviation)
        }
    }
}

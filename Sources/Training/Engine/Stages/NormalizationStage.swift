import Glibc

/// Takes each input's mean away and divides by its deviation.
final class NormalizationStage: WeightedStage {
    private let room: BatchRoom
    private let mean: Buffer<Float>
    private let variance: Buffer<Float>
    /// `max(sqrt(variance), 1e-7)`.
    private let deviation: Buffer<Float>
    private let columns: Int
    private let clock: PhaseClock?

    init(_ plan: StagePlan) throws {
        columns = plan.width
        room = try plan.room(columns: columns)
        mean = try Buffer(zeros: columns)
        variance = try Buffer(zeros: columns)
        deviation = try Buffer(zeros: columns)
        clock = plan.clock
    }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        let out = room.block(batch.count)
        clock.measure(.activations) {
            for row in 0..<out.rows {
                let from = input.values + row * input.stride
                let to = out.values + row * out.stride
                for column in 0..<columns { to[column] = (from[column] - mean[column]) / deviation[column] }
            }
        }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        guard isWanted else { return gradient }
        for row in 0..<gradient.rows {
            let values = gradient.values + row * gradient.stride
            for column in 0..<columns { values[column] /= deviation[column] }
        }
        return gradient
    }

    func load(_ weights: Network.Weights) {
        let (means, variances) = (weights.mean, weights.variance)
        precondition(
            means.count == columns && variances.count == columns,
            "\(means.count) means and \(variances.count) variances for \(columns) inputs")
        for column in 0..<columns {
            mean[column] = means[column]
            variance[column] = variances[column]
            deviation[column] = max(sqrtf(variances[column]), Normalization.leastDeviation)
        }
    }

    func weights() -> Network.Weights {
        Network.Weights(
            mean: Array(UnsafeBufferPointer(start: mean.start, count: columns)),
            variance: Array(UnsafeBufferPointer(start: variance.start, count: columns)))
    }
}

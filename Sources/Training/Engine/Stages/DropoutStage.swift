/// Leaves out a share of its inputs while training.
///
/// The inputs left out follow from the seed and the number of the draw alone, whatever the number of threads.
final class DropoutStage: Stage {
    private let room: BatchRoom
    /// The factor of each input of the batch: 0, or 1 / (1 - rate).
    private let mask: BatchRoom
    private let threshold: UInt32
    private let scale: Float
    private let clock: PhaseClock?
    /// The generator that decides which inputs are left out next.
    var random: Random

    init(rate: Double, _ plan: StagePlan) throws {
        room = try plan.room(columns: plan.width)
        mask = try plan.room(columns: plan.width)
        threshold = UInt32(rate * 0x1p32)
        scale = Float(1 / (1 - rate))
        clock = plan.clock
        random = plan.random()
    }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        guard batch.isTraining else { return input }
        let out = room.block(batch.count)
        let mask = mask.block(batch.count)
        clock.measure(.activations) {
            for row in 0..<out.rows {
                let factors = mask.values + row * mask.stride
                for column in stride(from: 0, to: out.columns, by: 2) {
                    // Two decisions a draw; the second of an odd row falls into the padding.
                    let bits = random.next()
                    factors[column] = UInt32(truncatingIfNeeded: bits) < threshold ? 0 : scale
                    factors[column + 1] = UInt32(truncatingIfNeeded: bits >> 32) < threshold ? 0 : scale
                }
            }
            multiply(input, mask, into: out)
        }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        clock.measure(.activations) { multiply(gradient, mask.block(batch.count), into: gradient) }
        return gradient
    }

    private func multiply(_ block: Block, _ factors: Block, into out: Block) {
        for index in 0..<block.rows * block.stride {
            out.values[index] = block.values[index] * factors.values[index]
        }
    }
}

/// The sums of a dense layer, `inputs · kernel + bias`, over rows of numbers.
final class DenseStage: TrainableStage, WeightedStage {
    let dense: Dense
    let parameters: Parameters
    private let sums: BatchRoom
    /// The gradient with respect to the inputs.
    private let inputGradient: BatchRoom
    /// The gradient of the weights, the bias after the last row of the kernel; `[inputs + 1, stride]`.
    private let gradient: Buffer<Float>
    private let kernels: Kernels
    private let clock: PhaseClock?

    init(_ dense: Dense, inputs: Int, _ plan: StagePlan) throws {
        self.dense = dense
        parameters = try Parameters(inputs: inputs, units: dense.units, slotStarts: plan.slotStarts)
        sums = try plan.room(columns: dense.units)
        inputGradient = try plan.room(columns: inputs)
        gradient = try Buffer(zeros: parameters.count)
        kernels = plan.kernels
        clock = plan.clock
        if Kernels.leaveToBLAS(inputs: inputs, units: dense.units) {
            try kernels.productRoom.reserve()
        }
    }

    func load(_ weights: Network.Weights) { parameters.load(weights) }
    func weights() -> Network.Weights { parameters.weights() }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        let out = sums.block(batch.count)
        clock.measure(.products) {
            kernels.product(input, parameters.kernel, bias: parameters.bias, into: out)
        }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        let result = inputGradient.block(batch.count)
        if isWanted {
            clock.measure(.products) {
                kernels.product(gradient, transposed: parameters.kernel, into: result)
            }
        }
        return result
    }

    func findGradient(_ batch: Batch, _ delta: Block, input: Block) {
        let kernelGradient = Block(
            gradient.start, rows: parameters.inputs, columns: parameters.units, stride: parameters.stride)
        clock.measure(.products) {
            kernels.product(transposed: input, delta, into: kernelGradient)
            kernels.columnSums(delta, into: biasGradient)
        }
    }

    private var biasGradient: UnsafeMutablePointer<Float> {
        gradient.start + parameters.inputs * parameters.stride
    }

    func squareSums(_ batch: Batch) -> (kernel: Double, bias: Double) {
        let shaping = dense.shaping
        return (
            kernels.squareSum(
                gradient: gradient.start, of: parameters.pointers(), shaping.kernel,
                count: parameters.kernelCount),
            dense.useBias
                ? kernels.squareSum(
                    gradient: biasGradient, of: parameters.biasPointers, shaping.bias,
                    count: parameters.stride) : 0
        )
    }

    func move(
        _ target: Parameters, _ batch: Batch, by update: Kernels.Update, kernel: Kernels.Shaping,
        bias: Kernels.Shaping
    ) {
        clock.measure(.update) {
            kernels.update(
                target.pointers(), update, kernel, gradient: gradient.start, count: target.kernelCount)
            guard dense.useBias else { return }
            kernels.update(target.biasPointers, update, bias, gradient: biasGradient, count: target.stride)
        }
    }
}

extension Dense {
    /// The changes that the penalties make to the gradients of kernel and bias.
    var shaping: (kernel: Kernels.Shaping, bias: Kernels.Shaping) {
        (Kernels.Shaping(kernelRegularizer), Kernels.Shaping(biasRegularizer))
    }
}

extension Kernels.Shaping {
    fileprivate init(_ regularizer: Regularizer?) {
        self.init(l1: Float(regularizer?.l1 ?? 0), l2: Float(regularizer?.l2 ?? 0))
    }
}

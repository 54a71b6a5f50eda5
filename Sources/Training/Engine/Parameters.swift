/// The weights of a dense layer as the kernels want them: padded rows, the bias after the last row of the kernel.
final class Parameters {
    /// The number of inputs.
    let inputs: Int
    /// The number of units, each with one output.
    let units: Int
    /// The distance from one row to the next, in numbers.
    let stride: Int
    /// `[inputs + 1, stride]`.
    private let values: Buffer<Float>
    /// The numbers that the optimizer keeps for each weight, in the same form.
    private let slots: [Buffer<Float>]

    /// Makes room for weights.
    ///
    /// - Parameters:
    ///   - inputs: The number of inputs.
    ///   - units: The number of units.
    ///   - slotStarts: The first values of the numbers that an optimizer keeps for each weight.
    /// - Throws: ``EngineError/outOfMemory(bytes:limit:)``.
    init(inputs: Int, units: Int, slotStarts: [Float]) throws {
        self.inputs = inputs
        self.units = units
        stride = Block.stride(columns: units)
        let count = (inputs + 1) * stride
        values = try Buffer(zeros: count)
        slots = try slotStarts.map { start in
            let slot = try Buffer<Float>(zeros: count)
            if start != 0 { slot.start.update(repeating: start, count: count) }
            return slot
        }
    }

    /// The number of weights, padding included.
    var count: Int { values.count }
    /// The number of weights in the kernel, padding included.
    var kernelCount: Int { inputs * stride }
    /// `[inputs, units]`.
    var kernel: Block { Block(values.start, rows: inputs, columns: units, stride: stride) }
    /// `[units]`.
    var bias: UnsafeMutablePointer<Float> { values.start + inputs * stride }

    /// Weights and slots from one number on, for an optimizer.
    func pointers(from offset: Int = 0) -> Kernels.Values {
        func slot(_ index: Int) -> UnsafeMutablePointer<Float>? {
            index < slots.count ? slots[index].start + offset : nil
        }
        return Kernels.Values(
            values: values.start + offset, slot0: slot(0), slot1: slot(1), slot2: slot(2))
    }

    /// The bias and its slots, for an optimizer.
    var biasPointers: Kernels.Values { pointers(from: kernelCount) }

    /// Takes over weights; what the optimizer keeps stays as it is.
    func load(_ weights: Network.Weights) {
        let (kernel, bias) = (weights.kernel, weights.bias)
        precondition(
            kernel.rows == inputs && kernel.columns == units,
            "a [\(kernel.rows), \(kernel.columns)] kernel for a layer of [\(inputs), \(units)]")
        kernel.values.withUnsafeBufferPointer { source in
            guard let first = source.baseAddress else { return }
            for row in 0..<inputs {
                (values.start + row * stride).update(from: first + row * units, count: units)
            }
        }
        for unit in 0..<units { self.bias[unit] = bias[unit] }
    }

    /// A copy of what the optimizer keeps, with the padding: `[slots][(inputs + 1) × stride]`.
    func slotValues() -> [[Float]] {
        slots.map { Array(UnsafeBufferPointer(start: $0.start, count: count)) }
    }

    /// Takes over what an optimizer has kept, as far as it is of the same shape.
    func load(slots values: [[Float]]) {
        for (slot, values) in zip(slots, values) where values.count == count {
            values.withUnsafeBufferPointer { source in
                if let first = source.baseAddress { slot.start.update(from: first, count: count) }
            }
        }
    }

    /// A copy of the weights as values.
    func weights() -> Network.Weights {
        let kernel = [Float](unsafeUninitializedCapacity: inputs * units) { target, count in
            guard let first = target.baseAddress else { return }
            for row in 0..<inputs {
                (first + row * units).initialize(from: values.start + row * stride, count: units)
            }
            count = inputs * units
        }
        return Network.Weights(
            kernel: Matrix(rows: inputs, columns: units, values: kernel),
            bias: Array(UnsafeBufferPointer(start: bias, count: units)))
    }
}

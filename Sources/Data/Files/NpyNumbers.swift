/// Numbers as numpy stores them, in an `.npy` file or within a pickle: the one place that converts them.
struct NpyNumbers: Sendable {
    /// A type of numbers that nnboard reads.
    let type: NpyType
    /// The size along each axis.
    let shape: [Int]
    /// The numbers stand column by column.
    let isFortran: Bool
    /// As many bytes as the shape needs.
    private let bytes: ArraySlice<UInt8>

    /// Wraps stored numbers.
    ///
    /// - Parameters:
    ///   - type: For which ``NpyType/isNumber`` holds.
    ///   - shape: The size along each axis.
    ///   - isFortran: The numbers stand column by column.
    ///   - bytes: As many as type and shape need.
    init(_ type: NpyType, shape: [Int], isFortran: Bool, bytes: ArraySlice<UInt8>) {
        precondition(type.isNumber && bytes.count == shape.reduce(type.size, *))
        (self.type, self.shape, self.isFortran, self.bytes) = (type, shape, isFortran, bytes)
    }

    /// The numbers as floats, row by row.
    ///
    /// - Throws: ``StrayNumber`` for the first that is not finite or beyond the range.
    func floats() throws(StrayNumber) -> [Float] { try numbers(FloatUse.self) }

    /// The numbers as whole ones, row by row.
    ///
    /// - Throws: ``StrayNumber`` for the first that is not whole or doesn't fit 32 bits.
    func integers() throws(StrayNumber) -> [Int32] { try numbers(IntegerUse.self) }

    private func numbers<Use: NumberUse>(_ use: Use.Type) throws(StrayNumber) -> [Use.Result] {
        // One call for each type, so that the compiler makes a loop for each.
        switch (type.kind, type.size) {
        case (.bool, _): try numbers(use, of: StoredFlag.self)
        case (.signed, 1): try numbers(use, of: Int8.self)
        case (.signed, 2): try numbers(use, of: Int16.self)
        case (.signed, 4): try numbers(use, of: Int32.self)
        case (.signed, _): try numbers(use, of: Int64.self)
        case (.unsigned, 1): try numbers(use, of: UInt8.self)
        case (.unsigned, 2): try numbers(use, of: UInt16.self)
        case (.unsigned, 4): try numbers(use, of: UInt32.self)
        case (.unsigned, _): try numbers(use, of: UInt64.self)
        case (_, 2): try numbers(use, of: Float16.self)
        case (_, 4): try numbers(use, of: Float.self)
        case (_, 8): try numbers(use, of: Double.self)
        case (_, 12): try numbers(use, of: ExtendedFloat12.self)
        default: try longDoubles(use)
        }
    }

    /// Floats of 16 bytes, by the processor that wrote them.
    private func longDoubles<Use: NumberUse>(_ use: Use.Type) throws(StrayNumber) -> [Use.Result] {
        let bytes = machineOrder
        return QuadrupleFloat.seems(toBeIn: bytes)
            ? try numbers(use, of: QuadrupleFloat.self, bytes)
            : try numbers(use, of: ExtendedFloat.self, bytes)
    }

    @inline(__always)
    private func numbers<Use: NumberUse, Number: StoredNumber>(
        _ use: Use.Type, of number: Number.Type
    ) throws(StrayNumber) -> [Use.Result] {
        try numbers(use, of: number, machineOrder)
    }

    @inline(__always)
    private func numbers<Use: NumberUse, Number: StoredNumber>(
        _ use: Use.Type, of: Number.Type, _ bytes: ArraySlice<UInt8>
    ) throws(StrayNumber) -> [Use.Result] {
        let size = MemoryLayout<Number>.size
        let count = bytes.count / size
        var stray: StrayNumber?
        let result = [Use.Result](unsafeUninitializedCapacity: count) { results, filled in
            bytes.withUnsafeBytes { bytes in
                if Use.accepts(all: Number.self) {
                    for index in 0..<count {
                        let number = bytes.loadUnaligned(fromByteOffset: index * size, as: Number.self)
                        results[index] = Use.convert(number)
                    }
                    filled = count
                    return
                }
                for index in 0..<count {
                    let number = bytes.loadUnaligned(fromByteOffset: index * size, as: Number.self)
                    guard let result = Use.read(number) else {
                        // A NaN's sign means nothing, and Swift would show it.
                        let text = "\(number)".hasSuffix("nan") ? "nan" : "\(number)"
                        stray = StrayNumber(index: index, text: text, problem: Use.problem(with: number))
                        break
                    }
                    results[index] = result
                    filled = index + 1
                }
            }
        }
        if let stray { throw stray }
        return result
    }

    /// The bytes row by row, the lowest byte of a number first, as this machine has them.
    private var machineOrder: ArraySlice<UInt8> {
        let size = type.size
        let reverses = type.isBigEndian && size > 1
        let reorders = isFortran && shape.count > 1
        guard (reverses || reorders) && !bytes.isEmpty else { return bytes }
        let steps = reorders ? shape.columnSteps : shape.rowSteps
        let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, filled in
            bytes.withUnsafeBytes { source in
                // The place along each axis, counted up like an odometer.
                var place = [Int](repeating: 0, count: shape.count)
                var start = 0
                for number in 0..<source.count / size {
                    for byte in 0..<size {
                        target[number * size + byte] =
                            source[
                                start * size + (reverses ? size - 1 - byte : byte)]
                    }
                    var axis = shape.count - 1
                    while axis >= 0 {
                        place[axis] += 1
                        start += steps[axis]
                        guard place[axis] == shape[axis] else { break }
                        start -= steps[axis] * shape[axis]
                        place[axis] = 0
                        axis -= 1
                    }
                }
                filled = source.count
            }
        }
        return result[...]
    }
}

extension [Int] {
    /// The distance from one number to the next along each axis of a shape, where the first axis runs fastest.
    fileprivate var columnSteps: [Int] {
        var steps: [Int] = []
        var step = 1
        for size in self {
            steps.append(step)
            step *= size
        }
        return steps
    }

    /// The same, where the last axis runs fastest.
    fileprivate var rowSteps: [Int] { [Int](reversed()).columnSteps.reversed() }
}

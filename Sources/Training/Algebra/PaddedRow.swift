/// One row of numbers with its padding, for a kernel that is called for a single sample.
struct PaddedRow {
    private var numbers: [Float]
    private let columns: Int

    init(_ values: [Float]) {
        columns = values.count
        numbers = values + Array(repeating: 0, count: Block.stride(columns: columns) - columns)
    }

    /// The row without its padding.
    var values: [Float] { Array(numbers.prefix(columns)) }

    /// Lends the row to a kernel; `nil` where it is empty.
    @discardableResult
    mutating func withBlock<Result>(_ body: (Block) -> Result) -> Result? {
        let columns = columns
        return numbers.withUnsafeMutableBufferPointer { buffer in
            guard columns > 0, let start = buffer.baseAddress else { return nil }
            return body(Block(start, rows: 1, columns: columns, stride: buffer.count))
        }
    }
}

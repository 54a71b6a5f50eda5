import Datasets

@testable import Training

/// Rows with their padding, for calling kernels directly.
final class Rows {
    let columns: Int
    private let block: Block

    init(_ rows: [[Float]]) {
        columns = rows.first?.count ?? 0
        let stride = Block.stride(columns: columns)
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: rows.count * stride)
        memory.initialize(repeating: 0, count: rows.count * stride)
        for (index, row) in rows.enumerated() {
            for (column, value) in row.enumerated() { memory[index * stride + column] = value }
        }
        block = Block(memory, rows: rows.count, columns: columns, stride: stride)
    }

    convenience init(count: Int, columns: Int) {
        self.init(Array(repeating: Array(repeating: 0, count: columns), count: count))
    }

    /// Rows of the same shape full of one number, padding included.
    convenience init(_ rows: [[Float]], filledWith number: Float) {
        self.init(rows)
        for index in 0..<block.rows * block.stride { block.values[index] = number }
    }

    deinit { block.values.deallocate() }

    func withBlock<Result>(_ body: (Block) throws -> Result) rethrows -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(block)
    }

    var values: [Float] {
        (0..<block.rows).flatMap { row in (0..<columns).map { block.values[row * block.stride + $0] } }
    }
}

extension Rows {
    /// The rows as parameters of an optimizer, with what it keeps for them; valid as long as all of them live.
    func parameters(_ slots: [Rows]) -> Kernels.Values {
        func start(_ index: Int) -> UnsafeMutablePointer<Float>? {
            index < slots.count ? slots[index].withBlock(\.values) : nil
        }
        return Kernels.Values(
            values: withBlock(\.values), slot0: start(0), slot1: start(1), slot2: start(2))
    }
}

extension JSON {
    /// A list of lists of numbers.
    var rows: [[Float]] { list.map(\.floats) }

    /// The same, where a list of plain numbers stands for a column.
    var matrix: [[Float]] { list.map { $0.number.map { [Float($0)] } ?? $0.floats } }
}

extension [[Float]] {
    /// Rows of zeros and ones in sparse form.
    var sparse: SparseRows {
        var offsets: [Int32] = [0]
        var indices: [Int32] = []
        for row in self {
            indices += row.indices.filter { row[$0] != 0 }.map(Int32.init)
            offsets.append(Int32(indices.count))
        }
        return SparseRows(columns: first?.count ?? 0, offsets: offsets, indices: indices)
    }

    var dense: DenseRows { DenseRows(columns: first?.count ?? 1, values: flatMap(\.self)) }
}

/// The levels that this machine has, each to be put to the same tests.
let everyKernels = Kernels.Level.available.map(Kernels.init(level:))

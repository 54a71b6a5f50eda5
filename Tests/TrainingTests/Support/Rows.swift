import Datasets

@testable import Training

/// Rows with their padding, for calling kernels directly.
final class Rows {
    let columns: Int
    private var storage: [Float]
    private let count: Int
    private let stride: Int

    init(_ rows: [[Float]]) {
        columns = rows.first?.count ?? 0
        count = rows.count
        stride = Block.stride(columns: columns)
        storage = rows.flatMap { $0 + Array(repeating: 0, count: Block.stride(columns: $0.count) - $0.count) }
    }

    convenience init(count: Int, columns: Int) {
        self.init(Array(repeating: Array(repeating: 0, count: columns), count: count))
    }

    func withBlock<Result>(_ body: (Block) throws -> Result) rethrows -> Result {
        try storage.withUnsafeMutableBufferPointer {
            try body(Block($0.baseAddress!, rows: count, columns: columns, stride: stride))
        }
    }

    var values: [Float] {
        (0..<count).flatMap { storage[$0 * stride..<$0 * stride + columns] }
    }
}

extension JSON {
    /// A list of lists of numbers.
    var rows: [[Float]] { list.map(\.floats) }
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

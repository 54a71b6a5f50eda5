import Datasets

/// A reason why a network can't be trained on these samples and this machine.
public enum EngineError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The memory for weights, gradients or a batch can't be had.
    case outOfMemory(bytes: Int, limit: MemoryLimit?)
    /// OpenBLAS, which multiplies large matrices, can't be loaded; the limit is one that leaves no room for it.
    case noProducts(reason: String, limit: MemoryLimit?)
    /// OpenBLAS' buffers can't be had: one for each product at a time.
    case noRoomForProducts(bytes: Int, threads: Int, limit: MemoryLimit?)
    /// A sample's class is none that the last layer has a unit for.
    case labelOutOfRange(label: Int, units: Int, row: Int)
    /// The samples have another count of numbers to be compared with than the last layer gives.
    case wrongTargets(values: Int, outputs: Int)
    /// A sample has a one in a column that there isn't.
    case columnOutOfRange(column: Int, columns: Int)

    /// One sentence: what happened, and what to do next.
    public var description: String {
        switch self {
        case .outOfMemory(let bytes, let limit):
            "There is no room for another \(MemoryLimit.megabytes(bytes))\(Self.words(on: limit)). "
                + (limit == nil ? "Give" : "Raise the limit, give")
                + " the layers fewer units, or make the batches smaller."
        case .noProducts(_, let limit?):
            "Layers of this size need OpenBLAS, which can't be loaded \(limit.words). "
                + "Raise the limit, or give the layers fewer units."
        case .noProducts(let reason, nil):
            "Layers of this size need OpenBLAS, which can't be loaded: \(reason). "
                + (Self.isMissingOrBroken(reason) ? "Install it (apt install libopenblas0), or give" : "Give")
                + " the layers fewer units."
        case .noRoomForProducts(let bytes, let threads, let limit):
            "There is no room for another \(MemoryLimit.megabytes(bytes)), in which OpenBLAS multiplies on "
                + "\(threads.counted("thread"))\(Self.words(on: limit)). "
                + (limit == nil ? "End other programs" : "Raise the limit")
                + (threads == 1 ? "" : ", take fewer threads (--threads)")
                + ", or give the layers fewer units."
        case .labelOutOfRange(let label, let units, let row):
            "Row \(row) has label \(label), but the last layer has \(units) units. "
                + (label < 0 ? "Correct the row." : "Give it at least \(label + 1), or correct the row.")
        case .wrongTargets(let values, let outputs):
            "Each sample has \(values) numbers to be learnt, but the last layer gives \(outputs). "
                + "Give it \(values) units."
        case .columnOutOfRange(let column, let columns):
            "A row has a one in column \(column), but there are only \(columns) columns. Correct the data."
        }
    }

    /// Tells whether a library is to be installed, by the reason that the loader gives: not where one is there that can't
    /// be opened.
    private static func isMissingOrBroken(_ reason: String) -> Bool {
        !reason.contains("cannot open") || reason.contains("No such file")
    }

    private static func words(on limit: MemoryLimit?) -> String { limit.map { " \($0.words)" } ?? "" }
}

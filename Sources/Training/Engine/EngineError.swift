/// Why a network can't be trained on this machine.
public enum EngineError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The memory for weights, gradients or a batch can't be had.
    case outOfMemory(bytes: Int)

    /// One sentence: what happened, and what to do next.
    public var description: String {
        switch self {
        case .outOfMemory(let bytes):
            "There is no room for another \(bytes / 1_000_000) MB. "
                + "Give the layers fewer units, or make the batches smaller."
        }
    }
}

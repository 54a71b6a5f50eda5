/// Going back in a run, going on from there, and changing it while it goes on.
public enum TimeChange: Hashable, Sendable {
    /// Nothing yet.
    case none
}

extension TimeChange: LosslessStringConvertible {
    /// The change as text.
    public var description: String {
        switch self {
        case .none: "time"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        return nil
    }
}

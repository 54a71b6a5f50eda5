/// What is done with sessions and models as files.
public enum SessionChange: Hashable, Sendable {
    /// Nothing yet.
    case none
}

extension SessionChange: LosslessStringConvertible {
    /// The change as text.
    public var description: String {
        switch self {
        case .none: "session"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        return nil
    }
}

/// What is asked of one prediction: which words decided it, and what would be if.
public enum WhyChange: Hashable, Sendable {
    /// Nothing yet.
    case none
}

extension WhyChange: LosslessStringConvertible {
    /// The change as text.
    public var description: String {
        switch self {
        case .none: "why"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        return nil
    }
}

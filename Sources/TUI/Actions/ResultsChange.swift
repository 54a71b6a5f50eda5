/// A change of how the results of a whole part are looked at.
public enum ResultsChange: Hashable, Sendable {
    /// Nothing yet.
    case none
}

extension ResultsChange: LosslessStringConvertible {
    /// The change as text.
    public var description: String {
        switch self {
        case .none: "results"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        return nil
    }
}

/// The number of colours that a terminal has, as far as it matters.
public enum ColorDepth: Equatable, Sendable {
    /// None, or none wanted: bold, underlined, reversed.
    case none
    /// The eight of 1979, in shades of the user's choice.
    case basic
    /// Sixteen: the eight, and a brighter form of each.
    case bright
    /// 256: besides the user's sixteen, a fixed cube and a fixed row of greys.
    case indexed
    /// Any colour.
    case direct

    /// Sorts a terminal by the number of its colours.
    ///
    /// - Parameters:
    ///   - colors: The number of colours that terminfo gives.
    ///   - noColor: The value of `NO_COLOR`; anything but nothing means that no colours are wanted (no-color.org).
    public init(colors: Int, noColor: String? = nil) {
        if let noColor, !noColor.isEmpty {
            self = .none
            return
        }
        switch colors {
        case ..<8: self = .none
        case ..<16: self = .basic
        case ..<256: self = .bright
        case 256: self = .indexed
        default: self = .direct
        }
    }
}

/// Bold and the like, besides the attributes that the theme adds.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Letters as they are.
    public static let plain: Attributes = []
    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// A line below.
    public static let underline = Attributes(rawValue: 2)
    /// Text and ground exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Weaker letters.
    public static let dim = Attributes(rawValue: 8)
    /// Slanted letters.
    public static let italic = Attributes(rawValue: 16)
}

/// One place of the screen: what stands there, and how it is meant.
public struct Cell: Hashable, Sendable {
    /// A printable character, with its combining marks; a space where nothing stands.
    ///
    /// In each column of a wide character but its first it is ``rightHalf``.
    public var character: Character
    /// The role, surface and attributes.
    public var style: Style

    /// Stands in the columns of a wide character behind its first, which has drawn it.
    public static let rightHalf: Character = "\0"

    /// Tells whether this is a column of a wide character behind its first.
    var isRightHalf: Bool { character.utf8.first == 0 }

    /// Makes a cell.
    public init(_ character: Character = " ", _ style: Style = Style()) {
        self.character = character
        self.style = style
    }
}

/// A key, or a chord of keys, as a terminal can tell it.
///
/// Its text form is what footers, help and key tables show: `a`, `A`, `?`, `space`, `enter`, `esc`, `tab`,
/// `shift+tab`, `ctrl+c`, `pageup`, `shift+left`, `f1`.
public enum Key: Hashable, Sendable {
    /// A key that writes a character; capitals are characters of their own.
    case character(Character)
    /// Control and a letter, in lower case.
    ///
    /// A terminal can't tell some of them from other keys: `ctrl+i` arrives as ``tab``, `ctrl+m` and `ctrl+j` as
    /// ``enter``, `ctrl+h` as ``backspace``, `ctrl+[` as ``escape``.
    case control(Character)
    /// Alt and a character, which a terminal sends as escape and the character.
    case alt(Character)
    /// Ends an entry, opens what is chosen.
    case enter
    /// Goes one level back.
    case escape
    /// Goes to the next pane or field, and to the one before.
    case tab, backTab
    /// Deletes to the left, deletes to the right, inserts.
    case backspace, delete, insert
    /// The arrows.
    case up, down, left, right
    /// The arrows with shift held.
    case shiftUp, shiftDown, shiftLeft, shiftRight
    /// The arrows with control held.
    case controlUp, controlDown, controlLeft, controlRight
    /// The longer ways through a list or a text.
    case home, end, pageUp, pageDown
    /// A function key, from 1.
    case function(Int)

    /// The space bar: a character like others, but its text form is `space`.
    public static let space = Key.character(" ")
    /// Alt and the backspace key, which deletes a word in many programs; its text form is `alt+backspace`.
    public static let altBackspace = Key.alt("\u{7F}")
}

extension Key: LosslessStringConvertible {
    /// Names of keys that are neither characters, chords nor function keys.
    private static let named: [(key: Key, name: String)] = [
        (.space, "space"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift+tab"),
        (.backspace, "backspace"), (.delete, "delete"), (.insert, "insert"), (.up, "up"), (.down, "down"),
        (.left, "left"), (.right, "right"), (.shiftUp, "shift+up"), (.shiftDown, "shift+down"),
        (.shiftLeft, "shift+left"), (.shiftRight, "shift+right"),
        (.controlUp, "ctrl+up"), (.controlDown, "ctrl+down"), (.controlLeft, "ctrl+left"),
        (.controlRight, "ctrl+right"), (.home, "home"), (.end, "end"),
        (.pageUp, "pageup"), (.pageDown, "pagedown"), (.control(" "), "ctrl+space"),
        (.alt(" "), "alt+space"), (.altBackspace, "alt+backspace"),
    ]
    private static let names = Dictionary(uniqueKeysWithValues: named.map { ($0.key, $0.name) })
    /// The highest function key that terminals have a code for.
    private static let functionKeys = 1...63

    /// Reads a key's text form.
    ///
    /// - Parameter description: The text form, as ``description`` writes it.
    public init?(_ description: String) {
        if let named = Self.named.first(where: { $0.name == description }) {
            self = named.key
        } else if description.count == 1, let character = description.first {
            guard character.printable == character else { return nil }
            self = .character(character)
        } else if description.hasPrefix("ctrl+"), let letter = description.last, description.count == 6 {
            guard letter.isASCII, letter.printable == letter, !letter.isUppercase else { return nil }
            self = .control(letter)
        } else if description.hasPrefix("alt+"), let character = description.last, description.count == 5 {
            guard character.printable == character else { return nil }
            self = .alt(character)
        } else if description.first == "f", let number = Int(description.dropFirst()) {
            guard Self.functionKeys ~= number, description == "f\(number)" else { return nil }
            self = .function(number)
        } else {
            return nil
        }
    }

    /// The text form: `a`, `ctrl+c`, `shift+tab`, `f1`.
    public var description: String {
        if let name = Self.names[self] { return name }
        return switch self {
        case .character(let character): String(character)
        case .control(let letter): "ctrl+\(letter)"
        case .alt(let character): "alt+\(character)"
        case .function(let number): "f\(number)"
        default: ""  // every other key has a name
        }
    }
}

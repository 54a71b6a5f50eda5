import Glibc

/// The characters that lines, bars and curves are drawn with.
public enum Glyphs: String, CaseIterable, Sendable {
    /// Braille for curves, rounded frames, eighths for bars: any terminal emulator.
    case braille
    /// Halves for curves and bars, square frames: nothing that the Linux console's own font (code page 437) lacks.
    case block
    /// Nothing beyond ASCII.
    case ascii

    /// The glyphs that suit a terminal.
    ///
    /// - Parameters:
    ///   - terminal: The value of `TERM`.
    ///   - codeset: The codeset that the locale names, or `nil` where it names none.
    /// - Returns: ASCII where the locale names a codeset other than UTF-8, blocks on the Linux console, else braille.
    public static func suiting(terminal: String, codeset: String?) -> Glyphs {
        if let codeset, !["UTF8", "UTF-8"].contains(codeset.uppercased()) { return .ascii }
        return terminal == "linux" || terminal.hasPrefix("linux-") ? .block : .braille
    }

    /// The codeset of the locale, which `LC_ALL` names before `LC_CTYPE` before `LANG`.
    ///
    /// - Parameter environment: The environment's variables.
    /// - Returns: The name behind the dot, also of a locale that this machine lacks, as after `ssh`; else the
    ///   codeset that the C library knows, which is ASCII for `C` and `POSIX`. `nil` where no variable names
    ///   a locale, or one that nobody knows.
    public static func codeset(in environment: [String: String]) -> String? {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let name = named else { return nil }
        if let codeset = name.split(separator: ".").dropFirst().first {
            return codeset.split(separator: "@").first.map(String.init)
        }
        guard let locale = newlocale(1 << LC_CTYPE, name, nil) else { return nil }
        defer { freelocale(locale) }
        return nl_langinfo_l(nl_item(CODESET), locale).map { String(cString: $0) }
    }

    /// Frame pieces: horizontal, vertical, then the corners from upper left to lower right.
    var frame: (horizontal: Character, vertical: Character, corners: [Character]) {
        switch self {
        case .braille: ("─", "│", ["╭", "╮", "╰", "╯"])
        case .block: ("─", "│", ["┌", "┐", "└", "┘"])
        case .ascii: ("-", "|", ["+", "+", "+", "+"])
        }
    }

    /// The characters of axes at their ticks: on the vertical axis, on the horizontal one, in the corner.
    var axis: (left: Character, bottom: Character, corner: Character) {
        self == .ascii ? ("|", "-", "+") : ("┤", "┬", "└")
    }

    /// The mark for text that was cut off.
    var ellipsis: String { self == .braille ? "…" : "~" }
    /// Between two facts on one line.
    var separator: String { self == .ascii ? " | " : " · " }
    /// The mark before the chosen row.
    var pointer: String {
        switch self {
        case .braille: "▸"
        case .block: "►"
        case .ascii: ">"
        }
    }
    /// Something is right; something is wrong.
    var verdict: (right: String, wrong: String) {
        switch self {
        case .braille: ("✓", "✗")
        case .block: ("√", "x")
        case .ascii: ("ok", "x")
        }
    }
    /// A dash between two words or numbers.
    var dash: String { self == .braille ? "–" : "-" }
    /// Running, paused, stopped or done.
    var states: (running: String, paused: String, idle: String) {
        switch self {
        case .braille: ("▶", "‖", "●")
        case .block: ("►", "║", "•")
        case .ascii: (">", "=", "o")
        }
    }
    /// A text as it was typed.
    func quoted(_ text: String) -> String { self == .braille ? "“\(text)”" : "\"\(text)\"" }
    /// A horizontal bar's cells, from one eighth full to full.
    var eighths: [Character] {
        switch self {
        case .braille: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
        // The console's font has halves only.
        case .block: ["▌", "▌", "▌", "▌", "█", "█", "█", "█"]
        case .ascii: ["=", "=", "=", "=", "#", "#", "#", "#"]
        }
    }
    /// The mark before a row that a person has marked.
    var marked: String { self == .braille ? "◆" : "*" }
    /// The mark behind the name of the column that a list is sorted by.
    func sortMark(isReversed: Bool) -> String {
        switch self {
        case .braille: isReversed ? "▼" : "▲"
        case .block: isReversed ? "▼" : "▲"
        case .ascii: isReversed ? "v" : "^"
        }
    }
    /// The character for the empty part of a bar.
    var track: Character { self == .ascii ? "." : "·" }
}

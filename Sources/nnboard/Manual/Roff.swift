/// A page in the language of manuals, roff with the macros of `man(7)`, line by line.
///
/// It is plain ASCII whatever goes in, and takes no text for a command.
struct Roff {
    /// The page.
    private(set) var source: String
    /// Tells whether a heading stands right above, which begins a paragraph itself.
    private var isBelowHeading = false

    /// Begins a page.
    ///
    /// - Parameters:
    ///   - name: The name of the page's subject.
    ///   - date: Its day, as in 2026-01-31.
    ///   - version: The program with its version.
    init(_ name: String, date: String, version: String) {
        // The date stands as it is, or it is none.
        source = ".TH \(name.uppercased()) 1 \(date) \"\(Self.escaped(version))\" \"User Commands\"\n"
        // Names that are typed must not be divided.
        source += ".nh\n.ad l\n"
    }

    /// Begins a section.
    mutating func section(_ title: String) { request("SH", title.uppercased()) }

    /// Begins a part of a section.
    mutating func subsection(_ title: String) { request("SS", title) }

    /// Begins a paragraph.
    mutating func paragraph(_ text: String) {
        if !isBelowHeading { request("PP") }
        self.text(text)
    }

    /// A term, and behind or below it what it means.
    ///
    /// - Parameters:
    ///   - term: The term to explain, in bold.
    ///   - value: The placeholder behind it in slanted letters, such as an option's value.
    ///   - text: The explanation.
    ///   - indent: The indentation of the explanation, in columns.
    mutating func item(_ term: String, value: String = "", _ text: String, indent: Int = 8) {
        request("TP", "\(indent)")
        source += "\\fB\(Self.escaped(term))\\fR"
        if !value.isEmpty { source += " \\fI\(Self.escaped(value))\\fR" }
        source += "\n"
        self.text(text)
    }

    /// One way to call the program.
    ///
    /// - Parameters:
    ///   - command: The words that are typed as they are, in bold.
    ///   - arguments: The words that a person replaces, in slanted letters.
    ///   - isFirst: No other way stands above.
    mutating func synopsis(_ command: String, _ arguments: String, isFirst: Bool) {
        if !isFirst { request("br") }
        source += "\\fB\(Self.escaped(command))\\fR"
        if !arguments.isEmpty { source += " \\fI\(Self.escaped(arguments))\\fR" }
        source += "\n"
    }

    /// Lines that are typed, kept as they are.
    mutating func example(_ lines: [String]) {
        request("PP")
        request("EX")
        for line in lines { put(Self.escaped(line)) }
        request("EE")
    }

    /// Text in lines as roff likes them: short, and a new one for each sentence.
    mutating func text(_ text: String) {
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace).map({ Self.escaped(String($0)) }) {
            if !line.isEmpty, line.count + 1 + word.count > 78 {
                put(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
            if let last = word.last, ".?!".contains(last) {
                put(line)
                line = ""
            }
        }
        if !line.isEmpty { put(line) }
    }

    private mutating func request(_ name: String, _ arguments: String...) {
        let words = arguments.map { " \"" + Self.escaped($0) + "\"" }
        source += ".\(name)\(words.joined())\n"
        isBelowHeading = ["SH", "SS"].contains(name)
    }

    private mutating func put(_ line: String) {
        // A line that begins like this would be a command.
        let isCommand = line.first == "." || line.first == "'"
        isBelowHeading = false
        source += (isCommand ? "\\&" : "") + line + "\n"
    }

    /// Text that shows as it is, also where it is copied from the page.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\(rs"
            case "-": escaped += "\\-"
            case "\"": escaped += "\\(dq"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case " "..."~": escaped.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return escaped
    }
}

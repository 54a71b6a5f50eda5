/// A mistake in a term, said so that its writer can mend it.
public enum TermError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A number has a decimal comma.
    case decimalComma(found: String, advice: String)
    /// A number is larger than any that can be kept.
    case tooLarge(found: String)
    /// The text is not of a term's form.
    case malformed(text: String, at: Int, expected: String)
    /// No choice of that kind has this name; the choices may have other names, too.
    case unknownName(String, kind: String, choices: [String], aliases: [String] = [])
    /// The term takes no such argument.
    case unknownArgument(String, of: String, choices: [String])
    /// An argument is given more than once, by label or by place.
    case repeatedArgument(String, of: String)
    /// An argument is missing.
    case missingArgument(String, of: String)
    /// An argument holds something else than it should.
    case wrongArgument(String, of: String, found: String, expected: String)

    /// One sentence: what was found, and what to write instead.
    public var description: String {
        switch self {
        case .decimalComma(_, let advice): advice
        case .tooLarge(let found):
            "“\(found)” is too large for a number: numbers go from -1.8e308 to 1.8e308. Write one nearer to 0."
        case .malformed(let text, let offset, let expected):
            "“\(text)” can't be read at character \(offset + 1): expected \(expected)."
        case .unknownName(let name, let kind, let choices, let aliases):
            "There is no \(kind) called “\(name)”. "
                + Self.suggestion(for: name, among: choices, aliases: aliases)
        case .unknownArgument(let label, let term, let choices):
            choices.isEmpty
                ? "“\(term)” takes no arguments; remove “\(label)”."
                : "“\(term)” has no argument “\(label)”. " + Self.suggestion(for: label, among: choices)
        case .repeatedArgument(let label, let term): "“\(term)” is given “\(label)” twice; remove one."
        case .missingArgument(let label, let term):
            "“\(term)” needs “\(label)”: write \(term)(\(label)=…)."
        case .wrongArgument(let label, let term, let found, let expected):
            "“\(label)” of “\(term)” is \(found), but must be \(expected)."
        }
    }

    /// Tells whether digits say more than a number can be; “inf” has none.
    public static func isTooLarge(_ text: String) -> Bool {
        Double(text)?.isInfinite == true && text.contains(where: \.isNumber)
    }

    /// The advice on a name that nothing has, where there are too many to be listed.
    ///
    /// - Parameters:
    ///   - word: The name that nothing has.
    ///   - choices: The names there are.
    ///   - list: The command that lists them, as it is typed.
    /// - Returns: A sentence.
    public static func nearest(to word: String, among choices: [String], list: String) -> String {
        guard let choice = near(word, choices) else { return "“\(list)” lists them." }
        return "Did you mean “\(choice)”?"
    }

    /// More choices than these would fill the screen.
    private static let mostListed = 24
    /// As many of them are named then.
    private static let mostNamed = 5

    /// The nearest name, if one is near.
    private static func near(_ word: String, _ choices: [String]) -> String? {
        // The beginning of one name alone stands for it.
        let begun = word.count > 1 ? choices.filter { $0.hasPrefix(word) } : []
        if let choice = begun.first, begun.count == 1 { return choice }
        let nearest = choices.map { ($0, word.editDistance(to: $0)) }.min { $0.1 < $1.1 }
        return nearest.flatMap { $0.1 <= max(2, word.count / 3) ? $0.0 : nil }
    }

    /// The advice on a name that nothing has: the nearest one that exists, or all of them.
    ///
    /// - Parameters:
    ///   - word: The name that nothing has.
    ///   - choices: The names there are.
    ///   - aliases: Other names that would do, but need not be listed.
    /// - Returns: A sentence.
    public static func suggestion(
        for word: String, among choices: [String], aliases: [String] = []
    ) -> String {
        if let choice = near(word, choices + aliases) { return "Did you mean “\(choice)”?" }
        guard choices.count > mostListed else { return "Choose one of \(choices.joined(separator: ", "))." }
        let nearest = choices.sorted { word.editDistance(to: $0) < word.editDistance(to: $1) }.prefix(
            mostNamed)
        return "The nearest of \(choices.count) are \(nearest.joined(separator: ", "))."
    }
}

extension String {
    /// The number of letters to insert, delete or change to turn this word into the other (Levenshtein,
    /// 1966).
    public func editDistance(to other: String) -> Int {
        let target = Array(other.lowercased())
        var row = Array(0...target.count)
        for (i, letter) in lowercased().enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in target.indices {
                let substitution = diagonal + (letter == target[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(substitution, diagonal + 1, row[j] + 1)
            }
        }
        return row[target.count]
    }
}

extension Term {
    /// Reads one term; the whole text must be used up.
    ///
    /// - Parameter text: For example `dense(64, activation=relu)`.
    /// - Throws: ``TermError/malformed(text:at:expected:)`` with the place of the fault, or
    ///   ``TermError/decimalComma(found:advice:)``.
    public init(parsing text: String) throws {
        var parser = try TermParser(text)
        self = try parser.term()
        try parser.end()
    }

    /// Reads terms separated by commas; no text gives no terms.
    ///
    /// - Parameter text: For example `dense(64, activation=relu), dense(46, activation=softmax)`.
    /// - Returns: The terms in order.
    /// - Throws: ``TermError/malformed(text:at:expected:)`` with the place of the fault.
    public static func list(parsing text: String) throws -> [Term] {
        var parser = try TermParser(text)
        var terms: [Term] = []
        if parser.isAtEnd { return [] }
        repeat { terms.append(try parser.term()) } while parser.skip(",")
        try parser.end()
        return terms
    }
}

extension Term.Value {
    /// Reads values separated by commas; no text gives no values.
    ///
    /// - Parameter text: For example `64, dropout(0.5), 32`.
    /// - Returns: The values in order.
    /// - Throws: ``TermError/malformed(text:at:expected:)`` with the place of the fault.
    public static func list(parsing text: String) throws -> [Term.Value] {
        var parser = try TermParser(text)
        var values: [Term.Value] = []
        if parser.isAtEnd { return [] }
        repeat { values.append(try parser.value()) } while parser.skip(",")
        try parser.end()
        return values
    }
}

/// Reads ``Term``'s grammar from left to right.
private struct TermParser {
    /// Deeper nesting than any value of ours has is a mistake, and would only cost stack.
    static let deepest = 16

    let text: String
    /// Single code points: a mark that joins the character before it must not hide a quotation mark.
    let characters: [Unicode.Scalar]
    var position = 0
    var depth = 0

    init(_ text: String) throws {
        self.text = text
        characters = Array(text.unicodeScalars)
        if text.utf8.contains(UInt8(ascii: ",")) { try Self.refuseDecimalComma(in: text) }
        skipSpaces()
    }

    /// Refuses `0,001`, which would be read as two numbers.
    private static func refuseDecimalComma(in text: String) throws {
        // Between quotation marks a comma is a comma.
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        for place in stride(from: 0, to: parts.count, by: 2) {
            guard let comma = DecimalComma(in: parts[place]) else { continue }
            throw TermError.decimalComma(found: comma.found, advice: comma.advice)
        }
    }

    var isAtEnd: Bool { position == characters.count }

    func malformed(_ expected: String) -> TermError {
        .malformed(text: text, at: position, expected: expected)
    }

    mutating func skipSpaces() {
        while position < characters.count, characters[position].properties.isWhitespace { position += 1 }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < characters.count, characters[position] == character else { return false }
        position += 1
        skipSpaces()
        return true
    }

    func end() throws {
        guard isAtEnd else { throw malformed("nothing more") }
    }

    mutating func term() throws -> Term {
        let start = position
        let word = word()
        guard let name = word, Self.isName(name) else {
            if let word, TermError.isTooLarge(word) { throw TermError.tooLarge(found: word) }
            position = start
            throw malformed("a name")
        }
        guard skip("(") else { return Term(name) }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw malformed("fewer parentheses within each other") }
        var arguments: [Term.Argument] = []
        if skip(")") { return Term(name) }
        repeat { arguments.append(try argument()) } while skip(",")
        guard skip(")") else { throw malformed("“,” or “)”") }
        return Term(name, arguments)
    }

    mutating func argument() throws -> Term.Argument {
        let start = position
        if let label = word(), Self.isName(label), skip("=") {
            return Term.Argument(label, try value())
        }
        position = start
        return Term.Argument(nil, try value())
    }

    mutating func value() throws -> Term.Value {
        if position < characters.count, characters[position] == "\"" { return .text(try quoted()) }
        let start = position
        guard let word = word() else { throw malformed("a value") }
        switch word {
        case "true", "True": return .flag(true)
        case "false", "False": return .flag(false)
        case "none", "None": return .none
        default:
            if let number = Double(word), number.isFinite { return .number(number) }
            position = start
            return .term(try term())
        }
    }

    static func isName(_ word: String) -> Bool {
        word.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    }

    /// A run of letters, digits and the signs that occur in names and numbers.
    mutating func word() -> String? {
        let start = position
        while position < characters.count, Self.belongsToWord(characters[position]) { position += 1 }
        guard position > start else { return nil }
        defer { skipSpaces() }
        return Self.text(characters[start..<position])
    }

    static func belongsToWord(_ character: Unicode.Scalar) -> Bool {
        character.properties.isAlphabetic || character.properties.numericType != nil
            || "_-+./".unicodeScalars.contains(character)
    }

    static func text(_ characters: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters)
        return String(text)
    }

    mutating func quoted() throws -> String {
        position += 1
        var result: [Unicode.Scalar] = []
        while position < characters.count {
            let character = characters[position]
            position += 1
            switch character {
            case "\"":
                skipSpaces()
                return Self.text(result)
            case "\\":
                guard position < characters.count else { throw malformed("a character after “\\”") }
                result.append(characters[position] == "n" ? "\n" : characters[position])
                position += 1
            default: result.append(character)
            }
        }
        throw malformed("a closing quotation mark")
    }
}

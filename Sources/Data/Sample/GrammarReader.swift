/// A mistake in a grammar's text.
enum GrammarError: Error, Equatable, CustomStringConvertible {
    /// A rule isn't written as ``Grammar`` says.
    case malformed(rule: String, expected: String)
    /// A scope has no rule of this name, though a story would use it.
    case noRule(String, topic: String)

    /// One sentence: what was found, and what to write instead.
    var description: String {
        switch self {
        case .malformed(let rule, let expected): "The rule “\(rule)” is malformed: it needs \(expected)."
        case .noRule(let name, let topic):
            "Stories about \(topic) use the rule “\(name)”, which is not there; write it, or mend the name."
        }
    }
}

extension Grammar {
    /// Adds the rules of a text.
    ///
    /// - Parameters:
    ///   - text: Rules, as ``Grammar`` describes them.
    ///   - scope: The meanings of names so far.
    /// - Returns: The meanings of names in stories that know these rules too; new ones hide those of the same
    ///   name.
    /// - Throws: ``GrammarError/malformed(rule:expected:)``.
    mutating func read(_ text: String, in scope: GrammarScope = GrammarScope()) throws -> GrammarScope {
        var scope = scope
        var paragraph: [UInt8] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
            let content = line.dropFirst(indentation)
            guard let first = content.first, first != UInt8(ascii: "#") else { continue }
            switch indentation {
            case 0:
                try read(paragraph: paragraph, into: &scope)
                paragraph = Array(content)
            case 1...4:
                paragraph.append(UInt8(ascii: "|"))
                paragraph += content
            default:
                paragraph.append(UInt8(ascii: " "))
                paragraph += content
            }
        }
        try read(paragraph: paragraph, into: &scope)
        return scope
    }

    private mutating func read(paragraph: [UInt8], into scope: inout GrammarScope) throws {
        guard !paragraph.isEmpty else { return }
        var reader = RuleReader(paragraph)
        let rule = try reader.rule(into: &self)
        scope[number(ofName: reader.name)] = rule
    }
}

/// Reads one rule, byte by byte.
private struct RuleReader {
    let bytes: [UInt8]
    var position = 0
    var name = ""

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func malformed(_ expected: String) -> GrammarError {
        .malformed(rule: name.isEmpty ? String(decoding: bytes, as: UTF8.self) : name, expected: expected)
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while skip(" ") {}
    }

    /// Everything up to a space or a sign.
    mutating func word() -> String {
        let start = position
        while let byte = next, !" |{}()[]".utf8.contains(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func rule(into grammar: inout Grammar) throws -> Int {
        name = word()
        // "move:" has its colon at the word; "city ~" and "surname +" have theirs behind a space.
        let colon = name.last == ":"
        if colon { name.removeLast() }
        guard !name.isEmpty else { throw malformed("a name") }
        skipSpaces()
        if !colon, skip("+") { return try joins(into: &grammar) }
        let ranked = !colon && skip("~")
        guard colon || ranked else { throw malformed("“:”, “~” or “+” after its name") }
        skipSpaces()
        // If all phrases stand on lines of their own, the first bar begins nothing.
        if skip("|") { skipSpaces() }
        let rule = try choice(ranked ? .byRank : .evenly, into: &grammar)
        guard next == nil else { throw malformed("no closing bracket that nothing opened") }
        return rule
    }

    /// Phrases up to a closing bracket or the end.
    mutating func choice(
        _ manner: Grammar.Manner = .evenly, orNothing: Bool = false, into grammar: inout Grammar
    ) throws -> Int {
        var choices: [Int32] = []
        repeat {
            let (symbols, weight) = try phrase(into: &grammar)
            guard !symbols.isEmpty else { throw malformed("a word on each side of “|”") }
            grammar.append(symbols, weight: weight, to: &choices)
        } while skip("|")
        if orNothing { grammar.append([], weight: choices.count, to: &choices) }
        return grammar.appendRule(choices, manner)
    }

    mutating func phrase(into grammar: inout Grammar) throws -> (symbols: [Grammar.Symbol], weight: Int) {
        var symbols: [Grammar.Symbol] = []
        while true {
            skipSpaces()
            switch next {
            case nil, UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"): return (symbols, 1)
            case UInt8(ascii: "{"): symbols.append(try braces(into: &grammar))
            case UInt8(ascii: "("):
                position += 1
                symbols.append(.choice(try choice(into: &grammar)))
                guard skip(")") else { throw malformed("“)”") }
            case UInt8(ascii: "["):
                position += 1
                symbols.append(.choice(try choice(orNothing: true, into: &grammar)))
                guard skip("]") else { throw malformed("“]”") }
            case UInt8(ascii: "*"):
                position += 1
                guard let weight = Int(word()), weight > 0 else { throw malformed("a number after “*”") }
                skipSpaces()
                return (symbols, weight)
            default:
                let follows = position > 0 && "})".utf8.contains(bytes[position - 1])
                let word = word()
                guard !word.isEmpty else { throw malformed("“{” before “}”") }
                let number = grammar.lexicon.number(of: word)
                symbols.append(follows ? .ending(number) : .word(number))
            }
        }
    }

    /// `{rule}`, `{@rule}` or a number.
    mutating func braces(into grammar: inout Grammar) throws -> Grammar.Symbol {
        position += 1
        let remembered = skip("@")
        let content = word()
        guard skip("}"), let first = content.first else { throw malformed("a name between “{” and “}”") }
        if first.isNumber { return .numeral(try numeral(content)) }
        let number = grammar.number(ofName: content)
        return remembered ? .remembered(number) : .name(number)
    }

    func numeral(_ text: String) throws -> Grammar.Numeral {
        let ranked = text.contains("~")
        let ends = text.split { $0 == "~" || $0 == "." }
        guard ends.count == 2, let lower = Int32(ends[0]), let upper = Int32(ends[1]), lower < upper else {
            throw malformed("two rising numbers in {\(text)}")
        }
        let digits = ends[0].first == "0" ? UInt8(ends[0].utf8.count) : 1
        return Grammar.Numeral(lower: lower, upper: upper, digits: digits, ranked: ranked)
    }

    /// Every stem with every ending.
    mutating func joins(into grammar: inout Grammar) throws -> Int {
        let halves = bytes[position...].split(separator: UInt8(ascii: ",")).map { half in
            half.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "|") }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard halves.count == 2 else { throw malformed("stems, one comma, and endings") }
        let (stems, endings) = (halves[0], halves[1])
        let count = stems.count * endings.count
        // Names are chosen by rank, so their order is scattered: a step that is prime to their number meets each once,
        // and the frequent ones don't all begin alike.
        let step = Grammar.step(through: count)
        var choices: [Int32] = []
        choices.reserveCapacity(count)
        for place in 0..<count {
            let pair = place * step % count
            let word = stems[pair / endings.count] + endings[pair % endings.count]
            grammar.append([.word(grammar.lexicon.number(of: word))], weight: 1, to: &choices)
        }
        position = bytes.count
        return grammar.appendRule(choices, .byGroups(of: 64))
    }
}

extension Grammar {
    fileprivate mutating func append(_ phrase: [Symbol], weight: Int, to choices: inout [Int32]) {
        let start = symbols.count
        symbols += phrase
        choices += repeatElement(Int32(phrases.count), count: weight)
        phrases.append(start..<symbols.count)
    }

    fileprivate mutating func appendRule(_ phrases: [Int32], _ manner: Manner) -> Int {
        let start = choices.count
        choices += phrases
        rules.append(Rule(choices: start..<choices.count, manner: manner))
        return rules.count - 1
    }

    /// A number near the golden section of `count` that has no divisor in common with it.
    fileprivate static func step(through count: Int) -> Int {
        func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
        var step = max(1, count * 618 / 1000)
        while divisor(count, step) > 1 { step += 1 }
        return step
    }
}

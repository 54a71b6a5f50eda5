/// The words of a ``Grammar``, each with a number, so that writing text is appending numbers.
struct Lexicon: Sendable {
    /// The words by number.
    private(set) var words: [String] = []
    /// Tells, for each word by its number, whether "a" becomes "an" before it.
    private(set) var wantsAn: [Bool] = []
    private var numbers: [String: Int32] = [:]
    private var joined: [Int: Int32] = [:]
    private var numerals: [Int32: Int32] = [:]

    /// The number of "a".
    let a: Int32
    /// The number of "an".
    let an: Int32

    /// Starts with nothing but the indefinite article.
    init() {
        a = 0
        an = 1
        _ = number(of: "a")
        _ = number(of: "an")
    }

    /// The number of a word, new or known.
    mutating func number(of word: String) -> Int32 {
        if let number = numbers[word] { return number }
        let number = Int32(words.count)
        numbers[word] = number
        words.append(word)
        wantsAn.append(Self.wantsAn(word))
        return number
    }

    /// The number of a word with an ending: "analysts", "the mine's", but "the miners'".
    mutating func join(_ word: Int32, _ ending: Int32) -> Int32 {
        let key = Int(word) << 32 | Int(ending)
        if let number = joined[key] { return number }
        let (stem, tail) = (words[Int(word)], words[Int(ending)])
        // Initials take the whole ending: "the u s's".
        let plural = stem.hasSuffix("s") && stem.utf8.count > 1
        let number = number(of: stem + (tail == "'s" && plural ? "'" : tail))
        joined[key] = number
        return number
    }

    /// The number of a number's digits.
    ///
    /// - Parameters:
    ///   - value: From 0 to 99,999,999.
    ///   - digits: The least number of digits that are written, up to 9.
    /// - Returns: The number of a word such as "07".
    mutating func numeral(_ value: Int32, digits: UInt8) -> Int32 {
        let key = value * 10 + Int32(digits)
        if let number = numerals[key] { return number }
        let text = String(value)
        let number = number(of: String(repeating: "0", count: max(0, Int(digits) - text.utf8.count)) + text)
        numerals[key] = number
        return number
    }

    /// Turns numbers of words into ranks by how often the words occur.
    ///
    /// Of two that occur as often, the one that the grammar names first comes first.
    ///
    /// - Parameter tokens: Numbers of words, which become ranks.
    /// - Returns: The words by rank, from 1; place 0 is empty.
    func rank(_ tokens: inout [Int32]) -> [String] {
        var counts = [Int](repeating: 0, count: words.count)
        for word in tokens { counts[Int(word)] += 1 }
        let order = words.indices.filter { counts[$0] > 0 }.sorted {
            (counts[$1], $0) < (counts[$0], $1)
        }
        var ranks = [Int32](repeating: 0, count: words.count)
        for (place, word) in order.enumerated() { ranks[word] = Int32(place + 1) }
        for place in tokens.indices { tokens[place] = ranks[Int(tokens[place])] }
        return [""] + order.map { words[$0] }
    }

    /// Tells whether a word begins with a vowel as it is spoken: "an hour", "an 8", but "a u s mine", "a
    /// union", "a one".
    private static func wantsAn(_ word: String) -> Bool {
        if ["hour", "hourly", "honest", "11", "18"].contains(word) || word.first == "8" { return true }
        if word == "u" || ["one", "once", "uni", "use", "usu", "eu"].contains(where: word.hasPrefix) {
            return false
        }
        return word.first.map("aeiou".contains) ?? false
    }
}

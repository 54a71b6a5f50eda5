/// Rules by which text is written: each names a choice of phrases, and phrases name other rules.
///
/// A grammar is written as text, one rule to a paragraph:
///
/// ```
/// # A comment.
/// metal: gold | silver | copper
/// move: (rose|fell) {1..9} {00..99} dlrs [an ounce]
/// report:
///     {metal} futures {move} in {@city} after {surname} mines closed its pit *3
///     dealers in {@city} said {metal}'s rise
///         would not last
/// city ~ london | new york | zurich
/// surname + hol mar , berg well
/// ```
///
/// - `:` chooses evenly, `~` by rank (the first phrase most often, as words come by Zipf's law), and `+` joins every
///   stem before the comma to every ending after it, as one word each, and chooses by rank, but not as steeply.
/// - Phrases stand between bars, or on lines of their own that are indented by four spaces; deeper lines
///   continue the phrase above. `*3` at the end makes a phrase count three times.
/// - `{rule}` is a phrase of that rule, another one each time within a sentence: never "japan and japan". `{@rule}` is
///   one that stays the same for a whole story: the company, its town.
/// - `(a|b)` is a choice on the spot, and `[a]` is `a` or nothing.
/// - `{12..340}` is a whole number, all alike; `{000..999}` is written with three digits; `{12~340}` prefers small
///   ones, as amounts do (Benford's law).
/// - Letters right behind a bracket belong to the word before, as in `{dealer}s` or `{mine}'s`; "a" becomes "an" where
///   the next word wants it.
///
/// Rules are looked up when they are used, in the ``GrammarScope`` of the story: so one phrase about `{metal}`
/// serves gold and tin.
struct Grammar: Sendable {
    /// One step of a phrase.
    enum Symbol: Equatable, Sendable {
        /// A word, by its number in the lexicon.
        case word(Int32)
        /// A phrase of the rule that this name has in the story's scope.
        case name(Int)
        /// The same, but chosen once a story.
        case remembered(Int)
        /// A phrase of a choice on the spot.
        case choice(Int)
        /// A number.
        case numeral(Numeral)
        /// Letters that belong to the word before, by their number in the lexicon.
        case ending(Int32)
    }

    /// A number to be drawn.
    struct Numeral: Equatable, Sendable {
        var lower: Int32
        var upper: Int32
        /// The least number of digits that are written.
        var digits: UInt8
        /// Tells whether small ones are preferred.
        var ranked: Bool
    }

    /// A choice of phrases.
    struct Rule: Equatable, Sendable {
        /// The places of its phrases in ``Grammar/choices``.
        var choices: Range<Int>
        /// The way in which one of them is chosen.
        var manner: Manner
    }

    /// The way in which a phrase is chosen.
    enum Manner: Equatable, Sendable {
        /// All alike.
        case evenly
        /// The first ones more often.
        case byRank
        /// As many as this alike, then the next ones less often; so names have no single favourite.
        case byGroups(of: Int)
    }

    /// The words.
    var lexicon = Lexicon()
    /// The steps of all phrases, one phrase after another.
    var symbols: [Symbol] = []
    /// The steps of each phrase.
    var phrases: [Range<Int>] = []
    /// The phrases of all rules, one rule after another; a phrase that counts three times stands here three times.
    var choices: [Int32] = []
    /// The rules, named or not.
    var rules: [Rule] = []
    /// The names that occur in the text; scopes say which rule a name means.
    var names: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a name, new or known.
    mutating func number(ofName name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}

/// The meanings of the names of a ``Grammar`` in one kind of story.
struct GrammarScope: Equatable, Sendable {
    /// The meaning of every name: the place of a rule, by the name's number.
    private(set) var rules: [Int?] = []

    /// The rule of a name, if it has one here.
    subscript(name: Int) -> Int? {
        get { name < rules.count ? rules[name] : nil }
        set {
            if name >= rules.count { rules += [Int?](repeating: nil, count: name + 1 - rules.count) }
            rules[name] = newValue
        }
    }
}

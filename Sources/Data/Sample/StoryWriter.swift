/// Writes stories by a ``Grammar``, as numbers of words.
struct StoryWriter {
    private(set) var grammar: Grammar
    var random: SplitMix64

    /// The words of the story so far, by their numbers in the grammar's lexicon.
    private(set) var words: [Int32] = []
    /// The places in `memories` of the words that `{@name}` stands for in this story, by the name's number.
    private var remembered: [Range<Int>?]
    private var memories: [Int32] = []
    /// The sentences that this story has used, by their phrases' numbers.
    private var used: Set<Int32> = []
    /// The sentence in which each phrase was last chosen, and the number of sentences so far.
    private var chosen: [Int32]
    private var sentences: Int32 = 0

    /// Starts to write by a grammar, with random numbers that begin at a seed.
    init(_ grammar: Grammar, seed: UInt64) {
        self.grammar = grammar
        random = SplitMix64(seed: seed)
        remembered = Array(repeating: nil, count: grammar.names.count)
        chosen = Array(repeating: 0, count: grammar.phrases.count)
    }

    /// Forgets the story, its words and what it remembered.
    mutating func beginStory() {
        words.removeAll(keepingCapacity: true)
        memories.removeAll(keepingCapacity: true)
        used.removeAll(keepingCapacity: true)
        for name in remembered.indices { remembered[name] = nil }
    }

    /// Adds one sentence that this story has not used yet, if there is one and if it fits.
    ///
    /// - Parameters:
    ///   - rule: The name of the rule whose phrases are sentences.
    ///   - scope: The meanings of names.
    ///   - longest: The largest number of words that the story may have.
    /// - Returns: `true` if a sentence was added.
    @discardableResult
    mutating func addSentence(_ rule: Int, in scope: GrammarScope, longest: Int) -> Bool {
        let sentence = choose(from: self.rule(rule, in: scope))
        guard used.insert(sentence).inserted else { return false }
        sentences += 1
        let length = words.count
        write(phrase: sentence, in: scope)
        guard words.count <= longest else {
            words.removeLast(words.count - length)
            return false
        }
        return true
    }

    private func rule(_ name: Int, in scope: GrammarScope) -> Int {
        guard let rule = scope[name] else {
            preconditionFailure(
                "no rule is called “\(grammar.names[name])” in this scope; the tests look for such")
        }
        return rule
    }

    private mutating func choose(from rule: Int) -> Int32 {
        let choices = grammar.rules[rule].choices
        let choice =
            switch grammar.rules[rule].manner {
            case .evenly: random.below(choices.count)
            case .byRank: random.ranked(below: choices.count)
            case .byGroups(let size):
                min(
                    random.ranked(below: (choices.count + size - 1) / size) * size + random.below(size),
                    choices.count - 1)
            }
        return grammar.choices[choices.lowerBound + choice]
    }

    /// A phrase that the rule has not given within this sentence, where a few attempts find one.
    private mutating func chooseAnother(from rule: Int) -> Int32 {
        var phrase = choose(from: rule)
        for _ in 0..<4 where chosen[Int(phrase)] == sentences && grammar.rules[rule].choices.count > 1 {
            phrase = choose(from: rule)
        }
        chosen[Int(phrase)] = sentences
        return phrase
    }

    private mutating func write(phrase: Int32, in scope: GrammarScope) {
        for step in grammar.phrases[Int(phrase)] {
            switch grammar.symbols[step] {
            case .word(let word): append(word)
            case .name(let name): write(phrase: chooseAnother(from: rule(name, in: scope)), in: scope)
            case .choice(let rule): write(phrase: choose(from: rule), in: scope)
            case .remembered(let name): recall(name, in: scope)
            case .numeral(let numeral): append(draw(numeral))
            case .ending(let ending):
                if let stem = words.popLast() { words.append(grammar.lexicon.join(stem, ending)) }
            }
        }
    }

    private mutating func append(_ word: Int32) {
        if grammar.lexicon.wantsAn[Int(word)], words.last == grammar.lexicon.a {
            words[words.count - 1] = grammar.lexicon.an
        }
        words.append(word)
    }

    private mutating func recall(_ name: Int, in scope: GrammarScope) {
        if let memory = remembered[name] {
            for word in memories[memory] { append(word) }
            return
        }
        let start = words.count
        write(phrase: chooseAnother(from: rule(name, in: scope)), in: scope)
        let place = memories.count
        memories += words[start...]
        remembered[name] = place..<memories.count
    }

    private mutating func draw(_ numeral: Grammar.Numeral) -> Int32 {
        let span = Int(numeral.upper - numeral.lower) + 1
        let offset = numeral.ranked ? random.ranked(below: span) : random.below(span)
        return grammar.lexicon.numeral(numeral.lower + Int32(offset), digits: numeral.digits)
    }
}

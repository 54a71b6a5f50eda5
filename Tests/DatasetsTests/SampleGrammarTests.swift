import Testing

@testable import Datasets

@Suite struct `A grammar of sentences` {
    /// Writes sentences by one rule of a text, in one story.
    private func write(_ text: String, rule: String = "lead", sentences: Int = 1, seed: UInt64 = 1) throws
        -> String
    {
        var grammar = Grammar()
        let scope = try grammar.read(text)
        let rule = grammar.number(ofName: rule)
        var writer = StoryWriter(grammar, seed: seed)
        writer.beginStory()
        for _ in 0..<sentences { writer.addSentence(rule, in: scope, longest: 200) }
        return writer.words.map { writer.grammar.lexicon.words[Int($0)] }.joined(separator: " ")
    }

    @Test func `writes words, rules and choices as they stand`() throws {
        let text = """
            # Nothing but one way to go.
            lead: gold {moved} (in) {city}
            moved:
                rose
                    at once
            city ~ london
            """
        #expect(try write(text) == "gold rose at once in london")
    }

    @Test func `reaches every phrase, and those that count more more often`() throws {
        let text = """
            lead: {metal}
            metal: gold *3 | tin | lead
            """
        let words = try (0..<500).map { try write(text, seed: $0) }
        let gold = words.count { $0 == "gold" }
        #expect(Set(words) == ["gold", "tin", "lead"])
        #expect((250...350).contains(gold))
    }

    @Test func `leaves out what is optional half of the time`() throws {
        let words = try (0..<200).map { try write("lead: gold [and silver]", seed: $0) }
        #expect((70...130).contains(words.count { $0 == "gold and silver" }))
        #expect(Set(words) == ["gold", "gold and silver"])
    }

    @Test func `prefers the first phrases where rank counts`() throws {
        let words = try (0..<400).map { try write("lead ~ a1 | a2 | a3 | a4 | a5 | a6 | a7", seed: $0) }
        let first = words.count { $0 == "a1" }
        #expect((100...170).contains(first), "a third of them, not a seventh")
        #expect(Set(words).count == 7)
    }

    @Test func `joins every stem to every ending`() throws {
        let words = try (0..<200).map { try write("lead + hal mar , berg well", seed: $0) }
        #expect(Set(words) == ["halberg", "halwell", "marberg", "marwell"])
    }

    @Test func `remembers a phrase for the whole story`() throws {
        let text = """
            lead: {@city} {@city} | {@city} at {@city}
            city: london | paris | rome | oslo | bonn
            """
        for seed in UInt64(0)..<20 {
            let cities = try write(text, sentences: 4, seed: seed).split(separator: " ").filter {
                $0 != "at"
            }
            #expect(Set(cities).count == 1)
        }
    }

    @Test func `does not repeat itself within a sentence`() throws {
        let text = """
            lead: {country} and {country}
            country: peru | chile | spain | italy | japan | china
            """
        let pairs = try (0..<300).map { try write(text, seed: $0).split(separator: " ") }
        // Five attempts in a row that all meet the same one of six are one in 7,776.
        #expect(pairs.count { $0.first == $0.last } <= 1)
    }

    @Test func `says no sentence twice in a story`() throws {
        let sentences = try write("lead: one | two | three", sentences: 60).split(separator: " ")
        #expect(sentences.sorted() == ["one", "three", "two"])
    }

    @Test func `writes numbers within their bounds and with their digits`() throws {
        for seed in UInt64(0)..<100 {
            let words = try write("lead: {3..12} {000..999} {5~90}", seed: seed).split(separator: " ")
            let numbers = try words.map { try #require(Int($0)) }
            #expect((3...12).contains(numbers[0]))
            #expect(words[1].count == 3)
            #expect((5...90).contains(numbers[2]))
        }
    }

    @Test(arguments: [
        ("lead: a {it}\nit: offer", "an offer"),
        ("lead: a u s mine", "a u s mine"),
        ("lead: a union", "a union"),
        ("lead: a one day strike", "a one day strike"),
        ("lead: a 8 pct rise", "an 8 pct rise"),
        ("lead: a 85 pct rise", "an 85 pct rise"),
        ("lead: a 800 pct rise", "an 800 pct rise"),
        ("lead: a hour", "an hour"),
    ]) func `puts the right article`(text: String, expected: String) throws {
        #expect(try write(text) == expected)
    }

    @Test(arguments: [
        ("lead: {it}s\nit: mine", "mines"),
        ("lead: {it}'s price\nit: copper", "copper's price"),
        ("lead: {it}'s price\nit: mines", "mines' price"),
        ("lead: {it}'s price\nit: the u s", "the u s's price"),
        ("lead: (mine|mine)s", "mines"),
    ]) func `puts endings to words`(text: String, expected: String) throws {
        #expect(try write(text) == expected)
    }

    @Test func `lets a topic's rule hide the family's`() throws {
        var grammar = Grammar()
        let family = try grammar.read("lead: {item} rose\nitem: metal")
        let gold = try grammar.read("item: gold", in: family)
        let lead = grammar.number(ofName: "lead")
        var writer = StoryWriter(grammar, seed: 1)
        writer.beginStory()
        writer.addSentence(lead, in: gold, longest: 9)
        writer.beginStory()
        #expect(writer.words.isEmpty)
        writer.addSentence(lead, in: family, longest: 9)
        #expect(writer.words.map { writer.grammar.lexicon.words[Int($0)] } == ["metal", "rose"])
    }

    @Test func `takes back a sentence that is too long`() throws {
        var grammar = Grammar()
        let scope = try grammar.read("lead: one two three")
        var writer = StoryWriter(grammar, seed: 1)
        writer.beginStory()
        let fits = writer.addSentence(grammar.number(ofName: "lead"), in: scope, longest: 2)
        #expect(!fits)
        #expect(writer.words.isEmpty)
    }

    @Test(arguments: [
        "lead gold", "lead:", "lead: gold | | tin", "lead: (gold", "lead: gold)", "lead: {gold",
        "lead: gold}",
        "lead: {9..3}", "lead: {1..}", "lead: gold *x", "lead + hal mar", ": gold", "lead: {}",
    ]) func `refuses what is malformed`(text: String) {
        #expect(throws: GrammarError.self) {
            var grammar = Grammar()
            _ = try grammar.read(text)
        }
    }
}

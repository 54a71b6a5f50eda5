/// Knows what there is to say about each topic, and has it written as wires.
///
/// A network that looks only at which words occur should find the sample about as hard as real wires, so not every wire
/// is a clear case: some are sorted under a topic though they tell a neighbour's story, and most digress.
struct Newsroom: Sendable {
    /// The percentage of sentences after the first that could stand in any wire.
    static let colour = 22
    /// The percentage that is common to the topic's family.
    static let context = 34
    /// The percentage that is a neighbour's.
    static let digression = 10

    private(set) var desks: [Desk] = []
    var writer: StoryWriter

    private let lead: Int
    private let detail: Int
    private let context: Int
    private let colour: Int

    /// The rules of one topic.
    struct Desk: Sendable {
        /// Its name.
        var topic: String
        /// The meanings of names in its stories.
        var scope: GrammarScope
        /// The percentage of its wires that tell a neighbour's story.
        var strays: Int
        /// The neighbours whose stories those tell, by their places in ``NewswireTopics/names``.
        var neighbours: [Int]
        /// Those of its own family, to which its own stories digress.
        var relatives: [Int]
    }

    /// Reads the rules of all topics.
    ///
    /// - Parameter seed: The seed of the random numbers.
    /// - Throws: A ``GrammarError`` where a rule is malformed, or a topic isn't covered.
    init(seed: UInt64) throws {
        var grammar = Grammar()
        let everyday = try grammar.read(EverydayText.colour, in: grammar.read(EverydayText.rules))
        var byName: [String: Desk] = [:]
        for family in TopicFamily.all {
            let shared = try grammar.read(family.shared, in: everyday)
            for topic in family.topics {
                let relatives = topic.neighbours.filter { name in family.topics.contains { $0.name == name } }
                byName[topic.name] = Desk(
                    topic: topic.name, scope: try grammar.read(topic.text, in: shared), strays: topic.strays,
                    neighbours: topic.neighbours.compactMap(NewswireTopics.names.firstIndex(of:)),
                    relatives: relatives.compactMap(NewswireTopics.names.firstIndex(of:)))
            }
        }
        for name in NewswireTopics.names {
            guard let desk = byName[name] else { throw GrammarError.noRule("lead", topic: name) }
            desks.append(desk)
        }
        lead = grammar.number(ofName: "lead")
        detail = grammar.number(ofName: "detail")
        context = grammar.number(ofName: "context")
        colour = grammar.number(ofName: "colour")
        writer = StoryWriter(grammar, seed: seed)
    }

    /// Writes one wire, which the ``writer`` then holds.
    ///
    /// - Parameter topic: Its label.
    mutating func write(about topic: Int) {
        let strays = writer.random.below(100) < desks[topic].strays
        let told = strays ? pick(from: desks[topic].neighbours) ?? topic : topic
        let scope = desks[told].scope
        // Short wires are more frequent than long ones, as on a real wire.
        let most = SampleCorpus.lengths.upperBound
        let target = SampleCorpus.lengths.lowerBound + min(writer.random.below(140), writer.random.below(140))
        writer.beginStory()
        writer.addSentence(lead, in: scope, longest: most)
        // A sentence that was used before is not added, so now and then nothing happens; no story needs that often.
        for _ in 0..<200 where writer.words.count < target {
            switch writer.random.below(100) {
            case ..<Self.colour: writer.addSentence(colour, in: scope, longest: most)
            case ..<(Self.colour + Self.context): writer.addSentence(context, in: scope, longest: most)
            case ..<(Self.colour + Self.context + Self.digression):
                let aside = pick(from: desks[told].relatives) ?? told
                writer.addSentence(detail, in: desks[aside].scope, longest: most)
            default: writer.addSentence(detail, in: scope, longest: most)
            }
        }
    }

    private mutating func pick(from topics: [Int]) -> Int? {
        topics.isEmpty ? nil : topics[writer.random.below(topics.count)]
    }
}

/// Knows what there is to say about films, and has it written as reviews.
///
/// A network that looks only at which words occur should find the reviews about as hard as real ones. So most
/// of a review tells the story or digresses, hardly any is all praise or all blame, and some are not meant as
/// they sound.
struct Reviewers: Sendable {
    /// The range of a review's length, in words.
    static let lengths = 60...120
    /// The percentage of sentences that are for or against the film.
    static let opinions = 52
    /// The percentage that sounds as if it took the other side.
    static let asides = 10

    /// The percentages of reviews of each temper, and of their opinions that agree with their own verdict.
    static let tempers: [(share: Int, agreement: Int)] = [(64, 95), (26, 80), (7, 55), (3, 30)]

    var writer: StoryWriter
    /// The meanings of names in all reviews.
    let scope: GrammarScope
    private let opinion: [Int]
    private let aside: [Int]
    private let story: [Int]

    /// Reads the rules.
    ///
    /// - Parameter seed: The seed of the random numbers.
    /// - Throws: A ``GrammarError`` where a rule is malformed.
    init(seed: UInt64) throws {
        var grammar = Grammar()
        var scope = GrammarScope()
        for text in [
            EverydayText.rules, FilmText.rules, FilmText.sentences, VerdictText.rules, VerdictText.praise,
            VerdictText.complaint, VerdictText.asides,
        ] {
            scope = try grammar.read(text, in: scope)
        }
        self.scope = scope
        opinion = ["complaint", "praise"].map { grammar.number(ofName: $0) }
        aside = ["faintpraise", "faintblame"].map { grammar.number(ofName: $0) }
        story = ["plot", "plot", "context", "mood"].map { grammar.number(ofName: $0) }
        writer = StoryWriter(grammar, seed: seed)
    }

    /// Writes one review, which the ``writer`` then holds.
    ///
    /// - Parameter sentiment: 0 where it is against the film, 1 where it is for it.
    mutating func write(_ sentiment: Int) {
        let most = Self.lengths.upperBound
        let target = Self.lengths.lowerBound + writer.random.below(most - Self.lengths.lowerBound - 10)
        let agreement = agreement()
        writer.beginStory()
        // A sentence that was used before is not added, so now and then nothing happens; no review needs that often.
        for _ in 0..<200 where writer.words.count < target {
            let agrees = writer.random.below(100) < agreement
            let side = agrees ? sentiment : 1 - sentiment
            let rule =
                switch writer.random.below(100) {
                case ..<Self.opinions: opinion[side]
                case ..<(Self.opinions + Self.asides): aside[side]
                default: story[writer.random.below(story.count)]
                }
            writer.addSentence(rule, in: scope, longest: most)
        }
    }

    private mutating func agreement() -> Int {
        var place = writer.random.below(100)
        for temper in Self.tempers {
            if place < temper.share { return temper.agreement }
            place -= temper.share
        }
        return 50
    }
}

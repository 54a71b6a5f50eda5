/// Questions about one prediction: the words that decided it, and the prediction for a changed sample.
public enum WhyChange: Hashable, Sendable {
    /// Shows a view of the inspector.
    case view(InspectorView)
    /// Shows the view before.
    case previousView
    /// Lets bars show powers of ten, or even steps again.
    case logarithmic

    /// Asks about the likeliest class again, and about nothing else.
    case likeliest
    /// Asks about a class by its name or number, and why not about another.
    case classes(String, String?)
    /// Asks about the class that is the next likely one, or the one before.
    case next, previous
    /// Holds the class against the best other one; against none again.
    case against

    /// Leaves the chosen word out, or takes it in again.
    case switchWord
    /// The same with any word; one that the text has not is added.
    case word(String)
    /// Asks for words to add.
    case addWords
    /// Adds words, in place of those that were added before.
    case add(String)
    /// Asks for a text of one's own.
    case write
    /// Takes a text of one's own in the place of the sample.
    case suppose(String)
    /// Takes the sample as it is.
    case restore

    /// Goes to what is chosen: a sample like this one, one that excites a unit, or the text to be written.
    case go
}

extension WhyChange: LosslessStringConvertible {
    /// The change as text: `why earn acq`, `word oil`, `suppose oil prices rose`.
    public var description: String {
        switch self {
        case .view(let view): "view \(view.rawValue)"
        case .previousView: "view previous"
        case .logarithmic: "bars log"
        case .likeliest: "why"
        case .classes(let label, let other): "why \(label)" + (other.map { " \($0)" } ?? "")
        case .next: "why next"
        case .previous: "why previous"
        case .against: "why against"
        case .switchWord: "word switch"
        case .word(let word): "word \(word)"
        case .addWords: "word add"
        case .add(let words): "word add \(words)"
        case .write: "suppose"
        case .suppose(let text): "suppose \(text)"
        case .restore: "restore"
        case .go: "go"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        let words = description.split(separator: " ").map(String.init)
        let fixed: [WhyChange] = [
            .previousView, .logarithmic, .likeliest, .next, .previous, .against, .switchWord, .addWords,
            .write, .restore, .go,
        ]
        if let change = fixed.first(where: { $0.description == words.joined(separator: " ") }) {
            self = change
            return
        }
        switch (words.first, words.count) {
        case ("view", 2):
            guard let view = InspectorView(rawValue: words[1]) else { return nil }
            self = .view(view)
        case ("why", 2): self = .classes(words[1], nil)
        case ("why", 3): self = .classes(words[1], words[2])
        case ("word", 2): self = .word(words[1])
        case ("word", 3...):
            guard words[1] == "add" else { return nil }
            self = .add(words.dropFirst(2).joined(separator: " "))
        case ("suppose", 2...): self = .suppose(words.dropFirst().joined(separator: " "))
        default: return nil
        }
    }
}

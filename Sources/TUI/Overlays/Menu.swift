/// A list to choose from; typing narrows it.
struct Menu: Equatable, Sendable {
    /// The kinds of choices to make.
    enum Purpose: Equatable, Sendable {
        case classFilter
        case field(ModelField)
        case palette
        case dataset
        case experiment
        /// A theme, shown while it is chosen; the one before comes back with Esc.
        case theme(before: String)
    }

    /// The effects that choosing an item can have.
    enum Choice: Equatable, Sendable {
        case command(Command)
        /// Begins a command that needs to be told more.
        case begin(String)
        /// The text is a field's value.
        case value
    }

    /// One thing to choose.
    struct Item: Equatable, Sendable {
        var text: String
        /// The note at the right: a key, a place, a text form.
        var detail = ""
        /// Tells whether that is a key.
        var isKey = false
        /// Words that are searched besides the text.
        var words = ""
        var choice = Choice.value
    }

    var purpose: Purpose
    var title: String
    let all: [Item]
    var filter = TextField() {
        didSet { if filter.text != oldValue.text { narrow() } }
    }
    var position = ListPosition()
    /// The items that have what has been typed, the best first where any order will do.
    private(set) var items: [Item]

    init(purpose: Purpose, title: String, all: [Item]) {
        (self.purpose, self.title, self.all, items) = (purpose, title, all, all)
    }

    private mutating func narrow() {
        let typed = filter.text
        guard purpose == .palette else {
            let typed = typed.lowercased()
            items = typed.isEmpty ? all : all.filter { $0.text.lowercased().contains(typed) }
            return
        }
        let scored = all.enumerated().compactMap { place, item -> (place: Int, score: Int)? in
            // Words that can be seen count more than those that can't.
            let scores = [
                FuzzyMatch(typed, in: item.text)?.score,
                FuzzyMatch(typed, in: item.words).map { $0.score - 6 },
            ]
            // Of equals the one that can be done at once comes first.
            let needsMore = if case .begin = item.choice { 3 } else { 0 }
            // Letters that stand together as typed are meant rather than letters here and there.
            let isWhole = item.text.lowercased().contains(typed.lowercased()) ? 10 : 0
            return scores.compactMap { $0 }.max().map { (place, $0 - needsMore + isWhole) }
        }
        items = scored.sorted { ($0.score, $1.place) > ($1.score, $0.place) }.map { all[$0.place] }
    }

    /// The item one is on.
    var chosen: Item? {
        items.indices.contains(position.cursor) ? items[position.cursor] : nil
    }
}

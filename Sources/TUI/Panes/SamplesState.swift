import Datasets

/// What is being browsed: which part, which of its samples are listed, and which one is chosen.
struct SamplesState: Equatable, Sendable {
    /// What the pane shows.
    enum View: Sendable {
        /// The list, and below it the text of the chosen sample.
        case split
        /// The list, and below it how many samples each class has.
        case sizes
        /// The text alone, for reading.
        case text
    }

    /// The part whose samples are listed.
    private(set) var part = DataPart.train
    /// The words that listed samples must have.
    private(set) var words = ""
    /// The class that listed samples must have.
    private(set) var label: Int?
    /// The numbers of the listed samples within their split, ascending.
    private(set) var rows: [Int] = []
    /// Where one is in the list.
    var position = ListPosition()
    /// What the pane shows.
    var view = View.split
    /// The first line of the text that is shown.
    var textTop = 0

    /// The number of the chosen sample within its split, if any is listed.
    var selected: Int? { rows.indices.contains(position.cursor) ? rows[position.cursor] : nil }
    /// Whether not all samples of the part are listed.
    var isFiltered: Bool { !words.isEmpty || label != nil }

    /// Lists the samples of a part anew; the chosen one stays chosen where it is still there.
    mutating func list(
        _ part: DataPart, words: String, label: Int?, from dataset: Dataset, validation: Int, visible: Int
    ) {
        let kept = part == self.part ? selected : nil
        let split = dataset.split(of: part)
        var rows = Array(dataset.rows(of: part, validation: validation))
        if let label { rows.removeAll { split.labels[$0] != Int32(label) } }
        if !words.isEmpty, let texts = split.texts, let vocabulary = dataset.vocabulary {
            rows = TextSearch(words, in: vocabulary).rows(in: texts, among: rows)
        }
        (self.part, self.words, self.label, self.rows) = (part, words, label, rows)
        position = ListPosition()
        textTop = 0
        if let kept, let place = rows.firstIndex(where: { $0 >= kept }) {
            position.go(to: place, count: rows.count, visible: visible)
        }
    }

    /// Chooses the sample of that number, if it is listed.
    mutating func select(_ row: Int, visible: Int) -> Bool {
        guard let place = rows.firstIndex(of: row) else { return false }
        choose(place, visible: visible)
        return true
    }

    /// Chooses the sample at a place of the list, if there is one.
    mutating func choose(_ place: Int, visible: Int) {
        guard rows.indices.contains(place) else { return }
        position.go(to: place, count: rows.count, visible: visible)
        textTop = 0
    }

    /// Moves through the list.
    mutating func move(_ motion: Motion, visible: Int) {
        position.move(motion, count: rows.count, visible: visible)
        textTop = 0
    }
}

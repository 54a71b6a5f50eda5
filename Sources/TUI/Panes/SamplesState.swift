import Datasets

/// The samples that are browsed: their part, those of it that are listed, and the chosen one.
struct SamplesState: Equatable, Sendable {
    /// The views of the pane.
    enum View: Sendable {
        /// The list, and below it the text of the chosen sample.
        case split
        /// The list, and below it how many samples each class has.
        case sizes
        /// The list, and below it how long the texts are.
        case lengths
        /// The list, and below it the pictures from the chosen one on.
        case pictures
        /// The sample alone: its text, for reading, its picture or all its numbers.
        case text
    }

    /// A sample, whichever way it is listed: validation samples are training samples.
    struct Mark: Hashable, Sendable {
        var isTest: Bool
        var number: Int
    }

    /// The part whose samples are listed.
    private(set) var part = DataPart.train
    /// The words that listed samples must have.
    private(set) var words = ""
    /// The class that listed samples must have.
    private(set) var label: Int?
    /// Tells whether only marked samples are listed.
    private(set) var onlyMarked = false
    /// The samples that a person has marked.
    private(set) var marks: Set<Mark> = []
    /// The order of the list, and a mark that the last comes first.
    private(set) var order = SampleOrder.number
    private(set) var isReversed = false
    /// The numbers of the listed samples within their split, in the order of the list.
    private(set) var rows: [Int] = []
    /// The place in the list.
    var position = ListPosition()
    /// The view of the pane.
    var view = View.split

    /// Turns from the sample to the sizes of classes, from there to the lengths of texts or the pictures, and back.
    mutating func turnView(of dataset: Dataset) {
        view =
            switch (view, dataset.form) {
            case (.sizes, .text): .lengths
            case (.sizes, .picture): .pictures
            case (.split, _), (.text, _): .sizes
            case (.lengths, _), (.pictures, _), (.sizes, _): .split
            }
    }
    /// The first line of the text that is shown.
    var textTop = 0
    /// The chosen text in lines, as it was last asked for: to break it again for each frame takes as long as
    /// the rest of the frame.
    var read: ReadText?

    /// A text broken into lines.
    struct ReadText: Equatable, Sendable {
        var part: DataPart
        var number: Int
        var columns: Int
        var lines: [String]
    }

    /// Breaks a sample's text into lines; takes them from memory where they are known.
    func lines(of number: Int, columns: Int, in dataset: Dataset) -> [String]? {
        if let read, read.part == part, read.number == number, read.columns == columns { return read.lines }
        return dataset.text(of: number, in: dataset.split(of: part)).map {
            WrappedText($0, columns: columns).lines
        }
    }

    /// The number of the chosen sample within its split, if any is listed.
    var selected: Int? { rows.indices.contains(position.cursor) ? rows[position.cursor] : nil }
    /// Tells whether not all samples of the part are listed.
    var isFiltered: Bool { !words.isEmpty || label != nil || onlyMarked }

    /// Tells whether a listed sample is marked.
    func isMarked(_ number: Int) -> Bool {
        !marks.isEmpty && marks.contains(Mark(isTest: part == .test, number: number))
    }

    // MARK: Listing

    /// Lists the samples of a part again; the chosen one stays chosen if it is still listed.
    mutating func list(
        _ part: DataPart, words: String, label: Int?, onlyMarked: Bool, from dataset: Dataset,
        validation: Int, visible: Int
    ) {
        let kept = part == self.part ? selected : nil
        let split = dataset.split(of: part)
        (self.part, self.words, self.label, self.onlyMarked) = (part, words, label, onlyMarked)
        var rows = Array(dataset.rows(of: part, validation: validation))
        if let label { rows.removeAll { dataset.label(of: $0, in: split) != label } }
        if !words.isEmpty, let texts = split.texts, let vocabulary = dataset.vocabulary {
            rows = TextSearch(words, in: vocabulary).rows(in: texts, among: rows)
        }
        if onlyMarked { rows = rows.filter(isMarked) }
        let place = kept.flatMap { kept in rows.first { $0 >= kept } }
        self.rows = sorted(rows, dataset)
        textTop = 0
        position = ListPosition()
        guard let place, let row = self.rows.firstIndex(of: place) else { return }
        position.go(to: row, count: rows.count, visible: visible)
    }

    /// Sorts the list; the chosen sample stays chosen.
    mutating func sort(by order: SampleOrder, reversed: Bool, _ dataset: Dataset, visible: Int) {
        let kept = selected
        (self.order, isReversed) = (order, reversed)
        rows = sorted(rows.sorted(), dataset)
        if let kept, let row = rows.firstIndex(of: kept) {
            position.go(to: row, count: rows.count, visible: visible)
        }
    }

    /// Sorts numbers, which ascend; among equals they still do.
    private func sorted(_ rows: [Int], _ dataset: Dataset) -> [Int] {
        let split = dataset.split(of: part)
        func sorted<Key: Comparable>(by key: (Int) -> Key) -> [Int] {
            let keys = rows.map { (key: key($0), number: $0) }
            return keys.sorted {
                $0.key == $1.key ? $0.number < $1.number : ($0.key < $1.key) != isReversed
            }.map(\.number)
        }
        switch order {
        case .number: return isReversed ? rows.reversed() : rows
        case .label:
            guard case .labels(let labels) = split.targets else { return rows }
            return sorted { labels[$0] }
        case .name:
            guard case .labels(let labels) = split.targets else { return rows }
            let order = dataset.classes.indices.sorted { dataset.classes[$0] < dataset.classes[$1] }
            var places = [Int](repeating: 0, count: order.count)
            for (place, label) in order.enumerated() { places[label] = place }
            return sorted { places.indices.contains(Int(labels[$0])) ? places[Int(labels[$0])] : -1 }
        case .words:
            guard let texts = split.texts else { return rows }
            return sorted { texts[$0].count }
        case .value(let place):
            guard case .values(let values) = split.targets else { return rows }
            return sorted { values.number(at: $0, place) }
        case .feature(let place):
            guard case .dense(let values) = split.inputs else { return rows }
            return sorted { values.number(at: $0, place) }
        }
    }

    // MARK: Choosing

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

    // MARK: Marks

    /// Marks the chosen sample, or takes its mark away.
    ///
    /// - Returns: True if it is marked now.
    mutating func toggleMark() -> Bool {
        guard let selected else { return false }
        let mark = Mark(isTest: part == .test, number: selected)
        if marks.remove(mark) != nil { return false }
        marks.insert(mark)
        return true
    }

    /// Goes to the next marked sample of the list, round and round.
    ///
    /// - Returns: True if the list has one.
    mutating func goToNextMark(visible: Int) -> Bool {
        let places = rows.indices.filter { isMarked(rows[$0]) }
        guard let next = places.first(where: { $0 > position.cursor }) ?? places.first else { return false }
        choose(next, visible: visible)
        return true
    }
}

extension DenseRows {
    /// A number to sort by: what is none comes first.
    fileprivate func number(at row: Int, _ column: Int) -> Float {
        guard 0..<columns ~= column, 0..<count ~= row else { return -.infinity }
        let number = values[row * columns + column]
        return number.isNaN ? -.infinity : number
    }
}

import Datasets

/// A text with its repeated words, and the row of zeros and ones that it becomes.
struct MultiHotLesson: LessonContent {
    let text: LessonText?
    /// The index of the word that is looked at, from 0.
    let place: Int

    init(_ state: LessonState) { (text, place) = (state.text, max(0, Int(state[0]) - 1)) }

    // MARK: Words

    /// The sentences to show where there is no text to take apart.
    private static let nothing = [
        "This lesson needs a data set of texts, which the one on the screen is not.",
        "Close it and load one, as in “:load sample”, which nnboard makes itself, or “:load reuters”.",
    ]

    var facts: [String] {
        guard let text, text.tokens.indices.contains(place) else { return ["no text here"] }
        return [
            text.words[place], "index \(text.tokens[place])",
            "\(text.tokens.count.counted("word")), \(text.ones.count.counted("one"))",
        ]
    }

    var lines: [String] {
        guard let text else { return Self.nothing }
        return [
            "\(text.name): \(Self.sizes(of: text)).", text.words.joined(separator: " "),
            "Word \(place + 1): \(Self.way(of: place, in: text)).",
            "The columns of ones: \(text.ones.map(String.init).joined(separator: " ")).",
        ]
    }

    private static func sizes(of text: LessonText) -> String {
        let ones = text.ones.count
        return
            "\(Format.count(text.tokens.count, "word", "words")), \(Format.count(ones, "one", "ones")) and "
            + "\(Format.count(max(0, text.columns - ones), "zero", "zeros"))"
    }

    /// From the word by its index to its column.
    private static func way(of place: Int, in text: LessonText) -> String {
        guard text.tokens.indices.contains(place) else { return "" }
        let token = Int(text.tokens[place])
        let rank = token - text.indexFrom
        let index = rank > 0 ? "rank \(rank) + \(text.indexFrom) = index \(token)" : "index \(token)"
        guard 0..<text.columns ~= token else { return "\(text.words[place]), \(index): no column" }
        return "\(text.words[place]), \(index), column \(token)"
    }

    var sentences: [String] {
        guard let text else { return [] }
        guard text.tokens.indices.contains(place) else { return [] }
        let (token, first) = (text.tokens[place], text.firstPlaces[place])
        let times = text.tokens.count { $0 == token }
        let known =
            token <= Int32(text.indexFrom)
            ? token == 1
                ? "Index 1 marks where a text begins."
                : "Index \(token) stands for words that were left out: too rare."
            : first < place
                ? "It has stood at word \(first + 1) already: its one is set, and the number of times it comes is forgotten."
                : times > 1
                    ? "It comes \(times) times, but leaves a single one." : "It comes once, and leaves a one."
        return [
            known,
            "The network sees neither order nor number of words: only which of \(Format.grouped(text.columns)) "
                + "there are.",
        ]
    }

    // MARK: Drawing

    var longestSentence: Int { 88 }
    var leastRows: Int { 6 }
    var goodRows: Int { 12 }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let text, text.tokens.indices.contains(place) else {
            canvas.putHint(Self.nothing, in: area)
            return
        }
        let (head, body) = area.splitTop(1)
        let sizes = Self.sizes(of: text)
        canvas.put(
            text.name.clipped(to: max(0, head.columns - sizes.columns - 2), ellipsis: glyphs.ellipsis),
            head.left, head.top, Style(.label), in: head)
        canvas.put(
            sizes, max(head.left, head.right - sizes.columns), head.top, Style(.text, .bold), in: head)
        let flow = WordFlow(text.words, columns: body.columns)
        // The row gets what the text leaves, but never less than its share.
        let textRows = min(flow.rows, max(1, (body.rows - 2) * 3 / 5))
        let (upper, lower) = body.splitTop(textRows)
        drawText(text, flow, in: upper, on: &canvas)
        let (line, rest) = Rect(lower.left, lower.top + 1, lower.columns, lower.rows - 1).splitTop(1)
        drawWay(in: line, text, on: &canvas, glyphs)
        MultiHotStrip(columns: text.columns, ones: text.ones, chosen: Int(text.tokens[place])).draw(
            in: rest, on: &canvas, glyphs)
    }

    /// Words that come for the first time stand out from those that were there before.
    private func drawText(_ text: LessonText, _ flow: WordFlow, in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty, flow.places.indices.contains(place) else { return }
        let current = flow.places[place].row
        let top = max(0, min(flow.rows - area.rows, current - area.rows / 2))
        for (index, word) in text.words.enumerated() where flow.places[index].row >= top {
            let spot = flow.places[index]
            guard spot.row < top + area.rows else { break }
            let isFirst = text.firstPlaces[index] == index
            let isSame = text.tokens[index] == text.tokens[place]
            var style = Style(isFirst ? .text : .label, isFirst ? .bold : [])
            if isSame { style = Style(.match, .underline) }
            if index == place { style = Style(.cursor, on: .selection, [.bold, .underline]) }
            canvas.put(word, area.left + spot.column, area.top + spot.row - top, style, in: area)
        }
    }

    private func drawWay(
        in area: Rect, _ text: LessonText, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let end = canvas.put(
            Self.way(of: place, in: text), area.left, area.top, Style(.cursor, .bold), in: area)
        let legend = "bold: for the first time"
        guard area.right - legend.columns > end + 2 else { return }
        canvas.put(legend, area.right - legend.columns, area.top, Style(.label), in: area)
    }
}

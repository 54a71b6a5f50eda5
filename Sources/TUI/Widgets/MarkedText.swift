/// A text whose words speak for or against something: a sign before each that counts, and the colour of its side.
///
/// Words that are left out stand in brackets, added ones behind a sign of their own, so that nothing is said
/// by colour alone.
struct MarkedText {
    /// One word.
    struct Word {
        var text: String
        /// Its weight for something, or against it, from -1 to 1; a value that is no number counts nothing.
        var share = 0.0
        /// The reason for which it is shown.
        var kind = ShownWord.Kind.plain
        /// Tells whether it is the one that is pointed at.
        var isChosen = false
        /// The command that a click on it carries out.
        var command: Command?
    }

    var words: [Word]
    /// The surface behind the word that is pointed at.
    var surface = Surface.selection

    /// Less than this share of the strongest word is not marked, and more than the other is heavy.
    static let (least, heavy) = (0.1, 0.4)

    /// A word as it is written: `+profit`, `-dlrs`, `(oil)`.
    static func written(_ word: Word) -> String {
        switch word.kind {
        case .off: return "(\(word.text))"
        case .unknown: return "?\(word.text)"
        case .plain, .added:
            let sign = word.share >= least ? "+" : word.share <= -least ? "-" : ""
            return word.kind == .added ? "\(sign)[\(word.text)]" : sign + word.text
        }
    }

    private static func style(_ word: Word) -> Style {
        switch word.kind {
        case .off: return Style(.faint)
        case .unknown: return Style(.warning)
        case .plain, .added:
            guard abs(word.share) >= least else { return Style(word.kind == .added ? .text : .label) }
            return Style(
                word.share > 0 ? .positive : .negative, abs(word.share) >= heavy ? .bold : [])
        }
    }

    /// The beginning of each word: its line and its column.
    private func places(columns: Int) -> [(line: Int, column: Int)] {
        var (line, column) = (0, 0)
        return words.map { word in
            let width = Self.written(word).columns
            if column > 0, column + width > columns { (line, column) = (line + 1, 0) }
            defer { column += width + 1 }
            return (line, column)
        }
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty, !words.isEmpty else { return }
        let places = places(columns: area.columns)
        let lines = (places.last?.line ?? 0) + 1
        // The first place of the chosen word stays on the screen, in the middle where the text is longer than that.
        let chosen = words.firstIndex(where: \.isChosen).map { places[$0].line } ?? 0
        let top = max(0, min(chosen - area.rows / 2, lines - area.rows))
        for (word, place) in zip(words, places) {
            let row = place.line - top
            guard 0..<area.rows ~= row else { continue }
            var style = Self.style(word)
            if word.isChosen {
                style.surface = surface
                if word.kind == .off { style.role = .label }
            }
            let text = Self.written(word).clipped(to: area.columns, ellipsis: glyphs.ellipsis)
            let left = area.left + place.column
            let end = canvas.put(text, left, area.top + row, style, in: area)
            if let command = word.command {
                canvas.link(Rect(left, area.top + row, end - left, 1).intersection(area), to: command)
            }
        }
        let hidden = lines - top - area.rows
        guard hidden > 0 else { return }
        let more = " +\(Format.count(hidden, "line", "lines"))"
        guard more.columns < area.columns else { return }
        canvas.put(more, area.right - more.columns, area.bottom - 1, Style(.faint), in: area)
    }
}

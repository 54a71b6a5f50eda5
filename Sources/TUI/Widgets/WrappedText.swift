/// Text broken into lines at its spaces.
struct WrappedText {
    /// The lines, none wider than asked for.
    let lines: [String]

    init(_ text: String, columns: Int) {
        guard columns > 0 else {
            lines = []
            return
        }
        var lines: [String] = []
        var line = ""
        var width = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            var word = word
            var wordWidth = word.columns
            if width > 0, width + 1 + wordWidth > columns {
                lines.append(line)
                (line, width) = ("", 0)
            }
            // A word wider than a line is broken wherever the line ends.
            while wordWidth > columns {
                var piece = ""
                var used = 0
                while let next = word.first, used + next.printable.columns <= columns {
                    piece.append(word.removeFirst())
                    used += next.printable.columns
                }
                if !piece.isEmpty {
                    lines.append(piece)
                } else if let wide = word.popFirst() {
                    // Nothing could ever hold it.
                    used = wide.printable.columns
                }
                wordWidth -= used
            }
            if width > 0 { line.append(" ") }
            line.append(contentsOf: word)
            width += (width > 0 ? 1 : 0) + wordWidth
        }
        if width > 0 { lines.append(line) }
        self.lines = lines
    }
}

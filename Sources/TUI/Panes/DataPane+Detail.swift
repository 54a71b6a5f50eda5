import Datasets

/// The chosen sample.
extension DataPane {
    /// Lays a mark over the words that the filter has found.
    private func mark(_ line: String, _ left: Int, _ row: Int, in area: Rect, on canvas: inout Canvas) {
        let wanted = "\(samples.words) \(search?.text ?? "")".lowercased().split(separator: " ")
        guard !wanted.isEmpty else { return }
        var column = left
        for word in line.split(separator: " ") {
            if wanted.contains(where: word.lowercased().hasPrefix) {
                canvas.put(word, column, row, Style(.match), in: area)
            }
            column += word.columns + 1
        }
    }

    func drawDetail(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let number = samples.selected, area.rows >= 2 else { return }
        let split = dataset.split(of: samples.part)
        let text = Self.textArea(of: area, samples)
        let head = Rect(area.left, text.top - 1, area.columns, 1)
        if samples.view != .text {
            canvas.fill(Rect(area.left, area.top, area.columns, 1), glyphs.frame.horizontal, Style(.border))
        }
        var column = canvas.put(
            "\(samples.part.rawValue) \(number)", head.left, head.top, Style(.text, .bold), in: head)
        column = canvas.put(
            glyphs.separator + dataset.truth(of: number, in: split), column, head.top, Style(.accent),
            in: head)
        switch dataset.form {
        case .text: break
        case .picture: return drawPicture(of: number, split, in: text, on: &canvas, glyphs)
        case .point where PointsPane.shows(dataset):
            PointsDetail(dataset: dataset, part: samples.part, row: number, points: points)
                .draw(in: text, on: &canvas, glyphs)
            return
        case .point, .row: return drawNumbers(of: number, split, in: text, on: &canvas, glyphs)
        }
        guard let texts = split.texts else { return }
        let tokens = texts[number]
        let counts = "\(Format.count(tokens.count, "word", "words")), \(Set(tokens).count) distinct"
        canvas.put(glyphs.separator + counts, column, head.top, Style(.label), in: head)
        let lines = samples.lines(of: number, columns: text.columns, in: dataset) ?? []
        let top = max(0, min(samples.textTop, lines.count - text.rows))
        for (index, line) in lines.dropFirst(top).prefix(text.rows).enumerated() {
            canvas.put(line, text.left, text.top + index, Style(.text), in: text)
            mark(line, text.left, text.top + index, in: text, on: &canvas)
        }
        let hidden = lines.count - top - text.rows
        guard hidden > 0, text.rows > 0 else { return }
        // At the right of the line that names the text, so that no word is covered.
        let key = keymap.name(of: .textDown, in: .data)
        for more in [" \(Format.count(hidden, "more line", "more lines")): \(key)", " +\(hidden): \(key)"] {
            let start = head.right - more.columns
            guard start > head.left,
                (start..<head.right).allSatisfy({ canvas[$0, head.top].character == " " })
            else { continue }
            canvas.put(more, start, head.top, Style(.label), in: head)
            return
        }
    }
}

import Datasets

/// The samples: a list of those of one part, and the chosen one in full or the sizes of the classes.
struct DataPane: Pane {
    let dataset: Dataset
    let samples: SamplesState
    let validation: Int
    let isFocused: Bool

    /// Where the pane's pieces stand.
    struct Parts {
        var tabs: Rect
        var filter: Rect
        var list: Rect
        var detail: Rect
        var sizes: Rect
    }

    static func parts(of area: Rect, samples: SamplesState) -> Parts {
        let nothing = Rect(0, 0, 0, 0)
        var (tabs, rest) = area.splitTop(area.rows >= 4 ? 1 : 0)
        var filter = nothing
        if samples.isFiltered { (filter, rest) = rest.splitTop(rest.rows >= 4 ? 1 : 0) }
        var parts = Parts(tabs: tabs, filter: filter, list: nothing, detail: nothing, sizes: nothing)
        if samples.view == .text {
            parts.detail = rest
        } else if area.columns >= 100 {
            // Wide enough for a list and a text beside it, and below the text the sizes of all classes.
            let (list, right) = rest.splitLeft(rest.columns / 2)
            parts.list = Rect(list.left, list.top, list.columns - 1, list.rows)
            let beside = Rect(right.left + 2, right.top, right.columns - 2, right.rows)
            // Both where there is room for both; `c` gives all of it to the sizes.
            let textRows = samples.view == .sizes ? 0 : beside.rows >= 30 ? beside.rows / 2 : beside.rows
            let (text, sizes) = beside.splitTop(textRows)
            (parts.detail, parts.sizes) = (text, sizes)
        } else {
            let (list, below) = rest.splitTop(rest.rows < 8 ? rest.rows : max(4, rest.rows / 2))
            parts.list = list
            if samples.view == .sizes { parts.sizes = below } else { parts.detail = below }
        }
        return parts
    }

    /// How many lines of the text there are below those that fit; 0 where all are on the screen.
    static func hiddenLines(_ dataset: Dataset, _ samples: SamplesState, in area: Rect) -> Int {
        guard let row = samples.selected,
            let text = dataset.text(of: row, in: dataset.split(of: samples.part))
        else { return 0 }
        let detail = parts(of: area, samples: samples).detail
        let rows = textArea(of: detail, samples).rows
        return max(0, WrappedText(text, columns: detail.columns).lines.count - rows)
    }

    /// What of the detail is left for the text, below a line that parts it from the list and one that names it.
    private static func textArea(of detail: Rect, _ samples: SamplesState) -> Rect {
        detail.splitTop(samples.view == .text ? 1 : 2).rest
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let parts = Self.parts(of: area, samples: samples)
        drawTabs(in: parts.tabs, on: &canvas)
        drawFilter(in: parts.filter, on: &canvas, glyphs)
        drawList(in: parts.list, on: &canvas, glyphs)
        drawDetail(in: parts.detail, on: &canvas, glyphs)
        ClassSizes(dataset: dataset, part: samples.part, validation: validation)
            .draw(in: parts.sizes, on: &canvas, glyphs)
    }

    private func drawTabs(in area: Rect, on canvas: inout Canvas) {
        var column = area.left
        func name(_ part: DataPart, counted: Bool) -> String {
            let count = dataset.rows(of: part, validation: validation).count
            return counted ? " \(part.rawValue) \(Format.grouped(count)) " : " \(part.rawValue) "
        }
        let width = DataPart.allCases.reduce(0) { $0 + name($1, counted: true).columns + 1 }
        for part in DataPart.allCases {
            let isShown = part == samples.part
            // Where not all numbers fit, the one that matters does.
            let text = name(part, counted: isShown || width <= area.columns)
            let style = isShown ? Style(.accent, on: .quietSelection, .bold) : Style(.label)
            column = canvas.put(text, column, area.top, style, in: area) + 1
        }
    }

    private func drawFilter(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var conditions: [String] = []
        if let label = samples.label { conditions.append("\(label) \(dataset.classes[label])") }
        if !samples.words.isEmpty { conditions.append(glyphs.quoted(samples.words)) }
        let found = Format.count(samples.rows.count, dataset.nouns.sample, dataset.nouns.samples)
        let text = "\(found) with \(conditions.joined(separator: " and "))"
        let end = canvas.put(
            text.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top, Style(.match),
            in: area)
        canvas.put("  esc shows all", end, area.top, Style(.label), in: area)
    }

    private func drawList(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        guard !samples.rows.isEmpty else {
            let all =
                samples.isFiltered ? "Press esc to see all of them." : "Set fewer aside in the Model pane."
            canvas.putHint(["No \(dataset.nouns.samples) here.", all], in: area)
            return
        }
        let split = dataset.split(of: samples.part)
        let numberWidth = "\(split.count - 1)".count
        // The longest name would leave narrow lists no words to tell samples by.
        let names = dataset.classes.map(\.columns).max() ?? 0
        let nameWidth = min(names, area.columns / 4)
        for line in 0..<area.rows {
            let place = samples.position.top + line
            guard samples.rows.indices.contains(place) else { break }
            let number = samples.rows[place]
            let isChosen = place == samples.position.cursor
            let surface: Surface = isChosen ? (isFocused ? .selection : .quietSelection) : .background
            let row = area.top + line
            if isChosen { canvas.fill(Rect(area.left, row, area.columns, 1), " ", Style(.text, on: surface)) }
            let label = Int(split.labels[number])
            var column = area.left
            column = canvas.put(
                isChosen ? glyphs.pointer : " ", column, row, Style(.accent, on: surface), in: area)
            column = canvas.put(
                "\(number)".leftPadded(numberWidth) + " ", column, row, Style(.label, on: surface), in: area)
            column = canvas.put(
                "\(label)".leftPadded(2) + " ", column, row, Style(.label, on: surface), in: area)
            let name = dataset.classes[label].clipped(to: nameWidth, ellipsis: glyphs.ellipsis)
            column = canvas.put(
                name.rightPadded(nameWidth) + " ", column, row, Style(.accent, on: surface), in: area)
            let words = firstWords(of: number, in: split, columns: area.right - column)
            canvas.put(
                words.clipped(to: area.right - column, ellipsis: glyphs.ellipsis), column, row,
                Style(.text, on: surface), in: area)
        }
    }

    /// Just as many words as a line can show: a frame must not decode whole texts.
    private func firstWords(of number: Int, in split: Split, columns: Int) -> String {
        guard let texts = split.texts, let vocabulary = dataset.vocabulary else { return "" }
        // Leading marks say nothing about a text: the one that begins it, and words left out.
        let tokens = texts[number].drop { vocabulary[$0] == Vocabulary.unknown }
        return vocabulary.decode(tokens.prefix(max(0, columns) / 2 + 1))
    }

    /// Lays a mark over the words that the filter has found.
    private func mark(_ line: String, _ left: Int, _ row: Int, in area: Rect, on canvas: inout Canvas) {
        let wanted = samples.words.lowercased().split(separator: " ")
        guard !wanted.isEmpty else { return }
        var column = left
        for word in line.split(separator: " ") {
            if wanted.contains(where: word.lowercased().hasPrefix) {
                canvas.put(word, column, row, Style(.match), in: area)
            }
            column += word.columns + 1
        }
    }

    private func drawDetail(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let number = samples.selected, area.rows >= 2 else { return }
        let split = dataset.split(of: samples.part)
        let label = Int(split.labels[number])
        let text = Self.textArea(of: area, samples)
        let head = Rect(area.left, text.top - 1, area.columns, 1)
        if samples.view != .text {
            canvas.fill(Rect(area.left, area.top, area.columns, 1), glyphs.frame.horizontal, Style(.border))
        }
        var column = canvas.put(
            "\(samples.part.rawValue) \(number)", head.left, head.top, Style(.text, .bold), in: head)
        column = canvas.put(
            glyphs.separator + "\(label) \(dataset.classes[label])", column, head.top, Style(.accent),
            in: head)
        guard let texts = split.texts, let vocabulary = dataset.vocabulary else { return }
        let tokens = texts[number]
        let counts = "\(Format.count(tokens.count, "word", "words")), \(Set(tokens).count) distinct"
        canvas.put(glyphs.separator + counts, column, head.top, Style(.label), in: head)
        let lines = WrappedText(vocabulary.decode(tokens), columns: text.columns).lines
        let top = max(0, min(samples.textTop, lines.count - text.rows))
        for (index, line) in lines.dropFirst(top).prefix(text.rows).enumerated() {
            canvas.put(line, text.left, text.top + index, Style(.text), in: text)
            mark(line, text.left, text.top + index, in: text, on: &canvas)
        }
        let hidden = lines.count - top - text.rows
        guard hidden > 0, text.rows > 0 else { return }
        // At the right of the line that names the text, so that no word is covered.
        for more in [" \(Format.count(hidden, "more line", "more lines")): J", " +\(hidden): J"] {
            let start = head.right - more.columns
            guard start > head.left,
                (start..<head.right).allSatisfy({ canvas[$0, head.top].character == " " })
            else { continue }
            canvas.put(more, start, head.top, Style(.label), in: head)
            return
        }
    }
}

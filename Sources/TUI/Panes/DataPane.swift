import Datasets

/// The samples: a list of those of one part, and the chosen one in full or the sizes of the classes.
struct DataPane: Pane {
    let dataset: Dataset
    let samples: SamplesState
    let validation: Int
    let isFocused: Bool
    /// What is looked for, if it is in this pane.
    let search: Search?
    /// What keys are called that the pane speaks of.
    var keymap = Keymap()

    /// Where the pane's pieces stand.
    struct Parts {
        var tabs: Rect
        var filter: Rect
        /// The names of the list's columns.
        var head: Rect
        var list: Rect
        var detail: Rect
        var sizes: Rect
    }

    static func parts(of area: Rect, samples: SamplesState) -> Parts {
        let nothing = Rect(0, 0, 0, 0)
        var (tabs, rest) = area.splitTop(area.rows >= 4 ? 1 : 0)
        var filter = nothing
        if samples.isFiltered { (filter, rest) = rest.splitTop(rest.rows >= 4 ? 1 : 0) }
        let isCounting = [.sizes, .lengths].contains(samples.view)
        var parts = Parts(
            tabs: tabs, filter: filter, head: nothing, list: nothing, detail: nothing, sizes: nothing)
        if samples.view == .text {
            parts.detail = rest
        } else if area.columns >= 100 {
            // Wide enough for a list and a text beside it, and below the text the sizes of all classes.
            let (list, right) = rest.splitLeft(rest.columns / 2)
            parts.list = Rect(list.left, list.top, list.columns - 1, list.rows)
            let beside = Rect(right.left + 2, right.top, right.columns - 2, right.rows)
            // Both where there is room for both; `c` gives all of it to the sizes.
            let textRows = isCounting ? 0 : beside.rows >= 30 ? beside.rows / 2 : beside.rows
            let (text, sizes) = beside.splitTop(textRows)
            (parts.detail, parts.sizes) = (text, sizes)
        } else {
            let (list, below) = rest.splitTop(rest.rows < 8 ? rest.rows : max(4, rest.rows / 2))
            parts.list = list
            if isCounting { parts.sizes = below } else { parts.detail = below }
        }
        // Few rows are better spent on samples than on what their columns are called.
        (parts.head, parts.list) = parts.list.splitTop(parts.list.rows >= 5 ? 1 : 0)
        return parts
    }

    /// How many lines of the text there are below those that fit; 0 where all are on the screen.
    static func hiddenLines(_ dataset: Dataset, _ samples: SamplesState, in area: Rect) -> Int {
        let detail = parts(of: area, samples: samples).detail
        guard let row = samples.selected,
            let lines = samples.lines(of: row, columns: detail.columns, in: dataset)
        else { return 0 }
        return max(0, lines.count - textArea(of: detail, samples).rows)
    }

    /// How wide the text is shown.
    static func textColumns(in area: Rect, _ samples: SamplesState) -> Int {
        parts(of: area, samples: samples).detail.columns
    }

    /// What of the detail is left for the text, below a line that parts it from the list and one that names it.
    private static func textArea(of detail: Rect, _ samples: SamplesState) -> Rect {
        detail.splitTop(samples.view == .text ? 1 : 2).rest
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let parts = Self.parts(of: area, samples: samples)
        drawTabs(in: parts.tabs, on: &canvas)
        drawFilter(in: parts.filter, on: &canvas, glyphs)
        drawHead(in: parts.head, on: &canvas, glyphs)
        drawList(in: parts.list, on: &canvas, glyphs)
        drawDetail(in: parts.detail, on: &canvas, glyphs)
        if samples.view == .lengths {
            TextLengths(dataset: dataset, samples: samples).draw(in: parts.sizes, on: &canvas, glyphs)
        } else {
            ClassSizes(dataset: dataset, part: samples.part, validation: validation)
                .draw(in: parts.sizes, on: &canvas, glyphs)
        }
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
            let end = canvas.put(text, column, area.top, style, in: area)
            canvas.link(Rect(column, area.top, end - column, 1), to: .part(part))
            column = end + 1
        }
    }

    private func drawFilter(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var conditions: [String] = []
        if let label = samples.label { conditions.append("\(label) \(dataset.classes[label])") }
        if !samples.words.isEmpty { conditions.append(glyphs.quoted(samples.words)) }
        if samples.onlyMarked { conditions.append("a mark") }
        let found = Format.count(samples.rows.count, dataset.nouns.sample, dataset.nouns.samples)
        let text = "\(found) with \(conditions.joined(separator: " and "))"
        let end = canvas.put(
            text.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top, Style(.match),
            in: area)
        canvas.put("  \(keymap.name(of: .back)) shows all", end, area.top, Style(.label), in: area)
    }

    /// How wide the columns of the list are; the words take what is left.
    private struct Columns {
        var number: Int
        var label: Int
        var name: Int
        /// How many words the samples have; left out where there is no room.
        var count: Int

        init(_ dataset: Dataset, _ split: Split, in area: Rect) {
            number = "\(split.count - 1)".count
            label = max(2, "\(dataset.classes.count - 1)".count)
            // The longest name would leave narrow lists no words to tell samples by.
            name = min(dataset.classes.map(\.columns).max() ?? 0, area.columns / 4)
            count = area.columns >= 60 ? 5 : 0
        }
    }

    private func drawHead(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let columns = Columns(dataset, dataset.split(of: samples.part), in: area)
        var column = area.left + 1
        func put(_ order: SampleOrder, _ text: String, _ width: Int, isNumber: Bool) {
            guard width > 0 else { return }
            let isSorted = samples.order == order
            let sign = isSorted ? glyphs.sortMark(isReversed: samples.isReversed) : ""
            let name = text.clipped(to: width - sign.columns, ellipsis: "") + sign
            let cell = isNumber ? name.leftPadded(width) : name.rightPadded(width)
            canvas.put(cell, column, area.top, Style(isSorted ? .accent : .label), in: area)
            canvas.link(Rect(column, area.top, width, 1), to: .sort(order.rawValue))
            column += width + 1
        }
        put(.number, "no", columns.number, isNumber: true)
        put(.label, "#", columns.label, isNumber: true)
        put(.name, dataset.nouns.label, columns.name, isNumber: false)
        put(.words, "words", columns.count, isNumber: true)
        canvas.put("text", column, area.top, Style(.label), in: area)
    }

    private func drawList(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        guard !samples.rows.isEmpty else {
            let all =
                samples.isFiltered
                ? "Press \(keymap.name(of: .back)) to see all of them." : "Set fewer aside in the Model pane."
            canvas.putHint(["No \(dataset.nouns.samples) here.", all], in: area)
            return
        }
        let split = dataset.split(of: samples.part)
        let columns = Columns(dataset, split, in: area)
        let found = Set(search?.rows ?? [])
        for line in 0..<area.rows {
            let place = samples.position.top + line
            guard samples.rows.indices.contains(place) else { break }
            let row = Rect(area.left, area.top + line, area.columns, 1)
            drawSample(place, columns, split, isFound: found.contains(place), row, on: &canvas, glyphs)
            canvas.link(row, to: .choose(.data, place))
        }
    }

    private func drawSample(
        _ place: Int, _ columns: Columns, _ split: Split, isFound: Bool, _ row: Rect,
        on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let number = samples.rows[place]
        let isChosen = place == samples.position.cursor
        let surface: Surface = isChosen ? (isFocused ? .selection : .quietSelection) : .background
        if isChosen { canvas.fill(row, " ", Style(.text, on: surface)) }
        let label = Int(split.labels[number])
        let sign = samples.isMarked(number) ? glyphs.marked : isChosen ? glyphs.pointer : " "
        var column = canvas.put(sign, row.left, row.top, Style(.accent, on: surface), in: row)
        column = canvas.put(
            "\(number)".leftPadded(columns.number) + " ", column, row.top,
            Style(isFound ? .match : .label, on: surface), in: row)
        column = canvas.put(
            "\(label)".leftPadded(columns.label) + " ", column, row.top, Style(.label, on: surface), in: row)
        let name = dataset.classes[label].clipped(to: columns.name, ellipsis: glyphs.ellipsis)
        column = canvas.put(
            name.rightPadded(columns.name) + " ", column, row.top, Style(.accent, on: surface), in: row)
        if columns.count > 0 {
            let count = Format.grouped(split.texts?[number].count ?? 0)
            column = canvas.put(
                count.leftPadded(columns.count) + " ", column, row.top, Style(.label, on: surface), in: row)
        }
        let words = firstWords(of: number, in: split, columns: row.right - column)
        canvas.put(
            words.clipped(to: row.right - column, ellipsis: glyphs.ellipsis), column, row.top,
            Style(.text, on: surface), in: row)
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

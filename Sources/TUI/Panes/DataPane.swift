import Datasets

/// The samples: a list of those of one part, and the chosen one in full or the sizes of the classes.
struct DataPane: Pane {
    let dataset: Dataset
    let samples: SamplesState
    let validation: Int
    let isFocused: Bool
    /// The text that is looked for, if it is in this pane.
    let search: Search?
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()
    /// The distribution of the samples' numbers.
    var statistics = DatasetStatistics()
    /// The listed points, where samples are points.
    var points = PlanePoints()

    /// The places of the pane's pieces.
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
        let isCounting = [.sizes, .lengths, .pictures].contains(samples.view)
        var parts = Parts(
            tabs: tabs, filter: filter, head: nothing, list: nothing, detail: nothing, sizes: nothing)
        if samples.view == .text {
            parts.detail = rest
        } else if area.columns >= 100 {
            // Wide enough for a list with a text at its side, and below the text the sizes of all classes.
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

    /// Counts the lines of the text below those that fit; 0 where all are on the screen.
    static func hiddenLines(_ dataset: Dataset, _ samples: SamplesState, in area: Rect) -> Int {
        let detail = parts(of: area, samples: samples).detail
        if !dataset.columns.isEmpty {
            return max(0, dataset.columns.count - textArea(of: detail, samples).rows)
        }
        guard let row = samples.selected,
            let lines = samples.lines(of: row, columns: detail.columns, in: dataset)
        else { return 0 }
        return max(0, lines.count - textArea(of: detail, samples).rows)
    }

    /// The width at which the text is shown.
    static func textColumns(in area: Rect, _ samples: SamplesState) -> Int {
        parts(of: area, samples: samples).detail.columns
    }

    /// The part of the detail for the text, below a line that parts it from the list and one that names it.
    static func textArea(of detail: Rect, _ samples: SamplesState) -> Rect {
        detail.splitTop(samples.view == .text ? 1 : 2).rest
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let parts = Self.parts(of: area, samples: samples)
        drawTabs(in: parts.tabs, on: &canvas)
        drawFilter(in: parts.filter, on: &canvas, glyphs)
        drawHead(in: parts.head, on: &canvas, glyphs)
        drawList(in: parts.list, on: &canvas, glyphs)
        drawDetail(in: parts.detail, on: &canvas, glyphs)
        switch samples.view {
        case .lengths:
            TextLengths(dataset: dataset, samples: samples).draw(in: parts.sizes, on: &canvas, glyphs)
        case .pictures: drawPictures(in: parts.sizes, on: &canvas, glyphs)
        case .split, .sizes, .text: drawSizes(in: parts.sizes, on: &canvas, glyphs)
        }
    }

    /// Draws the numbers of samples of each class, or of values of each size.
    private func drawSizes(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard dataset.hasClasses else {
            ValueSizes(dataset: dataset, samples: samples).draw(in: area, on: &canvas, glyphs)
            return
        }
        ClassSizes(dataset: dataset, part: samples.part, validation: validation)
            .draw(in: area, on: &canvas, glyphs)
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
            // If not all numbers fit, the one that matters does.
            let text = name(part, counted: isShown || width <= area.columns)
            let style = isShown ? Style(.accent, on: .quietSelection, .bold) : Style(.label)
            let end = canvas.put(text, column, area.top, style, in: area)
            canvas.link(Rect(column, area.top, end - column, 1), to: .part(part))
            column = end + 1
        }
    }

    private func drawFilter(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var conditions: [String] = []
        if let label = samples.label { conditions.append(dataset.name(of: label)) }
        if !samples.words.isEmpty { conditions.append(glyphs.quoted(samples.words)) }
        if samples.onlyMarked { conditions.append("a mark") }
        let found = Format.count(samples.rows.count, dataset.nouns.sample, dataset.nouns.samples)
        let text = "\(found) with \(conditions.joined(separator: " and "))"
        let end = canvas.put(
            text.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top, Style(.match),
            in: area)
        canvas.put("  \(keymap.name(of: .back)) shows all", end, area.top, Style(.label), in: area)
    }
}

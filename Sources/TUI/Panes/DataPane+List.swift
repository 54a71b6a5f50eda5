import Datasets

/// The samples in rows.
extension DataPane {
    /// The widths of the list's columns; the words take the room that is left.
    struct Columns {
        var number: Int
        var label: Int
        var name: Int
        /// The width of the samples' word counts; left out where there is no room.
        var count: Int
        /// The numbers to be learnt, and those that samples are made of, as far as they fit.
        var numbers: [(order: SampleOrder, feature: Feature, width: Int)] = []

        init(_ dataset: Dataset, _ split: Split, in area: Rect) {
            number = max(2, "\(split.count - 1)".count)
            let hasClasses = dataset.hasClasses
            // The longest name would leave narrow lists no words to tell samples by; a number is no name.
            let isNamed = dataset.classes.indices.contains { dataset.classes[$0] != "\($0)" }
            label =
                hasClasses
                ? max(isNamed ? 2 : dataset.nouns.label.columns, "\(dataset.classes.count - 1)".count) : 0
            let longest = dataset.classes.map(\.columns).max() ?? 0
            name = hasClasses && isNamed ? min(longest, area.columns / 4) : 0
            count = area.columns >= 60 && dataset.vocabulary != nil ? 5 : 0
            var room =
                area.columns - 1 - [number, label, name, count].reduce(0) { $0 + ($1 > 0 ? $1 + 1 : 0) }
            let learnt = dataset.learnt.enumerated().map { (SampleOrder.value($0.offset), $0.element, 10) }
            let features = dataset.columns.enumerated().map {
                (SampleOrder.feature($0.offset), $0.element, max(8, min(12, $0.element.name.columns)))
            }
            for (order, feature, width) in learnt + features {
                guard room >= width else { break }
                numbers.append((order, feature, width))
                room -= width + 1
            }
        }
    }

    func drawHead(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let columns = Columns(dataset, dataset.split(of: samples.part), in: area)
        var column = area.left + 1
        func put(_ order: SampleOrder, _ text: String, _ width: Int, isNumber: Bool) {
            guard width > 0 else { return }
            let isSorted = samples.order == order
            let sign = isSorted ? glyphs.sortMark(isReversed: samples.isReversed) : ""
            let ellipsis = text.columns > 8 ? glyphs.ellipsis : ""
            let name = text.clipped(to: width - sign.columns, ellipsis: ellipsis) + sign
            let cell = isNumber ? name.leftPadded(width) : name.rightPadded(width)
            canvas.put(cell, column, area.top, Style(isSorted ? .accent : .label), in: area)
            canvas.link(Rect(column, area.top, width, 1), to: .sort(order.name(in: dataset)))
            column += width + 1
        }
        put(.number, "no", columns.number, isNumber: true)
        put(.label, columns.name > 0 ? "#" : dataset.nouns.label, columns.label, isNumber: true)
        put(.name, dataset.nouns.label, columns.name, isNumber: false)
        put(.words, "words", columns.count, isNumber: true)
        for number in columns.numbers { put(number.order, number.feature.name, number.width, isNumber: true) }
        guard dataset.vocabulary != nil else { return }
        canvas.put("text", column, area.top, Style(.label), in: area)
    }

    func drawList(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
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
        let sign = samples.isMarked(number) ? glyphs.marked : isChosen ? glyphs.pointer : " "
        var column = canvas.put(sign, row.left, row.top, Style(.accent, on: surface), in: row)
        column = canvas.put(
            "\(number)".leftPadded(columns.number) + " ", column, row.top,
            Style(isFound ? .match : .label, on: surface), in: row)
        if let label = dataset.label(of: number, in: split) {
            column = canvas.put(
                "\(label)".leftPadded(columns.label) + " ", column, row.top,
                Style(columns.name > 0 ? .label : .accent, on: surface), in: row)
            if columns.name > 0 {
                let name = dataset.classes[label].clipped(to: columns.name, ellipsis: glyphs.ellipsis)
                column = canvas.put(
                    name.rightPadded(columns.name) + " ", column, row.top, Style(.accent, on: surface),
                    in: row)
            }
        }
        if columns.count > 0 {
            let count = Format.grouped(split.texts?[number].count ?? 0)
            column = canvas.put(
                count.leftPadded(columns.count) + " ", column, row.top, Style(.label, on: surface), in: row)
        }
        let (values, features) = (
            dataset.values(of: number, in: split), dataset.numbers(of: number, in: split)
        )
        for entry in columns.numbers {
            let text: String
            var role = Role.text
            switch entry.order {
            case .value(let place) where values.indices.contains(place):
                (text, role) = (entry.feature.text(values[place]), .accent)
            case .feature(let place) where features.indices.contains(place):
                text = entry.feature.number(features[place])
            default: text = ""
            }
            column = canvas.put(
                text.clipped(to: entry.width, ellipsis: glyphs.ellipsis).leftPadded(entry.width) + " ",
                column,
                row.top, Style(role, on: surface), in: row)
        }
        guard dataset.vocabulary != nil else { return }
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
}

import Datasets

/// A sample that is a row of numbers: a line for each, with its place among those of the training split.
extension DataPane {
    func drawNumbers(
        of number: Int, _ split: Split, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let features = dataset.columns
        let numbers = dataset.numbers(of: number, in: split)
        guard !area.isEmpty, !numbers.isEmpty, numbers.count == features.count else { return }
        let texts = zip(features, numbers).map { $0.text($1) }
        let valueWidth = min(texts.map(\.columns).max() ?? 0, area.columns / 2)
        let nameWidth = min(
            features.map(\.name.columns).max() ?? 0, max(4, area.columns - valueWidth - 2))
        let top = max(0, min(samples.textTop, features.count - area.rows))
        for (line, place) in features.indices.dropFirst(top).prefix(area.rows).enumerated() {
            let row = area.top + line
            let name = features[place].name.clipped(to: nameWidth, ellipsis: glyphs.ellipsis)
            var column = canvas.put(
                name.rightPadded(nameWidth) + " ", area.left, row, Style(.label), in: area)
            let text = texts[place].clipped(to: valueWidth, ellipsis: glyphs.ellipsis)
            column = canvas.put(text.leftPadded(valueWidth), column, row, Style(.text), in: area)
            guard statistics.features.indices.contains(place) else { continue }
            let rest = Rect(column + 2, row, area.right - column - 2, 1)
            drawSpread(of: place, features[place], numbers[place], in: rest, on: &canvas, glyphs)
        }
        drawMore(features.count - top - area.rows, "number", "numbers", in: area, on: &canvas)
    }

    /// Draws the distribution of a feature in the training split, with a mark on the stretch of this sample.
    private func drawSpread(
        of place: Int, _ feature: Feature, _ value: Float, in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        let spread = statistics.features[place]
        guard area.columns >= FeatureStatistics.bins, !spread.counts.isEmpty else { return }
        let low = feature.number(measured: spread.range.lowerBound, 4)
        let high = feature.number(measured: spread.range.upperBound, 4)
        // The ends stand in columns, so that the spreads lie below each other.
        let isRoomy = area.columns >= FeatureStatistics.bins + 20
        var column = area.left
        if isRoomy { column = canvas.put(low.leftPadded(9) + " ", column, area.top, Style(.label), in: area) }
        let most = max(1, spread.counts.max() ?? 1)
        let own = spread.bin(of: feature.exact(value))
        for (bin, count) in spread.counts.enumerated() {
            let step = Int((Double(count) / Double(most) * 7).rounded())
            let sign = count == 0 ? Character(" ") : glyphs.rises[step]
            // A sign of its own is seen without colours, too.
            let text = bin == own ? glyphs.marked : String(sign)
            let style = bin == own ? Style(.accent, .bold) : Style(.bar)
            column = canvas.put(text, column, area.top, style, in: area)
        }
        if isRoomy { canvas.put(" " + high, column, area.top, Style(.label), in: area) }
    }

    /// Says that there is more below, at the right of the line above an area.
    private func drawMore(
        _ hidden: Int, _ one: String, _ many: String, in area: Rect, on canvas: inout Canvas
    ) {
        guard hidden > 0, area.rows > 0 else { return }
        let text =
            " \(Format.count(hidden, "more \(one)", "more \(many)")): \(keymap.name(of: .textDown, in: .data))"
        let start = area.right - text.columns
        let line = Rect(area.left, area.top - 1, area.columns, 1)
        guard start > line.left,
            (start..<line.right).allSatisfy({ canvas[$0, line.top].character == " " })
        else { return }
        canvas.put(text, start, line.top, Style(.label), in: line)
    }
}

import Datasets
import Training

/// One probability as a gauge: how sure a single unit is that it is the second of two classes.
extension InspectorPane {
    func drawGauge(
        _ probabilities: [Float], _ row: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard probabilities.count == 2 else { return }
        let share = Double(probabilities[1])
        let predicted = Self.answer(share)
        let truth = truth
        let (head, body, foot) = Self.parts(of: area)
        // The loss of what was changed would be that of the sample as it is.
        let loss = draft == nil ? age.map { $0.network.loss(of: split, row: row) } : nil
        let facts = loss.map { ["loss of this \(dataset.nouns.sample) \(Format.fixed($0, 3))"] } ?? []
        drawVerdict(
            "\(dataset.name(of: predicted))  \(Format.percent(Double(probabilities[predicted]), places: 2))",
            truth.map { $0 == predicted ? "right" : "wrong: it is \(dataset.name(of: $0))" } ?? "",
            isRight: truth.map { $0 == predicted }, facts: facts, in: head, on: &canvas, glyphs)
        drawScale(share, truth, in: body.splitTop(body.rows >= 6 ? 1 : 0).rest, on: &canvas, glyphs)
        let what = "probability of \(dataset.name(of: 1)) \(Format.percent(share, places: 2))"
        let results = results
        drawFoot(
            results.map { (what, $0) } + [("", results.last ?? what)], in: foot, on: &canvas, glyphs)
    }

    /// The answer that a probability of the second class stands for: exactly one half is a no, as in Keras.
    static func answer(_ share: Double) -> Int { share > 0.5 ? 1 : 0 }

    /// The classes at the ends, the filled bar with its threshold, and the numbers below.
    private func drawScale(
        _ share: Double, _ truth: Int?, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard area.columns >= 10, area.rows >= 1 else { return }
        let names = [0, 1].map { (dataset.name(of: $0), $0 == truth) }
        let (top, rest) = area.splitTop(area.rows >= 3 ? 1 : 0)
        let thick = max(1, min(3, rest.rows - 1))
        if !top.isEmpty {
            let words = names.map { $0.1 ? "\($0.0) \(glyphs.verdict.right)" : $0.0 }
            let room = (top.columns - 2) / 2
            for (place, word) in words.enumerated() {
                let text = word.clipped(to: room, ellipsis: glyphs.ellipsis)
                let style = Style(names[place].1 ? .truth : .label, names[place].1 ? .bold : [])
                let column = place == 0 ? top.left : top.right - text.columns
                canvas.put(text, column, top.top, style, in: top)
            }
        }
        let bar = rest.splitTop(thick).top
        let role: Role = Self.answer(share) == 1 ? .positive : .negative
        for line in 0..<bar.rows {
            Bar(share: share, style: Style(role), hasTrack: true)
                .draw(bar.left, bar.top + line, bar.columns, on: &canvas, glyphs)
            // The threshold stands out of the filled part, too.
            let middle = bar.left + bar.columns / 2
            canvas.put(
                String(glyphs.frame.vertical), middle, bar.top + line, Style(.cursor, .bold), in: bar)
        }
        let line = Rect(area.left, bar.bottom, area.columns, area.bottom > bar.bottom ? 1 : 0)
        guard !line.isEmpty else { return }
        let middle = line.left + line.columns / 2
        canvas.put("0 %", line.left, line.top, Style(.label), in: line)
        canvas.put("50 %", middle - 1, line.top, Style(.label), in: line)
        canvas.put("100 %", line.right - 5, line.top, Style(.label), in: line)
        guard line.columns >= 40 else { return }
        // The end of the bar in numbers, unless they would cover the others.
        let text = Format.percent(share)
        let place = line.left + Int(share * Double(line.columns - 1)) - text.columns / 2
        let columns = place - 1..<place + text.columns + 1
        let taken = [line.left..<line.left + 3, middle - 1..<middle + 3, line.right - 5..<line.right]
        guard !taken.contains(where: { $0.overlaps(columns) }), columns.lowerBound >= line.left else {
            return
        }
        canvas.put(text, place, line.top, Style(role, .bold), in: line)
    }
}

import Datasets
import Glibc
import Training

/// The text with words left out or added, or one of a person's own, and how the bars follow.
extension InspectorPane {
    /// Divides the room: the text, and the bars to its right or below.
    static func whatIfParts(of area: Rect) -> (text: Rect, bars: Rect) {
        if area.columns >= 64 {
            let (text, bars) = area.splitLeft(area.columns / 2)
            return (text.splitLeft(text.columns - 2).left, bars)
        }
        let (text, rest) = area.splitTop(area.rows >= 5 ? area.rows / 2 : 0)
        return (text, rest.splitTop(rest.rows >= 4 ? 1 : 0).rest)
    }

    func drawWhatIf(_ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let asked = asked(probabilities) else { return }
        let (head, body, foot) = Self.parts(of: area)
        drawExplainedHead(probabilities, [question(asked)], in: head, on: &canvas, glyphs)
        let (text, bars) = Self.whatIfParts(of: body)
        if shownWords.isEmpty {
            canvas.putHint(["No words: the network sees nothing."], in: text)
        }
        markedText(asked).draw(in: text, on: &canvas, glyphs)
        drawChangedBars(probabilities, in: bars, on: &canvas, glyphs)
        let unknown = draft?.unknown(why.encoder) ?? []
        if unknown.isEmpty {
            func key(_ change: WhyChange) -> String { keymap.name(of: .why(change), in: .inspector) }
            let keys = "\(key(.switchWord)): word off, on"
            let more = "\(keys); \(key(.addWords)): add words; \(key(.go)): write"
            drawFoot([("", more), ("", keys), ("", "")], in: foot, on: &canvas, glyphs)
        } else {
            let text = "the network is not shown: " + unknown.joined(separator: ", ")
            canvas.put(
                text.clipped(to: foot.columns, ellipsis: glyphs.ellipsis), foot.left, foot.top,
                Style(.warning), in: foot)
        }
    }

    /// The bars of all classes, with what has changed since the sample was as it is.
    private func drawChangedBars(
        _ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let order = Ranking(probabilities).order
        let original = draft == nil ? nil : why.original
        BarColumns(
            items: order.map { label in
                let share = Double(probabilities[label])
                var value = Format.fixed(share * 100, 2)
                if let original, original.indices.contains(label) {
                    value += " " + Format.signed((share - Double(original[label])) * 100, 2).leftPadded(7)
                }
                let isTrue = label == truth
                let isFirst = label == order.first
                let name = dataset.classes[label]
                return BarColumns.Item(
                    number: label, name: name == "\(label)" ? "" : name,
                    share: Self.length(share, isLogarithmic: state.isLogarithmic), value: value,
                    role: isTrue ? .truth : isFirst ? .predicted : .bar,
                    sign: isTrue ? glyphs.verdict.right : isFirst ? glyphs.pointer : " ")
            }, top: 0, showsAll: isZoomed
        ).draw(in: area, on: &canvas, glyphs)
    }

    /// The least share that a bar of powers of ten shows.
    static let leastShare = 1e-6

    /// The length of a probability's bar, from 0 to 1.
    ///
    /// By powers of ten the whole length is that from one in a million to one.
    static func length(_ share: Double, isLogarithmic: Bool) -> Double {
        guard isLogarithmic else { return share }
        guard share > leastShare else { return 0 }
        return 1 - log10(share) / log10(leastShare)
    }
}

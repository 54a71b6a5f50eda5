import Datasets

/// The numbers of words in the listed samples, as a histogram.
struct TextLengths {
    let dataset: Dataset
    let samples: SamplesState

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.rows >= 2, area.columns >= 12 else { return }
        let (head, body) = area.splitTop(1)
        canvas.fill(head, glyphs.frame.horizontal, Style(.border))
        guard let texts = dataset.split(of: samples.part).texts else {
            canvas.putHint(["These \(dataset.nouns.samples) are no texts."], in: body)
            return
        }
        let lengths = samples.rows.map { Double(texts[$0].count) }
        let sorted = lengths.sorted()
        let median = sorted.isEmpty ? "" : ", half of them up to \(Format.fixed(sorted[sorted.count / 2], 0))"
        let title = " words of \(Format.grouped(lengths.count)) \(dataset.nouns.samples)\(median) "
        canvas.put(
            title.clipped(to: head.columns - 2, ellipsis: glyphs.ellipsis), head.left + 1, head.top,
            Style(.label), in: head)
        Histogram(values: lengths, name: "words").draw(in: body, on: &canvas, glyphs)
    }
}

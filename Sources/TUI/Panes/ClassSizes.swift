import Datasets

/// The numbers of samples of each class in a part, as bars, the largest first.
struct ClassSizes {
    let dataset: Dataset
    let part: DataPart
    let validation: Int

    /// Counts the samples of each class in a part.
    static func counts(of part: DataPart, in dataset: Dataset, validation: Int) -> [Int] {
        let split = dataset.split(of: part)
        var counts = [Int](repeating: 0, count: dataset.classes.count)
        for row in dataset.rows(of: part, validation: validation) {
            if let label = dataset.label(of: row, in: split) { counts[label] += 1 }
        }
        return counts
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.rows >= 2, area.columns >= 12 else { return }
        let counts = Self.counts(of: part, in: dataset, validation: validation)
        let (head, body) = area.splitTop(1)
        let title = "\(dataset.nouns.labels) in \(part.rawValue)"
        canvas.fill(head, glyphs.frame.horizontal, Style(.border))
        canvas.put(" \(title) ", head.left + 1, head.top, Style(.label), in: head)
        let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
        let largest = counts.max() ?? 1
        BarColumns(
            items: order.map { label in
                BarColumns.Item(
                    number: label, name: dataset.classes[label] == "\(label)" ? "" : dataset.classes[label],
                    share: largest > 0 ? Double(counts[label]) / Double(largest) : 0,
                    value: Format.grouped(counts[label]), role: .bar)
            }
        ).draw(in: body, on: &canvas, glyphs)
    }
}

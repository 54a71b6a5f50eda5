import Datasets

/// The values to be learnt from the listed samples, as a histogram.
struct ValueSizes {
    let dataset: Dataset
    let samples: SamplesState

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.rows >= 2, area.columns >= 12, let feature = dataset.learnt.first else { return }
        let (head, body) = area.splitTop(1)
        canvas.fill(head, glyphs.frame.horizontal, Style(.border))
        let numbers = Self.numbers(of: samples, in: dataset)
        let sorted = numbers.sorted()
        let median =
            sorted.isEmpty ? "" : ", half of them up to \(feature.text(measured: sorted[sorted.count / 2]))"
        let title = " \(feature.name) of \(Format.grouped(numbers.count)) \(dataset.nouns.samples)\(median) "
        canvas.put(
            title.clipped(to: head.columns - 2, ellipsis: glyphs.ellipsis), head.left + 1, head.top,
            Style(.label), in: head)
        let (unit, factor) = feature.axis
        Histogram(values: numbers.map { $0 * factor }, name: unit).draw(in: body, on: &canvas, glyphs)
    }

    /// The values to be learnt from the listed samples, as they were measured.
    static func numbers(of samples: SamplesState, in dataset: Dataset) -> [Double] {
        guard let feature = dataset.learnt.first,
            case .values(let values) = dataset.split(of: samples.part).targets
        else { return [] }
        return samples.rows.lazy.filter { 0..<values.count ~= $0 }.map {
            feature.exact(values.values[$0 * values.columns])
        }
    }
}

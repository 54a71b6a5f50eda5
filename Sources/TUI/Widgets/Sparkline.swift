/// A row of values as small bars, one row high, with the least and the greatest at its end, if they fit.
///
/// If there are more values than columns, each column shows the greatest of its own, so that no peak gets
/// lost; a value that is not finite leaves a gap.
struct Sparkline {
    var values: [Double]
    var style = Style(.bar)
    /// The ends of the scale; by default the least and the greatest value.
    var range: ClosedRange<Double>?
    /// Writes the ends; `nil` where they are not written.
    var format: (@Sendable (Double) -> String)?

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty, !values.isEmpty else { return }
        let finite = values.lazy.filter(\.isFinite)
        let low = range?.lowerBound ?? finite.min() ?? 0
        let high = range?.upperBound ?? finite.max() ?? 0
        var line = area.splitTop(1).top
        let words = format.map { "\($0(low))\(glyphs.dash)\($0(high))" } ?? ""
        if !words.isEmpty, line.columns >= words.columns + 9 {
            canvas.put(words, line.right - words.columns, line.top, Style(.label), in: line)
            line = line.splitLeft(line.columns - words.columns - 1).left
        }
        let columns = min(line.columns, values.count)
        for column in 0..<columns {
            let part = values[column * values.count / columns..<(column + 1) * values.count / columns]
            guard let value = part.lazy.filter(\.isFinite).max() else { continue }
            // Values that are all the same stand at half height.
            let share = low < high ? min(1, max(0, value / (high - low) - low / (high - low))) : 0.5
            let step = share.isFinite ? Int((share * 7).rounded()) : 0
            canvas.put(String(glyphs.rises[step]), line.left + column, line.top, style, in: line)
        }
    }
}

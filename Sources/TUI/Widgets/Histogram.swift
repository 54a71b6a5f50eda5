import Glibc

/// The numbers of values that fall into each of some equal stretches, as upright bars.
struct Histogram {
    var values: [Double]
    /// The quantity that is counted, for the axis below.
    var name = ""
    /// The approximate number of bins; by default as many as there is room for, and as suit the count.
    var bins: Int?
    var role = Role.bar

    /// Values sorted into bins of a round width.
    struct Bins: Equatable {
        /// The beginning of the first bin.
        var start: Double
        /// The width of each bin: 1, 2 or 5 times a power of ten.
        var width: Double
        /// The number of values in each.
        var counts: [Int]
        /// The number of values that were no numbers, or not finite.
        var leftOut: Int
    }

    /// Sorts values into bins.
    ///
    /// - Parameters:
    ///   - values: The values.
    ///   - count: The approximate number of bins.
    /// - Returns: The bins; `nil` where no value is finite.
    static func sorted(_ values: [Double], bins count: Int) -> Bins? {
        let finite = values.filter { $0.isFinite && abs($0) < 1e300 }
        guard let low = finite.min(), let high = finite.max() else { return nil }
        // All alike are one bin around their value.
        guard high - low > max(abs(low), abs(high)) * 1e-12, high - low > 1e-300 else {
            let width = max(abs(low) * 0.1, 1e-6)
            return Bins(
                start: low - width / 2, width: width, counts: [finite.count],
                leftOut: values.count - finite.count)
        }
        let width = Scale.roundStep((high - low) / Double(max(1, count)), whole: false)
        let start = floor(low / width + 1e-9) * width
        let number = max(1, Int(min(10_000, ceil((high - start) / width + 1e-9))))
        var counts = [Int](repeating: 0, count: number)
        for value in finite {
            let place = ((value - start) / width + 1e-9).rounded(.down)
            counts[Int(max(0, min(Double(number - 1), place)))] += 1
        }
        return Bins(start: start, width: width, counts: counts, leftOut: values.count - finite.count)
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.columns >= 8, area.rows >= 3 else { return }
        let wanted = bins ?? Int(min(40, max(5, Double(values.count).squareRoot().rounded(.up))))
        let rows = area.rows - 2
        let room = area.columns - 8
        guard let bins = Self.sorted(values, bins: max(1, min(wanted, room))) else {
            canvas.put("no values", area.left, area.top, Style(.label), in: area)
            return
        }
        let most = bins.counts.max() ?? 0
        let axis = Axis(0, Double(max(1, most)), ticks: max(1, min(4, rows / 2)), whole: true)
        let gutter = min((axis.ticks.map { axis.countLabel($0).count }.max() ?? 0) + 2, area.columns / 3)
        let (left, rest) = area.splitTop(rows).top.splitLeft(gutter)
        guard !rest.isEmpty else { return }
        let plot = Rect(rest.left, rest.top, rest.columns, rows)
        drawCounts(axis, in: left, on: &canvas, glyphs)
        let width = max(1, plot.columns / max(1, bins.counts.count))
        let shown = min(bins.counts.count, plot.columns / width)
        for bin in 0..<shown {
            let eighths = Int((axis.share(Double(bins.counts[bin])) * Double(plot.rows * 8)).rounded())
            // A single value is seen, however many others there are.
            let height = max(bins.counts[bin] > 0 ? 1 : 0, eighths)
            // Wide bars have a gap between them.
            let bar = Rect(plot.left + bin * width, plot.top, width > 2 ? width - 1 : width, plot.rows)
            drawBar(height, in: bar, on: &canvas, glyphs)
        }
        drawEdges(bins, shown, width, below: plot, on: &canvas, glyphs)
    }

    private func drawBar(_ eighths: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let (full, part) = (eighths / 8, eighths % 8)
        let solid = Rect(area.left, area.bottom - full, area.columns, full)
        canvas.fill(solid.intersection(area), glyphs.rises[7], Style(role))
        guard part > 0 else { return }
        let tip = Rect(area.left, area.bottom - full - 1, area.columns, 1)
        canvas.fill(tip.intersection(area), glyphs.rises[part - 1], Style(role))
    }

    private func drawCounts(_ axis: Axis, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let line = area.right - 1
        canvas.fill(Rect(line, area.top, 1, area.rows), glyphs.frame.vertical, Style(.faint))
        var free = area.bottom
        // The count 0 is the axis below itself, so ticks stand one row higher than dots would.
        for tick in axis.ticks where tick > 0 {
            let row = area.bottom - Int((axis.share(tick) * Double(area.rows)).rounded())
            guard row >= area.top, row < free else { continue }
            free = row
            let label = axis.countLabel(tick)
            canvas.put(label, line - 1 - label.count, row, Style(.label), in: area)
            canvas.put(String(glyphs.axis.left), line, row, Style(.faint), in: area)
        }
    }

    private func drawEdges(
        _ bins: Bins, _ shown: Int, _ width: Int, below plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let row = plot.bottom
        canvas.put(String(glyphs.axis.corner), plot.left - 1, row, Style(.faint))
        canvas.fill(Rect(plot.left, row, plot.columns, 1), glyphs.frame.horizontal, Style(.faint))
        let line = Rect(plot.left, row + 1, plot.columns, 1)
        var words = name
        if bins.leftOut > 0 { words += "\(words.isEmpty ? "" : ", ")\(bins.leftOut) left out" }
        words = words.clipped(to: plot.columns / 2, ellipsis: glyphs.ellipsis)
        let end = plot.right - words.columns
        canvas.put(words, end, row + 1, Style(.label), in: line)
        let scale = Scale(
            bins.start, bins.start + bins.width * Double(bins.counts.count), ticks: max(2, plot.columns / 8))
        var free = plot.left
        for edge in 0...shown {
            let value = bins.start + Double(edge) * bins.width
            let column = plot.left + edge * width
            // Only edges at round numbers have one.
            let nearest = (value / scale.step).rounded() * scale.step
            guard abs(value - nearest) < bins.width * 0.01 else { continue }
            let label = scale.label(nearest)
            let start = max(plot.left, column - label.count / 2)
            guard start >= free, start + label.count < (words.isEmpty ? plot.right + 1 : end) else {
                continue
            }
            canvas.put(
                String(glyphs.axis.bottom), min(column, plot.right - 1), row, Style(.faint),
                in: Rect(plot.left, row, plot.columns, 1))
            free = canvas.put(label, start, row + 1, Style(.label), in: line) + 1
        }
    }
}

/// A grey picture in half cells: two pixels one over the other, as large as fit, or smaller than they are.
///
/// Half cells are about square, so a picture keeps its shape. Without colours a denser character stands for more ink.
struct GreyPicture {
    /// The pixels, line by line, `[rows × columns]`; what is no number is blank.
    var pixels: [Float]
    var columns: Int
    /// The values of blank and of full pixels.
    var range: ClosedRange<Float> = 0...1

    private var rows: Int { columns > 0 ? pixels.count / columns : 0 }

    /// The number of cells that a picture of that size takes in an area.
    ///
    /// - Parameters:
    ///   - columns: The number of pixels in a line.
    ///   - rows: The number of lines.
    ///   - area: The room for it.
    /// - Returns: Whole numbers of half cells for each pixel where there are any, else as many cells as fit.
    static func size(columns: Int, rows: Int, in area: Size) -> Size {
        guard columns > 0, rows > 0, area.columns > 0, area.rows > 0 else { return Size(0, 0) }
        let scale = min(
            Double(area.columns) / Double(columns), Double(area.rows * 2) / Double(rows))
        guard scale < 1 else {
            return Size(columns * Int(scale), (rows * Int(scale) + 1) / 2)
        }
        return Size(
            max(1, Int((Double(columns) * scale).rounded())),
            max(1, min(area.rows, Int((Double(rows) * scale / 2).rounded(.up)))))
    }

    /// Draws the picture at the upper left of an area.
    ///
    /// - Returns: The cells that it takes.
    @discardableResult
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) -> Rect {
        let size = Self.size(columns: columns, rows: rows, in: area.size)
        let place = Rect(area.left, area.top, size.columns, size.rows)
        // A small picture's last half row may lie outside it.
        let halves = max(
            1, rows >= 1 && size.columns >= columns ? rows * (size.columns / columns) : size.rows * 2)
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let upper = ink(column, row * 2, size.columns, halves)
                let lower = row * 2 + 1 < halves ? ink(column, row * 2 + 1, size.columns, halves) : 0
                let most = max(upper, lower)
                let signs = glyphs.densities
                let sign = signs[Int((most * Double(signs.count - 1)).rounded())]
                let style = Style().on(.halves(upper: .grey(upper), lower: .grey(lower)))
                canvas.put(String(sign), place.left + column, place.top + row, style, in: place)
            }
        }
        return place
    }

    /// The fullness of a half cell: the mean of its pixels, pulled up towards the fullest to keep thin lines.
    private func ink(_ column: Int, _ half: Int, _ columns: Int, _ halves: Int) -> Double {
        let across = Self.stretch(column, of: columns, count: self.columns)
        let down = Self.stretch(half, of: halves, count: rows)
        var (sum, most, count) = (0.0, 0.0, 0)
        for row in down {
            for column in across {
                let value = pixels[row * self.columns + column]
                let width = Double(range.upperBound) - Double(range.lowerBound)
                let share = width > 0 ? (Double(value) - Double(range.lowerBound)) / width : 0
                let ink = share.isFinite ? min(1, max(0, share)) : 0
                (sum, most, count) = (sum + ink, max(most, ink), count + 1)
            }
        }
        return count == 0 ? 0 : (sum / Double(count) + most) / 2
    }

    /// The pixels that share a place among so many.
    private static func stretch(_ place: Int, of places: Int, count: Int) -> Range<Int> {
        guard places > 0 else { return 0..<0 }
        let first = min(count, place * count / places)
        return first..<min(count, max(first + 1, (place + 1) * count / places))
    }
}

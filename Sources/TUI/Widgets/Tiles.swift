/// Divides a rectangle among pictures of one size, as nearly square as they can be.
enum Tiles {
    /// Finds the rectangles of the pictures.
    ///
    /// - Parameters:
    ///   - count: The number of pictures.
    ///   - area: The room for all of them.
    ///   - least: The size that a picture needs; where there is too little room, there are fewer of them, but
    ///     one at least.
    /// - Returns: Their rectangles row after row, with a blank column and no blank row between them.
    static func areas(_ count: Int, in area: Rect, least: Size) -> [Rect] {
        guard count > 0, !area.isEmpty else { return [] }
        func size(_ across: Int, _ down: Int) -> Size {
            Size((area.columns - across + 1) / across, area.rows / down)
        }
        let across = max(1, (area.columns + 1) / (least.columns + 1))
        let down = max(1, area.rows / least.rows)
        let count = min(count, across * down)
        /// The side of the largest square in one picture where so many stand side by side.
        func side(_ columns: Int) -> Int {
            let size = size(columns, (count + columns - 1) / columns)
            return min(size.columns, size.rows * 2)
        }
        let fitting = (1...min(count, across)).filter { (count + $0 - 1) / $0 <= down }
        let columns = fitting.max { side($0) < side($1) } ?? 1
        let tile = size(columns, (count + columns - 1) / columns)
        return (0..<count).map { place in
            Rect(
                area.left + place % columns * (tile.columns + 1), area.top + place / columns * tile.rows,
                tile.columns, tile.rows)
        }
    }
}

/// Where words stand that fill lines one after another.
struct WordFlow: Equatable {
    /// Where each begins, from the upper left corner.
    let places: [Point]
    /// How many lines there are.
    let rows: Int

    /// Fills lines of so many columns; a word wider than a line has one to itself.
    init(_ words: [String], columns: Int) {
        var places: [Point] = []
        var (column, row) = (0, 0)
        for word in words {
            let width = word.columns
            if column > 0, column + width > columns { (column, row) = (0, row + 1) }
            places.append(Point(column, row))
            column += width + 1
        }
        self.places = places
        rows = words.isEmpty ? 0 : row + 1
    }
}

/// The places of words that fill lines one after another.
struct WordFlow: Equatable {
    /// The beginning of each word, from the upper left corner.
    let places: [Point]
    /// The number of lines.
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

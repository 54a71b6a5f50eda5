/// A text that is looked for in a pane, and the rows that have it.
struct Search: Equatable, Sendable {
    var pane: PaneID
    var text: String
    /// The rows that have it, ascending.
    var rows: [Int]

    /// The next row from a place, or the one before, round and round.
    ///
    /// - Parameters:
    ///   - row: The place.
    ///   - isForward: `true` to look downwards, `false` to look upwards.
    ///   - includesRow: The place itself will do, where it has the text.
    /// - Returns: The row; `nil` where none has it.
    func row(from row: Int, isForward: Bool, includesRow: Bool = false) -> Int? {
        if includesRow, rows.contains(row) { return row }
        return isForward
            ? rows.first { $0 > row } ?? rows.first : rows.last { $0 < row } ?? rows.last
    }
}

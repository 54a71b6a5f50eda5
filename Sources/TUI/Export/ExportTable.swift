/// What a chart or a table shows, as rows of text that a file can hold.
struct ExportTable: Equatable, Sendable {
    /// The heads of the columns.
    var columns: [String]
    /// The rows, each with as many entries as there are columns; an empty one where there is nothing.
    var rows: [[String]]
}

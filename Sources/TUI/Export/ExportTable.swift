/// The content of a chart or a table, as rows of text.
public struct ExportTable: Equatable, Sendable {
    /// The columns' names.
    public var columns: [String]
    /// The rows, each with a text for every column.
    public var rows: [[String]]

    /// Makes a table.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

/// A table for other programs: names and rows of text.
public struct ExportTable: Equatable, Sendable {
    /// What each column is called.
    public var columns: [String]
    /// The rows, each as long as there are columns.
    public var rows: [[String]]

    /// Puts a table together.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

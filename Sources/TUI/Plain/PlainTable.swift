/// Columns of text, the numbers among them at the right.
struct PlainTable {
    var head: [String]
    var rows: [[String]]
    /// The columns whose texts stand at the left.
    var leftColumns: Set<Int> = []

    /// The lines, without blanks at their ends.
    var lines: [String] {
        let all = [head] + rows
        let widths = head.indices.map { column in
            all.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
        }
        return all.map { row in
            let cells = zip(head.indices, row).map { column, text in
                leftColumns.contains(column)
                    ? text.rightPadded(widths[column]) : text.leftPadded(widths[column])
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

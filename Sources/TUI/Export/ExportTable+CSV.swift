extension ExportTable {
    /// The table as comma-separated values (RFC 4180): a line of names, then one a row, each ended by CR and LF.
    ///
    /// Short rows are filled up with nothing.
    public var csv: String {
        ([columns] + rows).map { row in
            let missing = max(0, columns.count - row.count)
            return (row + Array(repeating: "", count: missing)).map(Self.field).joined(separator: ",")
                + "\r\n"
        }.joined()
    }

    private static func field(_ text: String) -> String {
        // Characters would not do: CR and LF together are one of their own.
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        // Some programs drop spaces at the ends unless they are quoted.
        guard needsQuotes || text.first == " " || text.last == " " else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}

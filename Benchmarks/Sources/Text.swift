import Foundation

extension Double {
    /// With so many digits after the point.
    func digits(_ count: Int) -> String { String(format: "%.\(count)f", self) }
    /// In thousands of millions.
    var giga: String { (self * 1e-9).digits(1) }
    /// In hundredths.
    var percent: String { isFinite ? (self * 100).digits(self < 0.0995 ? 1 : 0) + " %" : "" }
    /// A count with commas.
    var grouped: String { Int(self.rounded()).grouped }
}

extension Int {
    /// With commas.
    var grouped: String {
        var text = String(magnitude)
        for place in stride(from: text.count - 3, to: 0, by: -3) {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
        }
        return (self < 0 ? "-" : "") + text
    }
}

/// Lines in columns: the first to the left, the others to the right.
struct Table {
    private var lines: [[String]]

    init(_ head: [String]) {
        lines = [head]
    }

    mutating func add(_ line: [String]) { lines.append(line) }

    /// The lines, each column as wide as it must be.
    var text: String {
        let widths = (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

/// Prints lines at once, also where they go into a file: a run takes minutes.
func show(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

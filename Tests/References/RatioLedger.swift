import Synchronization

/// A record of how near to the limit the numbers of each file come, while the suites of one target run.
package final class RatioLedger: Sendable {
    /// The ledger of the suites that run now.
    @TaskLocal package static var current: RatioLedger?

    private struct Key: Hashable {
        var file: String
        var level: String
    }

    private struct Entry {
        var cases: Set<String> = []
        var numbers = 0
        var worst = 0.0
        var place = ""
    }

    private let entries = Mutex<[Key: Entry]>([:])

    init() {}

    func note(_ comparison: Comparison, count: Int, ratio: Double, place: String) {
        let key = Key(file: comparison.file, level: comparison.level)
        entries.withLock { entries in
            var entry = entries[key, default: Entry()]
            entry.cases.insert(comparison.name)
            entry.numbers += count
            if ratio > entry.worst || entry.place.isEmpty { (entry.worst, entry.place) = (ratio, place) }
            entries[key] = entry
        }
    }

    /// A line for each file and level of kernels; empty where nothing was compared.
    ///
    /// - Parameters:
    ///   - title: The subject of the tests.
    ///   - folder: The folder of the files.
    /// - Returns: Lines that end in a line feed.
    func table(_ title: String, from folder: ReferenceFolder) -> String {
        let entries = entries.withLock { $0 }
        guard !entries.isEmpty else { return "" }
        let rows = entries.sorted { ($0.key.file, $0.key.level) < ($1.key.file, $1.key.level) }
        var lines = [
            ["file", "level", "cases", "numbers", "worst / limit", "where"]
        ]
        for (key, entry) in rows {
            lines.append([
                key.file + ".json", key.level.isEmpty ? "-" : key.level, "\(entry.cases.count)",
                "\(entry.numbers)", entry.worst.threeDecimals, entry.worst == 0 ? "-" : entry.place,
            ])
        }
        let widths = (0..<6).map { column in lines.map { $0[column].count }.max() ?? 0 }
        let text = lines.map { line in
            zip(line, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                // Names begin in one column, numbers end in one.
                return (2...4).contains(column) ? space + cell.0 : column == 5 ? cell.0 : cell.0 + space
            }.joined(separator: "  ")
        }
        return """
            \(title): how far from the reference numbers in \(folder.url.path) (NNBOARD_REFERENCE=DIR takes others)
            The limit is 1e-6 + 1e-5·|b|, or four times the file's own noise where that is more.
            \(text.joined(separator: "\n"))

            """
    }
}

extension Double {
    /// Rounded up, so that what is over the limit is never written as 1.000.
    fileprivate var threeDecimals: String {
        guard isFinite, self < 1e12 else { return "\(self)" }
        let thousandths = Int((self * 1000).rounded(.up))
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
}

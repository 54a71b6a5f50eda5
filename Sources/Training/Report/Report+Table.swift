extension Report {
    /// The report as a table to be read: a row an epoch, and below it folds, the test split and the time.
    public var table: String {
        var text = "\(datasetTitle): \(experiment.model.layers.map(\.text).joined(separator: ", "))\n"
        text +=
            "\(parameters) parameters, \(experiment.model.optimizer.text), \(experiment.model.loss.text)\n\n"
        if !folds.isEmpty { text += "Mean of \(folds.count) folds:\n" }
        text += Self.table(of: history)
        if !folds.isEmpty { text += "\n" + foldTable }
        if let finalHistory { text += "\nFinal run:\n" + Self.table(of: finalHistory) }
        text += "\n"
        if let test {
            text += test.columns.map { "test \($0.key) \(Self.decimals($0.value, 4))" }
                .joined(separator: ", ")
            text += inUnits(test)
            if baselines.shuffled.isFinite {
                text += ", random guess \(Self.decimals(baselines.shuffled, 4))"
                text += ", most frequent class \(Self.decimals(baselines.majority, 4))"
            }
            text += "\n"
        }
        for intervention in interventions { text += "\(intervention)\n" }
        if let overfitting = history.overfitting { text += "\(overfitting)\n" }
        text +=
            "loaded in \(Self.decimals(seconds.load, 2)) s, trained in \(Self.decimals(seconds.fit, 2)) s "
        text += "(\(Self.decimals(seconds.fitCPU, 2)) processor seconds), "
        text += "evaluated in \(Self.decimals(seconds.evaluate, 2)) s\n"
        return text
    }

    /// A row an epoch.
    private static func table(of history: History) -> String {
        let columns = history.columns
        var lines = [["epoch"] + columns.map(\.key)]
        for (row, record) in history.epochs.enumerated() {
            lines.append(["\(record.index)"] + columns.map { decimals($0.values[row], 4) })
        }
        return aligned(lines)
    }

    /// A table of the last epoch of each fold, and of their mean.
    private var foldTable: String {
        let columns = history.columns
        var lines = [["fold"] + columns.map(\.key)]
        for (place, fold) in folds.enumerated() {
            lines.append(["\(place + 1)"] + fold.history.columns.map { Self.decimals($0.values.last, 4) })
        }
        lines.append(["mean"] + columns.map { Self.decimals($0.values.last, 4) })
        return Self.aligned(lines)
    }

    /// Gives an error in the unit of what was learnt, where that has one.
    private func inUnits(_ metrics: Metrics) -> String {
        guard let value = values.first, !value.unit.isEmpty, let error = metrics[.meanAbsoluteError] else {
            return ""
        }
        return " (in \(value.unit): \(value.measured(difference: error).text(digits: 4)))"
    }

    private static func aligned(_ rows: [[String]]) -> String {
        lines(rows).map { $0 + "\n" }.joined()
    }

    /// Rows of cells as lines, numbers ending where numbers end.
    ///
    /// - Parameters:
    ///   - rows: The cells, the headings first.
    ///   - words: Columns of words, which begin where words begin.
    /// - Returns: A line a row, without spaces at its end.
    static func lines(_ rows: [[String]], words: Set<Int> = []) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                let room = String(repeating: " ", count: widths[column] - row[column].count)
                return words.contains(column) ? row[column] + room : room + row[column]
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    private static func decimals(_ number: Double?, _ count: Int) -> String {
        (number ?? .nan).text(decimals: count)
    }
}

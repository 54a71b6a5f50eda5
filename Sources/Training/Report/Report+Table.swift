extension Report {
    /// The report as a table to be read: a row an epoch, and below it the test split and the time.
    public var table: String {
        let columns = history.columns
        var lines = [["epoch"] + columns.map(\.key)]
        for (row, record) in history.epochs.enumerated() {
            lines.append(["\(record.index)"] + columns.map { Self.decimals($0.values[row], 4) })
        }
        let widths = (0...columns.count).map { column in lines.map { $0[column].count }.max() ?? 0 }
        var text = "\(datasetTitle): \(experiment.model.layers.map(\.text).joined(separator: ", "))\n"
        text +=
            "\(parameters) parameters, \(experiment.model.optimizer.text), \(experiment.model.loss.text)\n\n"
        for line in lines {
            text += zip(line, widths).map { Self.padded($0, to: $1) }.joined(separator: "  ") + "\n"
        }
        for intervention in interventions { text += "\(intervention)\n" }
        text +=
            "\n" + test.columns.map { "test \($0.key) \(Self.decimals($0.value, 4))" }.joined(separator: ", ")
        text += ", random guess \(Self.decimals(baselines.shuffled, 4))"
        text += ", most frequent class \(Self.decimals(baselines.majority, 4))\n"
        if let overfitting = history.overfitting { text += "\(overfitting)\n" }
        text +=
            "loaded in \(Self.decimals(seconds.load, 2)) s, trained in \(Self.decimals(seconds.fit, 2)) s "
        text += "(\(Self.decimals(seconds.fitCPU, 2)) processor seconds), "
        text += "evaluated in \(Self.decimals(seconds.evaluate, 2)) s\n"
        return text
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func decimals(_ number: Double, _ count: Int) -> String { number.text(decimals: count) }
}

import Datasets
import Training

/// The network's results for all samples of a part: the content of the pane, in sentences and tables.
struct PlainResults: PlainText {
    /// The dashboard's pane with the same content.
    let pane: ResultsPane

    /// The largest number of rows in a list.
    static let few = 20

    var lines: [String] {
        let title = "Results: \(pane.detail)."
        if let hint = pane.hint { return [title] + hint }
        if case .looking(let task, _) = pane.known.suspects, pane.state.view == .suspects {
            return [title, "Training \(ResultsPane.folds) networks: \(TaskBar.text(task, now: pane.now))."]
        }
        let head = pane.head.isEmpty ? [] : [pane.head + "."]
        return [title] + head + content
    }

    private var content: [String] {
        if !pane.table.columns.isEmpty { return table }
        switch pane.state.view {
        case .matrix: return matrix
        case .topK:
            return pane.topKBars.map { "\($0.name): \(Format.percent($0.share))" }
        case .history: return history
        case .calibration: return calibration
        default: return []
        }
    }

    private var table: [String] {
        let table = pane.table
        let (columns, rows) = (table.columns, pane.known.rows)
        let shown = rows.dropFirst(pane.state.position.top).prefix(Self.few)
        let text = PlainTable(
            head: columns.map { $0.title(in: pane.dataset) },
            rows: shown.map { place in columns.map { table.entry(place, $0) } },
            leftColumns: Set(columns.indices.filter { columns[$0].isText }))
        let rest = rows.count - shown.count
        return text.lines + (rest > 0 ? ["… and \(Format.count(rest, "row", "rows")) more."] : [])
            + (pane.state.view == .topics && pane.state.chosen == nil ? pane.topicsFoot.map { $0 + "." } : [])
    }

    /// The chosen cell, and what is mistaken most often.
    private var matrix: [String] {
        guard let matrix = pane.results?.matrix else { return [] }
        let confusions = pane.confusions
        let table = PlainTable(
            head: ["count", "true", "predicted", "of the true %"],
            rows: confusions.prefix(Self.few).map { truth, predicted, count in
                [
                    "\(count)", pane.dataset.name(of: truth), pane.dataset.name(of: predicted),
                    Format.fixed(matrix.value(truth, predicted, .rows) * 100, 1),
                ]
            }, leftColumns: [1, 2])
        let note = confusions.isEmpty ? "Nothing is mistaken." : "Mistaken most often:"
        return ["Chosen: \(pane.cellWords).", note] + (confusions.isEmpty ? [] : table.lines)
    }

    private var history: [String] {
        guard let table = pane.historyTable else { return ["The network is being asked."] }
        let columns = Array(table.columns.prefix(1) + table.columns.dropFirst().suffix(8))
        let rows = table.rows.map { row in
            Array(row.prefix(1))
                + row.dropFirst().suffix(8).map { Double($0).map { Format.fixed($0 * 100, 1) } ?? "" }
        }
        return pane.historyFoot.prefix(1).map { $0 + "." }
            + PlainTable(head: columns, rows: rows, leftColumns: [0]).lines
    }

    private var calibration: [String] {
        guard let calibration = pane.calibration else { return [] }
        let table = PlainTable(
            head: ["sure %", pane.dataset.nouns.samples, "mean sure %", "right %"],
            rows: calibration.bins.filter { $0.count > 0 }.map { bin in
                [
                    "\(Format.fixed(bin.lower * 100, 0)) to \(Format.fixed(bin.upper * 100, 0))",
                    "\(bin.count)",
                    Format.fixed(bin.confidence * 100, 1), Format.fixed(bin.accuracy * 100, 1),
                ]
            })
        return pane.calibrationFoot.prefix(1).map { $0 + "." } + table.lines
    }
}

import Datasets
import Training

/// The tables: samples, classes, labels that are likely to be wrong, duplicates.
extension ResultsPane {
    func drawTable(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let table = table
        let columns = table.columns
        let rows = known.rows
        guard !rows.isEmpty else {
            canvas.putHint([emptyText], in: area)
            return
        }
        var drawn = Table(
            columns: columns.map {
                Table.Column(
                    title: $0.title(in: dataset), alignment: $0.isText ? .left : .right,
                    command: .sort($0.rawValue))
            },
            rows: rows.count, position: state.position, isFocused: isFocused,
            entry: { row, column in
                let entry = table.entry(rows[row], columns[column], words: area.columns / 3)
                // Long names leave texts no room.
                guard columns.contains(.text), columns[column] != .text, columns[column].isText else {
                    return entry
                }
                return entry.clipped(to: max(10, area.columns / 6), ellipsis: glyphs.ellipsis)
            })
        drawn.sorting = state.sorting.flatMap { sorting in
            columns.firstIndex(of: sorting.column).map { ($0, sorting.ascending) }
        }
        drawn.command = { .choose(.results, $0) }
        let found = Set(search?.rows ?? [])
        drawn.role = { found.contains($0) ? .match : nil }
        drawn.draw(in: area, on: &canvas, glyphs)
    }

    /// The text in place of a table without rows.
    private var emptyText: String {
        if state.chosen != nil { return "No \(dataset.nouns.samples) here." }
        switch state.view {
        case .mistakes:
            return "No mistakes: all \(dataset.nouns.samples) of \(state.part.rawValue) are told right."
        case .doubts: return "No hits: no \(dataset.nouns.sample) of \(state.part.rawValue) is told right."
        case .suspects:
            return "No label is contradicted by networks that have not seen its \(dataset.nouns.sample)."
        case .duplicates: return "No two \(dataset.nouns.samples) are alike."
        default: return "Nothing here."
        }
    }

    /// The place in the list, and the list's meaning.
    var tableFoot: [String] {
        let rows = known.rows
        guard !rows.isEmpty else { return [] }
        let place = "\(Format.grouped(state.position.cursor + 1)) of \(Format.grouped(rows.count))"
        let what =
            state.chosen != nil
            ? "" : state.view == .duplicates ? "the same group number: exactly alike" : state.view.help
        let order = state.sorting.map { "by \($0.column.title(in: dataset))" } ?? what
        let open = "\(key(.open)) inspects it"
        return ["\(place)\(order.isEmpty ? "" : ", \(order)")", open]
    }

    /// The means over the classes.
    var topicsFoot: [String] {
        guard let report = results?.report else { return [] }
        func words(_ name: String, _ row: ClassReport.Row) -> String {
            let numbers = [row.precision, row.recall, row.f1].map { Format.fixed($0 * 100, 1) }
            return "\(name): precision \(numbers[0]), recall \(numbers[1]), F1 \(numbers[2])"
        }
        return [words("macro average", report.macro), words("weighted average", report.weighted)]
    }

    /// The content of the pane as a table, all of it.
    var exportTable: ExportTable? {
        guard hint == nil else { return nil }
        let table = table
        if !table.columns.isEmpty {
            return known.isLooking && state.view == .suspects ? nil : table.export(known.rows)
        }
        switch state.view {
        case .matrix: return matrixTable
        case .history: return historyTable
        case .topK: return topKTable
        case .calibration: return calibrationTable
        default: return nil
        }
    }
}

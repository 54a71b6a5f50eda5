import Datasets
import Training

extension CurvesPane {
    /// The columns of the table of epochs, and their values in the run in focus.
    private func epochColumns(of run: ChartedRun) -> [(title: String, values: [Double])] {
        let epochs = run.history.epochs
        return [("epoch", epochs.map { Double($0.index) })] + run.history.columns.map { ($0.key, $0.values) }
            + [("learning rate", epochs.map(\.learningRate)), ("seconds", epochs.map(\.seconds))]
    }

    /// The number of columns in the table of epochs, for sorting.
    var tableColumns: Int { focusedRun.map { epochColumns(of: $0).count } ?? 0 }
    /// The titles of its columns.
    var tableTitles: [String] { focusedRun.map { epochColumns(of: $0).map(\.title) } ?? [] }

    /// The table of epochs as it is sorted.
    var exportTableOfEpochs: ExportTable {
        guard let run = focusedRun else { return ExportTable(columns: [], rows: []) }
        let columns = epochColumns(of: run)
        let rows = tableOrder.map { row in columns.map { Self.entry($0.values[row], $0.title) } }
        return ExportTable(columns: columns.map(\.title), rows: rows)
    }
    /// The number of its rows.
    var tableRows: Int { focusedRun?.history.epochs.count ?? 0 }

    /// Counts the rows that are seen at once where the pane is drawn.
    func visibleRows(in area: Rect) -> Int {
        Table.capacity(CurvesFoot(run: run, pace: pace, samples: samples).rest(of: area))
    }

    /// The epoch, counted from 1, in a row of the table as it is sorted.
    func epoch(inRow row: Int) -> Int? {
        let order = tableOrder
        return order.indices.contains(row) ? order[row] + 1 : nil
    }

    private var tableOrder: [Int] {
        guard let run = focusedRun else { return [] }
        let columns = epochColumns(of: run)
        let all = Array(run.history.epochs.indices)
        guard columns.indices.contains(state.sorting.column) else { return all }
        let values = columns[state.sorting.column].values
        if state.sorting.column == 0 { return state.sorting.ascending ? all : all.reversed() }
        // A value that is no number stands last, whichever the direction; equals stay in their order.
        return all.sorted { one, other in
            let (first, second) = (values[one], values[other])
            guard !first.isNaN, !second.isNaN, first != second else {
                return first.isNaN == second.isNaN ? one < other : second.isNaN
            }
            return (first < second) == state.sorting.ascending
        }
    }

    /// The epochs of the run in focus, one a row; the best one stands out.
    var table: Table? {
        guard let run = focusedRun else { return nil }
        let columns = epochColumns(of: run)
        let order = tableOrder
        let best = run.history.bestEpoch
        return Table(
            columns: columns.map { Table.Column(title: $0.title, command: .sort($0.title)) },
            sorting: (state.sorting.column, state.sorting.ascending), rows: order.count,
            position: state.position, isFocused: isFocused,
            entry: { row, column in
                guard order.indices.contains(row), columns.indices.contains(column) else { return "" }
                return Self.entry(columns[column].values[order[row]], columns[column].title)
            },
            role: { row in
                order.indices.contains(row) && best == order[row] + 1 ? .bestEpoch : nil
            },
            command: { .choose(.curves, $0) })
    }

    private static func entry(_ value: Double, _ title: String) -> String {
        switch title {
        case "epoch": Format.fixed(value, 0)
        case "seconds": Format.fixed(value, 2)
        case "learning rate": value.isFinite ? Format.scientific(value, 3) : value.spelt
        default: Format.fixed(value, 4)
        }
    }

    // MARK: Export

    /// Tabulates the charts: epoch, step or seconds, then the curves of the runs that are drawn.
    ///
    /// Of several runs each has columns of its own, headed by its name; a place that a curve has no point at stays
    /// empty.
    func exportTable() -> ExportTable {
        let runs = runs.filter { !state.hidden.contains($0.id) }
        let axis = axis
        let keys = keys
        var heads = [axis == .time ? "seconds" : "\(axis)"]
        var columns: [[Double: Double]] = []
        for run in runs {
            for key in keys + keys.map({ "val_" + $0 }) {
                guard let points = run.points(key, along: axis)?.from(start(of: run)) else { continue }
                heads.append(runs.count > 1 ? "\(run.name) \(key)" : key)
                columns.append(
                    Dictionary(
                        (0..<points.count).map { (points.x($0), points.values[$0]) },
                        uniquingKeysWith: { $1 }))
            }
        }
        let places = Set(columns.flatMap(\.keys)).sorted()
        let rows = places.map { place in
            [axis == .time ? "\(place)" : Format.fixed(place, 0)]
                + columns.map { $0[place]?.spelt ?? "" }
        }
        return ExportTable(columns: heads, rows: rows)
    }
}

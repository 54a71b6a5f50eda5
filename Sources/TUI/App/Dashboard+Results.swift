import Datasets
import Training

/// The results pane: its views, the way into them, and the questions that they ask of the network.
extension Dashboard {
    /// The pane as it is drawn, said and exported.
    func resultsPane(on dataset: Dataset) -> ResultsPane {
        ResultsPane(
            dataset: dataset, state: results, known: known,
            age: useful(shownRun) == nil ? nil : shown(of: shownRun),
            epochs: shownRun?.history.epochs.count ?? 0, track: track,
            validation: experiment.settings.heldOut,
            isFocused: focus == .results, search: search?.pane == .results ? search : nil, keymap: keymap,
            now: now)
    }

    private var resultsPane: ResultsPane? { dataset.map { resultsPane(on: $0) } }

    /// The place of the pane's picture or table on the screen.
    private var resultsBody: Rect? {
        layout.panes[.results].map { ResultsPane.parts(of: Frame.inside($0)).body }
    }
    private var resultsRows: Int { max(1, resultsBody.map(Table.capacity) ?? 1) }

    // MARK: Views

    /// Does what a command says of the results.
    mutating func perform(_ change: ResultsChange) -> [Effect] {
        guard let dataset else { return [] }
        switch change {
        case .next, .previous: turn(to: results.view.neighbour(change == .next ? 1 : -1, of: dataset))
        case .view(let view):
            guard ResultsView.all(of: dataset).contains(view) else {
                decline(
                    "No \(view.help) here: \(dataset.hasClasses ? "classes" : "numbers") are to be learnt."
                )
                return []
            }
            focus = .results
            turn(to: view)
        case .nextPart, .previousPart:
            let all = DataPart.allCases
            let step = change == .nextPart ? 1 : all.count - 1
            take(part: all[((all.firstIndex(of: results.part) ?? 0) + step) % all.count])
        case .part(let part): take(part: part)
        case .normalize:
            results.normalization = results.normalization.next
            say("The matrix shows \(results.normalization.words).")
        case .zoomIn, .zoomOut: zoomMatrix(by: change == .zoomIn ? 1 : -1)
        case .cell(let truth, let predicted):
            guard dataset.classes.indices.contains(truth), dataset.classes.indices.contains(predicted) else {
                complain("The \(dataset.nouns.labels) are numbered from 0 to \(dataset.classes.count - 1).")
                return []
            }
            (results.truth, results.predicted) = (truth, predicted)
        case .temperature:
            results.isScaled.toggle()
            say("Confidence \(results.isScaled ? "after" : "before") temperature scaling.")
        case .open: return openChosen(in: dataset)
        }
        return []
    }

    /// Shows another view; whoever turns over begins a new walk.
    private mutating func turn(to view: ResultsView) {
        results.turn(to: view)
        trail = []
    }

    private mutating func take(part: DataPart) {
        guard results.part != part else { return }
        results.part = part
        results.position = ListPosition()
    }

    private mutating func zoomMatrix(by step: Int) {
        guard let grid = resultsPane?.grid, let body = resultsBody else { return }
        let now = grid.parts(of: body).zoom
        results.zoom = ConfusionGrid.Zoom(rawValue: now.rawValue + step) ?? now
    }

    // MARK: The way in

    /// Goes one level on: from a cell or class to its samples, from a sample to the inspector.
    private mutating func openChosen(in dataset: Dataset) -> [Effect] {
        if results.chosen == nil {
            switch results.view {
            case .suspects where known.labelErrors == nil: return lookForLabelErrors()
            case .matrix, .history, .topics:
                let label = rowPlace ?? results.truth
                leaveTrail()
                results.open(
                    results.view == .matrix
                        ? .cell(truth: results.truth, predicted: results.predicted)
                        : .label(results.view == .topics ? label : results.truth))
                return []
            case .topK, .calibration:
                say("\(key(for: .results(.next))) shows the next view.")
                return []
            default: break
            }
        }
        guard let place = rowPlace, let sample = resultsPane?.table.sample(at: place) else { return [] }
        leaveTrail()
        guard show(sample.row, of: sample.part) else {
            trail.removeLast()
            complain("\(sample.part.rawValue) has no \(dataset.nouns.sample) \(sample.row).")
            return []
        }
        focus = .inspector
        return []
    }

    /// The class, sample or other thing that the chosen row of the table stands for.
    private var rowPlace: Int? {
        known.rows.indices.contains(results.position.cursor) ? known.rows[results.position.cursor] : nil
    }

    /// Tells whether the pane shows a table, in place of a picture.
    private var hasResultsTable: Bool { !(resultsPane?.table.columns.isEmpty ?? true) }

    // MARK: Moving and finding

    mutating func moveInResults(_ motion: Motion) {
        guard let pane = resultsPane else { return }
        guard !hasResultsTable else {
            results.position.move(motion, count: known.rows.count, visible: resultsRows)
            return
        }
        let order = pane.order
        guard !order.isEmpty, results.view == .matrix || results.view == .history else { return }
        var rows = ListPosition()
        rows.go(to: order.firstIndex(of: results.truth) ?? 0, count: order.count, visible: 10)
        rows.move(motion, count: order.count, visible: 10)
        results.truth = order[rows.cursor]
        let across = (motion == .right ? 1 : 0) - (motion == .left ? 1 : 0)
        if results.view == .history, across != 0 {
            _ = perform(across > 0 ? TimeChange.later : .earlier)
        }
        if results.view == .matrix {
            let column = (order.firstIndex(of: results.predicted) ?? 0) + across
            results.predicted = order[max(0, min(order.count - 1, column))]
        }
    }

    mutating func chooseInResults(_ row: Int) {
        guard !hasResultsTable else {
            results.position.go(to: row, count: known.rows.count, visible: resultsRows)
            return
        }
        let order = resultsPane?.order ?? []
        if order.indices.contains(row) { results.truth = order[row] }
    }

    /// The row of the pane that one is on.
    var resultsRow: Int {
        hasResultsTable ? results.position.cursor : resultsPane?.order.firstIndex(of: results.truth) ?? 0
    }

    /// The text of the pane's rows, for searches.
    var resultsLines: [String] {
        guard let dataset, let pane = resultsPane else { return [] }
        guard hasResultsTable else { return pane.order.map { dataset.name(of: $0) } }
        let table = pane.table
        return known.rows.map { place in
            table.columns.map { table.entry(place, $0, words: 12) }.joined(separator: " ")
        }
    }

    /// The keys by which the pane can be sorted.
    var resultsSortColumns: [String] {
        guard let pane = resultsPane else { return [] }
        if hasResultsTable { return pane.table.columns.map(\.rawValue) }
        return results.view == .matrix || results.view == .history
            ? ResultsState.Order.allCases.map(\.rawValue) : []
    }

    /// Sorts by a column; the same again turns the order round.
    ///
    /// - Returns: True if the table has such a column.
    mutating func sortResults(by name: String) -> Bool {
        guard resultsSortColumns.contains(name) else { return false }
        if let column = ResultsColumn(rawValue: name), hasResultsTable {
            let isAgain = results.sorting?.column == column
            // Of numbers the largest are wanted first, of words the first.
            let ascending =
                isAgain
                ? !(results.sorting?.ascending ?? false)
                : column.isText || column == .number || column == .label || column == .group
            results.sorting = .init(column: column, ascending: ascending)
            results.position = ListPosition()
        } else if let order = ResultsState.Order(rawValue: name) {
            results.isReversed = order == results.order ? !results.isReversed : false
            results.order = order
        }
        return true
    }

    mutating func sortResultsByNext() {
        let all = resultsSortColumns
        guard !all.isEmpty else { return decline("Results: this view has an order of its own.") }
        let now = hasResultsTable ? results.sorting?.column.rawValue : results.order.rawValue
        let next = now.flatMap { all.firstIndex(of: $0) }.map { ($0 + 1) % all.count } ?? 0
        _ = sortResults(by: all[next])
    }

    mutating func turnResults() {
        if hasResultsTable, let sorting = results.sorting {
            _ = sortResults(by: sorting.column.rawValue)
        } else if !hasResultsTable, !resultsSortColumns.isEmpty {
            results.isReversed.toggle()
        } else {
            decline("Sort first: \(key(for: .sortNext)).")
        }
    }

    /// Keeps the chosen row on the screen.
    mutating func keepResultsInView() {
        guard layout.panes[.results] != nil, hasResultsTable else { return }
        results.position.go(to: results.position.cursor, count: known.rows.count, visible: resultsRows)
    }

    /// Tells whether anybody can see the results.
    private var showsResults: Bool { layout.panes[.results] != nil }

    /// Asks for what the results pane needs and does not have yet, where it can be seen or will be told.
    mutating func askForResults(isTold: Bool = false) -> [Effect] {
        let isWanted = isTold || showsResults
        refreshResults(isWanted: isWanted)
        guard isWanted, let dataset else { return [] }
        return askForAnswers(on: dataset)
    }

    /// Puts the rows of the table in order, where anything has changed that decides it.
    mutating func refreshResults(isWanted: Bool) {
        guard let dataset else { return }
        // One of an earlier epoch is better than none; one of another run would be taken for this one's.
        if let known = known.evaluation, let run = shownRun, known.request.run != run.id {
            (self.known.evaluation, self.known.asked) = (nil, nil)
            self.known.version += 1
        }
        // Nobody needs an answer about a run that is shown no more.
        if let asked = known.asked, asked.run != shownRun?.id { known.asked = nil }
        if !ResultsView.all(of: dataset).contains(results.view) {
            results.turn(to: ResultsView.all(of: dataset)[0])
        }
        let key = ResultsRowsKey(
            view: results.view, part: results.part, chosen: results.chosen, sorting: results.sorting,
            version: known.version)
        guard key != known.rowsKey, isWanted else { return }
        // The sample one is on stays chosen when a newer network changes the order.
        let isSame =
            known.rowsKey.map { ($0.view, $0.chosen) == (key.view, key.chosen) && $0.part == key.part }
            ?? false
        let chosen = isSame && known.rowsKey?.sorting == key.sorting ? rowPlace : nil
        known.rows = resultsPane?.table.places ?? []
        known.rowsKey = key
        if let chosen, let row = known.rows.firstIndex(of: chosen), results.position.cursor > 0 {
            results.position.go(to: row, count: known.rows.count, visible: resultsRows)
        }
        keepResultsInView()
    }
}

extension ConfusionMatrix.Normalization {
    /// The one after it, round and round; shares of all say little.
    var next: ConfusionMatrix.Normalization {
        switch self {
        case .none: .rows
        case .rows: .columns
        case .columns, .all: .none
        }
    }

    /// The content of a cell, in words.
    var words: String {
        switch self {
        case .none: "counts"
        case .rows: "shares of each row: what the true class is taken for"
        case .columns: "shares of each column: what the predicted class really is"
        case .all: "shares of all"
        }
    }
}

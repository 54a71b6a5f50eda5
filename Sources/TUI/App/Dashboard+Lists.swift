import Datasets
import Training

/// Moving, choosing, searching and sorting: the same in every pane.
extension Dashboard {
    // MARK: Moving

    /// Moves in what has the keys: a list over the panes, or the pane in focus.
    mutating func move(_ motion: Motion) {
        switch overlay {
        case .menu(var menu):
            menu.position.move(motion, count: menu.items.count, visible: MenuOverlay.rows(menu, size))
            overlay = .menu(menu)
            previewTheme(of: menu)
        case .help(var help):
            help.top = HelpOverlay(help: help, keymap: keymap).scrolled(motion, size: size)
            overlay = .help(help)
        case .lesson: moveInLesson(motion)
        default: move(motion, in: focus)
        }
    }

    mutating func move(_ motion: Motion, in pane: PaneID) {
        switch pane {
        case .data:
            samples.move(motion, visible: listRows)
            predict()
        case .model: model.move(motion, in: experiment)
        case .curves: moveInCurves(motion)
        case .inspector where pointsPane != nil: move(motion, in: .data)
        case .inspector where inspector.view.isExplanation: moveInExplanation(motion)
        case .inspector:
            guard hasClassList else {
                samples.move(motion, visible: listRows)
                predict()
                return
            }
            inspector.position.move(motion, count: classCount, visible: inspectorRows)
        case .results: moveInResults(motion)
        case .log: log.move(motion, in: logSize)
        }
    }

    /// Chooses a row of a pane by its number, as a click does.
    mutating func choose(row: Int, in pane: PaneID) {
        let count = rowCount(of: pane)
        guard row < count else {
            return complain(
                "There is no row \(row) in \(pane.title): "
                    + (count == 0
                        ? "it lists nothing at the moment."
                        : count == 1 ? "the only one has the number 0." : "they go from 0 to \(count - 1)."))
        }
        choose(row, in: pane)
    }

    /// The number of rows in what a pane lists.
    private func rowCount(of pane: PaneID) -> Int {
        switch pane {
        case .data: samples.rows.count
        case .model: ModelState.rows(of: experiment).count
        case .curves: curves.isTable ? curvesPane?.tableRows ?? 0 : 0
        case .inspector: inspector.view.isExplanation ? explanationRows.count : classCount
        case .results: resultsLines.count
        case .log: log.entries.count
        }
    }

    /// Goes to a row of a pane that is there.
    mutating func choose(_ row: Int, in pane: PaneID) {
        switch pane {
        case .data:
            samples.choose(row, visible: listRows)
            predict()
        case .model: model.go(to: row, in: experiment)
        case .curves: chooseEpoch(row: row)
        case .inspector where inspector.view.isExplanation: chooseInExplanation(row)
        case .inspector: inspector.position.go(to: row, count: classCount, visible: inspectorRows)
        case .results: chooseInResults(row)
        case .log:
            log.position.go(to: row, count: log.entries.count, visible: logRows)
            log.isFollowing = log.position.cursor >= log.entries.count - 1
        }
    }

    /// The row of a pane that one is on.
    func row(of pane: PaneID) -> Int {
        switch pane {
        case .data: samples.position.cursor
        case .model: model.row
        case .curves: curves.position.cursor
        case .inspector: inspector.view.isExplanation ? inspector.list.cursor : inspector.position.cursor
        case .results: resultsRow
        case .log: log.position.cursor
        }
    }

    private var classCount: Int { dataset?.classes.count ?? 0 }

    /// Tells whether the inspector has a list to move in; else its keys move through the samples.
    private var hasClassList: Bool {
        guard let dataset, dataset.hasClasses, inspector.view == .sample else { return false }
        guard dataset.isYesOrNo, let network = shown(of: shownRun)?.network else { return true }
        return network.model.outputs(for: network.inputs) != 1
    }

    private var inspectorRows: Int {
        guard let area = layout.panes[.inspector] else { return 1 }
        var bars = InspectorPane.parts(of: Frame.inside(area)).bars
        if let dataset { bars = InspectorPane.parts(ofBars: bars, in: dataset).bars }
        return BarColumns.capacity(bars, showsAll: layoutState.isZoomed)
    }

    /// The room that the log has.
    private var logSize: Size { layout.panes[.log].map { Frame.inside($0).size } ?? Size(1, 1) }
    /// The number of lines of the log on the screen.
    var logRows: Int { max(1, logSize.rows) }

    /// After the layout has changed, what is chosen is still on the screen.
    mutating func keepInView() {
        let panes = layout.panes
        if panes[.data] != nil {
            samples.position.go(to: samples.position.cursor, count: samples.rows.count, visible: listRows)
        }
        keepText()
        if curves.isTable, let pane = curvesPane {
            curves.chooseRow(curves.position.cursor, count: pane.tableRows, visible: tableRows)
        }
        model.clamp(in: experiment)
        if panes[.inspector] != nil {
            inspector.position.go(to: inspector.position.cursor, count: classCount, visible: inspectorRows)
            if inspector.view.isExplanation { keepExplanationInView() }
        }
        keepResultsInView()
        if panes[.log] != nil {
            log.position.go(to: log.position.cursor, count: log.entries.count, visible: logRows)
        }
    }

    /// Keeps the chosen text in lines, for the frames to come.
    private mutating func keepText() {
        guard let dataset, let number = samples.selected, let area = layout.panes[.data] else {
            samples.read = nil
            return
        }
        let columns = DataPane.textColumns(in: Frame.inside(area), samples)
        guard columns > 0, let lines = samples.lines(of: number, columns: columns, in: dataset) else {
            return
        }
        samples.read = .init(part: samples.part, number: number, columns: columns, lines: lines)
    }

    // MARK: Searching and sorting

    /// Does what a command says of finding.
    mutating func performFinding(_ command: Command) {
        switch command {
        case .search: askForSearch()
        case .searchNext: goOn(isForward: true)
        case .searchPrevious: goOn(isForward: false)
        case .find(let text):
            search = search(for: text, in: focus)
            goOn(isForward: true)
        case .sortNext: sortNext()
        case .sortReverse: sortReverse()
        case .sort(let column): sort(by: column)
        default: break
        }
    }

    /// Looks for a text in a pane.
    ///
    /// In the data it is words, as in the filter, or a class's name; elsewhere a part of what a line says.
    func search(for text: String, in pane: PaneID) -> Search {
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return Search(pane: pane, text: text, rows: []) }
        guard pane == .data else {
            let rows = lines(of: pane).enumerated().filter { $0.element.lowercased().contains(wanted) }
            return Search(pane: pane, text: text, rows: rows.map(\.offset))
        }
        guard let dataset else { return Search(pane: pane, text: text, rows: []) }
        let split = dataset.split(of: samples.part)
        var found = Set<Int>()
        if let texts = split.texts, let vocabulary = dataset.vocabulary {
            found = Set(TextSearch(text, in: vocabulary).rows(in: texts, among: samples.rows))
        }
        let named = Set(dataset.classes.indices.filter { dataset.classes[$0].lowercased().contains(wanted) })
        let rows = samples.rows.indices.filter {
            let number = samples.rows[$0]
            return found.contains(number)
                || dataset.label(of: number, in: split).map(named.contains) ?? false
        }
        return Search(pane: pane, text: text, rows: rows)
    }

    /// The text of the rows of a pane, for searches.
    private func lines(of pane: PaneID) -> [String] {
        switch pane {
        case .data: []
        case .results: resultsLines
        case .curves:
            curves.isTable
                ? (curvesPane?.exportTableOfEpochs.rows ?? []).map { $0.joined(separator: " ") } : []
        case .model:
            experiment.model.summary(inputs: dataset?.train.inputs.columns ?? 1)
                .map { "\($0.name) \($0.detail)" }
                + ModelField.settings(of: experiment).map { fields in
                    fields.map { "\($0.name(in: experiment)) \($0.value(in: experiment, pace: pace))" }
                        .joined(separator: " ")
                }
        case .inspector where inspector.view.isExplanation: explanationLines
        case .inspector: hasClassList ? inspectedClasses.map { dataset?.name(of: $0) ?? "" } : []
        case .log: log.entries.map(\.text)
        }
    }

    /// The classes in the order in which the inspector shows them.
    var inspectedClasses: [Int] {
        guard let dataset else { return [] }
        return InspectorPane.sorted(
            dataset, probabilities ?? [], by: inspector.order, reversed: inspector.isReversed)
    }

    private mutating func goOn(isForward: Bool) {
        guard let text = search?.text, !text.isEmpty else {
            decline("Nothing has been searched for: \(key(for: .search)) does.")
            return
        }
        // Lines of a log are written, and classes change places, while one looks.
        search = search(for: text, in: focus)
        guard let search, let next = search.row(from: row(of: focus), isForward: isForward) else {
            isDeclined = true
            notice = Notice(
                text: "“\(text.clipped(to: 30))” is not found in \(focus.title).", isPassing: true)
            return
        }
        let place = (search.rows.firstIndex(of: next) ?? 0) + 1
        choose(next, in: focus)
        // A search would find it in the log.
        notice = Notice(
            text: "“\(text.clipped(to: 30))”: \(place) of \(Format.grouped(search.rows.count)).",
            isPassing: true)
    }

    /// Goes to the first place from where the search began; shows it while one types.
    mutating func searchAsTyped(_ text: String, in pane: PaneID, from row: Int) {
        let found = search(for: text, in: pane)
        search = found
        choose(found.row(from: row, isForward: true, includesRow: true) ?? row, in: pane)
    }

    /// The keys by which the pane in focus can be sorted.
    var sortColumns: [String] {
        switch focus {
        case .data:
            dataset.map { dataset in SampleOrder.all(of: dataset).map { $0.name(in: dataset) } } ?? []
        case .inspector where inspector.view == .words: Contributions.Measure.allCases.map(\.rawValue)
        case .inspector: hasClassList ? ClassOrder.allCases.map(\.rawValue) : []
        case .curves: curves.isTable ? curvesPane?.tableTitles ?? [] : []
        case .results: resultsSortColumns
        case .model, .log: []
        }
    }

    private mutating func sortNext() {
        switch focus {
        case .data:
            if let dataset { sort(samples: samples.order.next(in: dataset), reversed: false) }
        case .inspector where inspector.view == .words: sort(words: inspector.measure.next)
        case .inspector where !hasClassList: turnInspector()
        case .inspector: sortClasses(by: inspector.order.next, reversed: inspector.isReversed)
        case .curves where curves.isTable: curves.sortByNext(of: curvesPane?.tableColumns ?? 0)
        case .results: sortResultsByNext()
        case .model, .curves, .log: decline("\(focus.title) has an order of its own.")
        }
    }

    private mutating func sortReverse() {
        switch focus {
        case .data: sort(samples: samples.order, reversed: !samples.isReversed)
        case .inspector where hasClassList:
            sortClasses(by: inspector.order, reversed: !inspector.isReversed)
        case .curves where curves.isTable: curves.sort(by: curves.sorting.column)
        case .results: turnResults()
        case .model, .curves, .inspector, .log: decline("\(focus.title) has an order of its own.")
        }
    }

    private mutating func sort(by column: String) {
        if focus == .data, let dataset, let order = SampleOrder.named(column, in: dataset) {
            // The same column again turns the order round, as in every table.
            sort(samples: order, reversed: order == samples.order ? !samples.isReversed : false)
        } else if focus == .inspector, inspector.view == .words,
            let measure = Contributions.Measure(rawValue: column)
        {
            sort(words: measure)
        } else if focus == .inspector, hasClassList, let order = ClassOrder(rawValue: column) {
            sortClasses(by: order, reversed: order == inspector.order ? !inspector.isReversed : false)
        } else if focus == .curves, let place = sortColumns.firstIndex(of: column) {
            curves.sort(by: place)
        } else if focus == .results, sortResults(by: column) {
            return
        } else if sortColumns.isEmpty {
            decline("\(focus.title) has an order of its own.")
        } else {
            complain("\(focus.title) can be sorted by \(sortColumns.joined(separator: ", ")).")
        }
    }

    /// Sorts the classes; the one one is on stays chosen.
    private mutating func sortClasses(by order: ClassOrder, reversed: Bool) {
        let classes = inspectedClasses
        let place = inspector.position.cursor
        (inspector.order, inspector.isReversed) = (order, reversed)
        guard classes.indices.contains(place), let new = inspectedClasses.firstIndex(of: classes[place])
        else {
            return
        }
        choose(new, in: .inspector)
    }

    /// Shows what else the inspector has to show.
    mutating func turnInspector() {
        guard let dataset else { return }
        if pointsPane != nil { return change(PlaneChange.next) }
        guard InspectorView.all(of: dataset).count > 1 else {
            decline("There is one view of these \(dataset.nouns.samples).")
            return
        }
        show(inspector.view.next(of: dataset), of: dataset)
    }

    private mutating func sort(samples order: SampleOrder, reversed: Bool) {
        guard let dataset else { return }
        samples.sort(by: order, reversed: reversed, dataset, visible: listRows)
        if search?.pane == .data { search = search.map { search(for: $0.text, in: .data) } }
        say("Sorted by \(order.name(in: dataset))\(reversed ? ", the last first" : "").")
    }
}

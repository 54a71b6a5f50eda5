import Training

/// The view of the curves: smoothing, range, cursor and the like.
extension Dashboard {
    /// The curves pane as it is drawn; `nil` while there is no data set.
    var curvesPane: CurvesPane? {
        guard case .loaded(let loaded) = source else { return nil }
        return CurvesPane(
            runs: allRuns.map {
                ChartedRun(
                    $0, number: $0.id.number - 1, isOnlyGroup: allRuns.allSatisfy { $0.group == group })
            }, run: runInFront,
            folds: foldsInFront, pace: pace,
            baselines: loaded.baselines, samples: loaded.dataset.nouns.samples, state: curves,
            isFocused: focus == .curves, keymap: keymap)
    }

    /// The run that title, verdict and progress of the curves speak of: the chosen one, else the newest that is shown.
    var runInFront: Run? {
        let shown = allRuns.filter { !curves.hidden.contains($0.id) }
        return shown.first { $0.id == curves.focused } ?? shown.last
    }

    /// The folds of the run in front, where it is one of several.
    private var foldsInFront: [Run] {
        guard let run = runInFront, run.isFold else { return [] }
        return allRuns.filter { $0.isFold && $0.group == run.group }
    }

    /// The runs that can be compared, the newest last.
    var allRuns: [Run] { pastRuns + fits }

    /// Does what a command says of the curves.
    mutating func change(_ change: CurvesChange) {
        guard let pane = curvesPane, !pane.runs.isEmpty else {
            decline("There are no curves yet: \(key(for: .train)) trains the network.")
            return
        }
        let ruler = pane.ruler
        switch change {
        case .cursorLeft: curves.moveCursor(by: -1, on: ruler)
        case .cursorRight: curves.moveCursor(by: 1, on: ruler)
        case .cursorBest: curves.moveCursor(to: .best, on: ruler)
        case .cursorOff: curves.removeCursor()
        case .zoomIn: curves.zoomIn(on: ruler)
        case .zoomOut: curves.zoomOut(on: ruler)
        case .all: curves.showAll()
        case .panLeft: curves.pan(by: -0.25, on: ruler)
        case .panRight: curves.pan(by: 0.25, on: ruler)
        case .smoother: curves.smoother()
        case .rougher: curves.rougher()
        case .raw: curves.toggleRaw()
        case .axis: curves.nextAxis { x, from, to in pane.focusedRun?.place(x, from: from, to: to) }
        case .logY: curves.toggleLogY()
        case .logX: curves.toggleLogX()
        case .fit: curves.toggleFit()
        case .skipMore: curves.skipMore()
        case .skipFewer: curves.skipFewer()
        case .asInBook: curves.toggleBookView()
        case .other: curves.nextChart(of: pane.keys.count)
        case .single: curves.toggleSingle()
        case .table: curves.toggleTable()
        case .band: curves.toggleBand()
        case .nextRun: curves.focusNext(of: pane.runs.map(\.id))
        case .hideRun: if let run = pane.focusedRun { curves.toggleHidden(run.id, of: pane.runs.map(\.id)) }
        case .allRuns: curves.showAllRuns()
        }
        if let remark = remark(on: change, pane) { say(remark) }
    }

    /// Describes the outcome of a change of the curves, where the chart itself does not show it.
    private func remark(on change: CurvesChange, _ pane: CurvesPane) -> String? {
        switch change {
        case .smoother, .rougher:
            return curves.smoothing > 0
                ? "Smoothing \(Format.fixed(curves.smoothing, 2)): each point keeps so much of those before it."
                : "Curves as they were measured."
        case .skipMore, .skipFewer:
            return curves.skip > 0
                ? "The first \(Format.count(curves.skip, "point", "points")) left out." : "All points again."
        case .asInBook:
            return curves.skip > 0
                ? "As in the book: the first ten points left out, smoothed by 0.9." : "As it was measured."
        case .axis: return "Along \(curves.xAxis == .time ? "seconds" : "\(curves.xAxis)s")."
        case .nextRun: return pane.runs.count > 1 ? nil : "There is one run only: train again to compare."
        case .hideRun:
            return pane.runs.count > 1
                ? "Hidden. \(key(for: .curves(.allRuns))) shows all runs again." : "There is one run only."
        case .band:
            return pane.runs.count > 1 ? nil : "A mean needs several runs: train again, with another seed."
        default: return nil
        }
    }

    // MARK: The table of epochs

    /// Moves in the table of epochs, or the cursor on the charts.
    mutating func moveInCurves(_ motion: Motion) {
        guard let pane = curvesPane else { return }
        guard curves.isTable else {
            switch motion {
            case .home: curves.moveCursor(to: .first, on: pane.ruler)
            case .end: curves.moveCursor(to: .last, on: pane.ruler)
            case .pageUp: curves.pan(by: -0.75, on: pane.ruler)
            case .pageDown: curves.pan(by: 0.75, on: pane.ruler)
            case .up: curves.zoomIn(on: pane.ruler)
            case .down: curves.zoomOut(on: pane.ruler)
            case .left, .right: break
            }
            return
        }
        curves.moveRow(motion, count: pane.tableRows, visible: tableRows)
        readChosenEpoch()
    }

    /// Chooses a row of the table of epochs.
    mutating func chooseEpoch(row: Int) {
        guard let pane = curvesPane, curves.isTable else { return }
        curves.chooseRow(row, count: pane.tableRows, visible: tableRows)
        readChosenEpoch()
    }

    /// The cursor on the charts goes with the row of the table.
    private mutating func readChosenEpoch() {
        guard let pane = curvesPane, let epoch = pane.epoch(inRow: curves.position.cursor) else { return }
        let place = pane.focusedRun?.place(ofEpoch: epoch, along: pane.axis)
        curves.moveCursor(to: place, on: pane.ruler)
    }

    var tableRows: Int {
        guard let area = layout.panes[.curves] else { return 1 }
        return curvesPane?.visibleRows(in: Frame.inside(area)) ?? 1
    }

    /// Puts the cursor where a chart was clicked.
    mutating func readCurves(at point: Point) {
        guard let pane = curvesPane, let area = layout.panes[.curves] else { return }
        if let place = pane.place(at: point, in: Frame.inside(area)) {
            curves.moveCursor(to: place, on: pane.ruler)
        }
    }

    /// Zooms into, or out of, the place of a chart that the mouse is over.
    mutating func zoomCurves(_ motion: Motion, at point: Point) {
        guard let pane = curvesPane, let area = layout.panes[.curves] else { return }
        let place = pane.place(at: point, in: Frame.inside(area))
        curves.zoom(by: motion == .up ? 0.8 : 1.25, at: place, on: pane.ruler)
    }
}

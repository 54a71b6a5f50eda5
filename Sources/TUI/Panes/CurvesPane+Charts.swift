import Training

extension CurvesPane {
    /// The chart of one column, and of what it is on validation samples.
    func chart(_ key: String) -> CurveChart {
        let isShare = ChartedRun.isShare(key)
        let drawn = curves(of: key)
        let ends = ends
        var chart = CurveChart(
            title: key, series: drawn.series, band: drawn.band, mark: mark(on: key), cursor: state.cursor,
            firstX: ends.lowerBound, lastX: ends.upperBound, xName: axisName, isWhole: axis != .time,
            xUnit: timeUnit.seconds, isLogX: state.isLogX, isLogY: state.isLogY,
            showsRaw: state.showsRaw, notes: notes,
            format: { isShare ? Format.percent($0) : Self.number($0) })
        chart.changes = changes
        if axis == .time { chart.formatX = { Format.seconds($0) } }
        if key == "accuracy" { chart.levels = levels }
        if state.window != nil || state.fitsData {
            chart.verticalRange = .data
        } else {
            chart.verticalRange = isShare ? .pinned(0...1) : .fromZero
        }
        return chart
    }

    /// The changes that were made during the run in focus; those made at one time share a tick.
    private var changes: [(x: Double, label: String)] {
        guard let run = focusedRun else { return [] }
        let groups = Dictionary(grouping: run.changes, by: \.moment)
        return groups.keys.sorted().map { moment in
            (
                run.place(of: moment, along: axis),
                groups[moment, default: []].map { $0.edit.shortText }.joined(separator: ", ")
            )
        }
    }

    private static func number(_ value: Double) -> String {
        value != 0 && abs(value) < 0.01 ? Format.scientific(value, 2) : Format.fixed(value, 3)
    }

    private var levels: [CurveChart.Level] {
        baselines.map {
            [
                .init(name: "majority \(Format.percent($0.majority))", value: $0.majority),
                .init(name: "shuffled \(Format.percent($0.shuffled))", value: $0.shuffled),
            ]
        } ?? []
    }

    private func mark(on key: String) -> (x: Double, labels: [String])? {
        guard let run = focusedRun, let best = bestEpoch(of: run),
            let x = run.place(ofEpoch: best, along: axis)
        else { return nil }
        let labels = ["lowest validation loss: epoch \(best)", "best: epoch \(best)", "\(best)"]
        return (x, key == "loss" ? labels : [])
    }

    /// The best epoch; of several folds that of their mean.
    private func bestEpoch(of run: ChartedRun) -> Int? {
        guard state.showsBand, run.isFold, chartedFolds.count > 1 else { return run.history.bestEpoch }
        return History.mean(of: chartedFolds.map(\.history)).bestEpoch
    }

    private var notes: [String] {
        var notes: [String] = []
        if state.smoothing > 0 { notes.append("smoothed \(Format.fixed(state.smoothing, 2))") }
        if state.skip > 0 { notes.append("first \(Format.grouped(state.skip)) left out") }
        return notes
    }

    // MARK: The horizontal axis

    private var axisName: String {
        switch axis {
        case .epoch: "epoch"
        case .step: "step"
        case .time: timeUnit.name
        }
    }

    /// The unit in which time is written.
    private var timeUnit: (name: String, seconds: Double) {
        guard axis == .time else { return ("", 1) }
        switch shown.map(\.history.seconds).max() ?? 0 {
        case ..<300: return ("seconds", 1)
        case ..<18_000: return ("minutes", 60)
        default: return ("hours", 3600)
        }
    }

    /// The ends of the axis: the window's edges, else those that give all runs room.
    private var ends: ClosedRange<Double> {
        if state.window != nil, let visible = state.visible(on: ruler) { return visible }
        let first = shown.map { run in
            let start = start(of: run)
            return start.isFinite ? start : axis == .time ? 0 : 1
        }
        let lower = first.min() ?? 1
        return lower...max(lower, shown.map { $0.end(along: axis) }.max() ?? lower)
    }

    // MARK: Curves

    /// The signs of runs where there are no dots: letters for training, digits for validation.
    private static let signs: (training: [Character], validation: [Character]) = (
        Array("abcdefgh"), Array("12345678")
    )

    /// The gaps of the lines of runs that are not in focus.
    private static let dashes = [
        DotGrid.Dash(period: 8, drawn: 6), .init(period: 4, drawn: 2), .init(period: 12, drawn: 9),
    ]

    private func curves(of key: String) -> (series: [CurveSeries], band: CurveBand?) {
        let runs = shown
        guard runs.count > 1 else {
            return (runs.flatMap { pair(of: $0, key, isAlone: true) }, nil)
        }
        guard state.showsBand else { return (runs.flatMap { pair(of: $0, key, isAlone: false) }, nil) }
        if chartedFolds.count > 1 { return foldCurves(of: key) }
        let validated = runs.compactMap { points($0, "val_" + key) }
        let band = CurveBand(of: validated.isEmpty ? runs.compactMap { points($0, key) } : validated)
        var series: [CurveSeries] = []
        if let band {
            series.append(
                CurveSeries(
                    name: "mean and deviation of \(runs.count) runs", role: .validationCurve, shape: .line,
                    points: band.mean, sign: "*"))
        }
        return (series + (focusedRun.map { pair(of: $0, key, isAlone: false) } ?? []), band)
    }

    /// The folds of the run in focus that are seen.
    private var chartedFolds: [ChartedRun] {
        guard let focused = focusedRun else { return [] }
        return shown.filter { $0.isFold && $0.group == focused.group }.sorted { $0.number < $1.number }
    }

    /// Every fold's validation curve, their mean and its band, and the final run where that is in focus.
    private func foldCurves(of key: String) -> (series: [CurveSeries], band: CurveBand?) {
        var all = chartedFolds.compactMap { points($0, "val_" + key) }
        // As far as every fold has come: further on it would be the mean of others.
        let shortest = all.map(\.count).min() ?? 0
        for fold in all.indices { all[fold].values = Array(all[fold].values.prefix(shortest)) }
        let band = CurveBand(of: all)
        var series = chartedFolds.flatMap { fold in
            pair(of: fold, key, isAlone: false).suffix(1).map { curve in
                var curve = curve
                (curve.name, curve.isFocused) = (fold.name, false)
                curve.dash =
                    Self.dashes[(fold.number % Self.dashes.count + Self.dashes.count) % Self.dashes.count]
                // A curve of its own would hide the others where it is not smoothed.
                if let smoothed = curve.smoothed { (curve.points, curve.smoothed) = (smoothed, nil) }
                return curve
            }
        }
        if let band {
            series.append(
                CurveSeries(
                    name: "mean of \(chartedFolds.count) folds", role: .validationCurve, shape: .line,
                    points: band.mean, sign: "*", isFocused: true))
        }
        if let focused = focusedRun, !focused.isFold { series += pair(of: focused, key, isAlone: false) }
        return (series, band)
    }

    /// The points that make up a band: smoothed where curves are.
    private func points(_ run: ChartedRun, _ key: String) -> CurvePoints? {
        run.points(key, along: axis)?.from(start(of: run)).smoothed(by: state.smoothing)
    }

    /// Training as dots and validation as a line, in their own colours or, among other runs, in those of
    /// their run.
    private func pair(of run: ChartedRun, _ key: String, isAlone: Bool) -> [CurveSeries] {
        let isFocused = run.id == focusedRun?.id && !isAlone
        let place = (run.number % 8 + 8) % 8
        func series(_ points: CurvePoints, isValidation: Bool) -> CurveSeries {
            let kept = points.from(start(of: run))
            let alone: (String, Role, Character) =
                isValidation ? ("validation", .validationCurve, "*") : ("training", .trainingCurve, "o")
            let signs = isValidation ? Self.signs.validation : Self.signs.training
            return CurveSeries(
                name: isAlone ? alone.0 : !isValidation ? run.name : isFocused ? "validation" : "",
                role: isAlone ? alone.1 : .run(run.number), shape: isValidation ? .line : .dots,
                points: kept, smoothed: state.smoothing > 0 ? kept.smoothed(by: state.smoothing) : nil,
                sign: isAlone ? alone.2 : signs[place], isFocused: isFocused)
        }
        var pair = [run.points(key, along: axis).map { series($0, isValidation: false) }].compactMap(\.self)
        pair += [run.points("val_" + key, along: axis).map { series($0, isValidation: true) }]
            .compactMap(\.self)
        if pair.isEmpty { pair = [series(CurvePoints([]), isValidation: false)] }
        if !isAlone {
            pair[pair.count - 1].endName = run.name
            let dash = isFocused ? DotGrid.Dash.none : Self.dashes[place % Self.dashes.count]
            for index in pair.indices { pair[index].dash = dash }
        }
        return pair
    }
}

extension ChartedRun {
    /// Tells whether a column holds shares of one, which are written as percent.
    static func isShare(_ key: String) -> Bool {
        key.hasSuffix("accuracy") || key == "precision" || key == "recall"
    }
}

import Training

/// The lines below the curves: what is wrong or what callbacks did, whether the run overfits, and how far it is.
struct CurvesFoot {
    let run: Run?
    /// All folds of its group, where the run is a fold; else none.
    var folds: [Run] = []
    let pace: Pace
    let samples: String

    private typealias Line = (text: String, role: Role)

    /// The area that the lines leave for the charts.
    func rest(of area: Rect) -> Rect {
        guard let run else { return area }
        let rest = area.splitBottom(area.rows >= 4 ? 1 : 0).rest
        return area.rows >= 8
            ? rest.splitBottom(lines(of: run, in: area).count + foldRows(in: area)).rest : rest
    }

    /// Draws the lines.
    ///
    /// - Returns: The area that they leave for the charts.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) -> Rect {
        guard let run else { return area }
        let rest = rest(of: area)
        let foot = area.splitBottom(area.rows >= 4 ? 1 : 0).bottom
        if let trouble = trouble(of: run), area.rows < 8 {
            // No room for both: what is wrong matters more than how far it is.
            let text = trouble.clipped(to: foot.columns, ellipsis: glyphs.ellipsis)
            canvas.put(text, foot.left, foot.top, Style(.error), in: foot)
            return rest
        }
        drawProgress(of: run, in: foot, on: &canvas, glyphs)
        guard area.rows >= 8 else { return rest }
        let lines = lines(of: run, in: area)
        for (index, line) in lines.enumerated() {
            canvas.put(line.text, area.left, rest.bottom + index, Style(line.role), in: area)
        }
        drawFolds(in: area, from: rest.bottom + lines.count, on: &canvas, glyphs)
        return rest
    }

    // MARK: Folds

    private func foldRows(in area: Rect) -> Int {
        guard folds.count > 1 else { return 0 }
        let perRow = max(1, area.columns / foldColumns)
        return min(2, (folds.count + perRow - 1) / perRow)
    }

    /// The number of columns that a fold takes, with the space behind it.
    private var foldColumns: Int {
        let longest = folds.map { "fold \(folds.count) ? \(Self.epochs(of: $0))".count }.max() ?? 0
        return longest + 3
    }

    private static func epochs(of fold: Run) -> String {
        let epochs = fold.experiment.settings.epochs
        return "\(min(fold.history.epochs.count, epochs))/\(epochs)"
    }

    /// Draws the state of each fold: `fold 1 ▶ 31/50`.
    private func drawFolds(in area: Rect, from top: Int, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let perRow = max(1, area.columns / foldColumns)
        let room = perRow * foldRows(in: area)
        // The last place says how many more there are.
        let shown = folds.count > room ? room - 1 : folds.count
        func place(_ index: Int) -> (column: Int, row: Int) {
            (area.left + index % perRow * foldColumns, top + index / perRow)
        }
        for (index, fold) in folds.prefix(max(0, shown)).enumerated() {
            guard case .fold(let number, _) = fold.fit.role else { continue }
            var (column, row) = place(index)
            column = canvas.put("fold \(number) ", column, row, Style(.run(fold.id.number - 1)), in: area)
            let (sign, role) = Self.sign(of: fold.status, glyphs)
            column = canvas.put(sign, column, row, Style(role), in: area)
            canvas.put(" \(Self.epochs(of: fold))", column, row, Style(.label), in: area)
        }
        guard shown >= 0, shown < folds.count, room > 0 else { return }
        let (column, row) = place(shown)
        canvas.put("+\(folds.count - shown) more", column, row, Style(.label), in: area)
    }

    private static func sign(of status: Run.Status, _ glyphs: Glyphs) -> (String, Role) {
        switch status {
        case .running: (glyphs.states.running, .success)
        case .paused: (glyphs.states.paused, .warning)
        case .finished: (glyphs.verdict.right, .success)
        case .stopped: (glyphs.states.idle, .warning)
        case .failed: (glyphs.verdict.wrong, .error)
        }
    }

    private func lines(of run: Run, in area: Rect) -> [Line] {
        trouble(of: run).map { wrapped($0, .error, area) } ?? remarks(on: run, in: area)
    }

    private func trouble(of run: Run) -> String? {
        if case .failed(let reason) = run.status { return reason }
        return run.trouble
    }

    /// The actions of callbacks, once the run has ended, and the verdict on overfitting.
    private func remarks(on run: Run, in area: Rect) -> [Line] {
        var remarks = run.isActive ? [] : run.remarks
        // The last ones say how the run ended.
        while remarks.count > 1,
            WrappedText(remarks.joined(separator: " "), columns: area.columns).lines.count > 2
        {
            remarks.removeFirst()
        }
        let news = remarks.isEmpty ? [] : wrapped(remarks.joined(separator: " "), .text, area)
        let history = folds.count > 1 ? History.mean(of: folds.map(\.history)) : run.history
        var verdict: [Line] = []
        if let overfitting = history.overfitting {
            verdict = wrapped("\(overfitting)", .warning, area)
            let gap = history.generalization.map {
                $0.gapText.prefix(1).uppercased() + $0.gapText.dropFirst()
            }
            if let gap, area.rows >= 20 { verdict += wrapped(gap + ".", .warning, area) }
        } else if let facts = history.generalization, area.rows >= 20, history.epochs.count > 1 {
            verdict = wrapped("\(facts)", .label, area)
        }
        return news.isEmpty || area.rows >= 14 ? news + verdict : news
    }

    private func wrapped(_ text: String, _ role: Role, _ area: Rect) -> [Line] {
        WrappedText(text, columns: area.columns).lines.prefix(2).map { ($0, role) }
    }

    private func drawProgress(of run: Run, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let epochs = run.experiment.settings.epochs
        let all = folds.count > 1 ? folds : [run]
        let share = all.reduce(0) { $0 + $1.fraction } / Double(all.count)
        // The facts that matter most come first: on a narrow screen the last are left out.
        var facts = ["epoch \(min(run.epoch, epochs))/\(epochs)"]
        if run.isActive, let progress = run.progress {
            facts.append("batch \(progress.batch)/\(progress.batches)")
        }
        facts.append(Format.seconds(run.seconds))
        if run.isActive, let left = run.secondsLeft(at: pace) { facts.append("\(Format.seconds(left)) left") }
        if let rate = run.samplesPerSecond { facts.append("\(Format.short(rate)) \(samples)/s") }
        let narrowest = 6
        var text = facts.joined(separator: "  ")
        while text.columns > area.columns - narrowest - 1, facts.count > 1 {
            facts.removeLast()
            text = facts.joined(separator: "  ")
        }
        let barWidth = min(32, area.columns - text.columns - 1)
        Bar(share: share, style: Style(.trainingCurve), hasTrack: true)
            .draw(area.left, area.top, barWidth, on: &canvas, glyphs)
        canvas.put(text, area.left + max(0, barWidth) + 1, area.top, Style(.label), in: area)
    }
}

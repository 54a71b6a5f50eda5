import Datasets
import Training

/// Loss and accuracy by epoch, how far the run is, and whether it overfits.
struct CurvesPane: Pane {
    let run: Run?
    let pace: Pace
    /// What guessing achieves on the test samples.
    let baselines: Baselines?
    let samples: String
    /// Which chart is shown where only one fits.
    let showsAccuracy: Bool

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let run else {
            canvas.putHint(
                ["No curves yet.", "Press space to train the network in the Model pane."], in: area)
            return
        }
        var (charts, foot) = area.splitBottom(area.rows >= 4 ? 1 : 0)
        let trouble = trouble(of: run)
        if let trouble, area.rows < 8 {
            // No room for both: what is wrong matters more than how far it is.
            let text = trouble.clipped(to: foot.columns, ellipsis: glyphs.ellipsis)
            canvas.put(text, foot.left, foot.top, Style(.error), in: foot)
        } else {
            drawProgress(of: run, in: foot, on: &canvas, glyphs)
        }
        if area.rows >= 8 {
            let lines = trouble.map { wrapped($0, .error, area) } ?? remarks(on: run, in: area)
            (charts, foot) = charts.splitBottom(lines.count)
            for (index, line) in lines.enumerated() {
                canvas.put(line.text, foot.left, foot.top + index, Style(line.role), in: foot)
            }
        }
        drawCharts(of: run, in: charts, on: &canvas, glyphs)
    }

    // MARK: Charts

    private func drawCharts(of run: Run, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var loss = chart("loss", "loss", of: run) { Format.fixed($0, 3) }
        var accuracy = chart("accuracy", "accuracy", of: run) { Format.percent($0) }
        accuracy.highest = 1
        accuracy.levels =
            baselines.map {
                [
                    .init(name: "majority \(Format.percent($0.majority))", value: $0.majority),
                    .init(name: "shuffled \(Format.percent($0.shuffled))", value: $0.shuffled),
                ]
            } ?? []
        if area.columns >= 150 || (area.rows < 12 && area.columns >= 50) {
            let (left, right) = area.splitLeft(area.columns / 2)
            loss.draw(in: Rect(left.left, left.top, left.columns - 2, left.rows), on: &canvas, glyphs)
            accuracy.draw(in: right, on: &canvas, glyphs)
        } else if area.rows >= 10 {
            // One epoch axis for both: the numbers stand below the lower chart.
            loss.hasNumbers = false
            let (upper, lower) = area.splitTop((area.rows - 1) / 2)
            let gutter = max(loss.gutter(rows: upper.rows), accuracy.gutter(rows: lower.rows))
            loss.draw(in: upper, on: &canvas, glyphs, gutter: gutter)
            accuracy.draw(in: lower, on: &canvas, glyphs, gutter: gutter)
        } else {
            (showsAccuracy ? accuracy : loss).draw(in: area, on: &canvas, glyphs)
        }
    }

    private func chart(
        _ title: String, _ column: String, of run: Run, format: @escaping @Sendable (Double) -> String
    ) -> CurveChart {
        let history = run.history
        let best = history.bestEpoch
        return CurveChart(
            title: title,
            series: [
                .init(
                    name: "training", role: .trainingCurve, shape: .dots, values: history[column] ?? [],
                    sign: "o"),
                .init(
                    name: "validation", role: .validationCurve, shape: .line,
                    values: history["val_\(column)"] ?? [],
                    sign: "*"),
            ].filter { !$0.values.isEmpty || $0.shape == .dots },
            mark: best.map {
                (
                    $0,
                    title == "loss"
                        ? ["lowest validation loss: epoch \($0)", "best: epoch \($0)", "\($0)"] : []
                )
            },
            lastX: max(run.experiment.settings.epochs, history.epochs.count),
            xName: "epoch", lowest: 0, format: format)
    }

    // MARK: Words

    private typealias Line = (text: String, role: Role)

    private func trouble(of run: Run) -> String? {
        if case .failed(let reason) = run.status { return reason }
        return run.trouble
    }

    /// What callbacks did, once the run has ended, and whether it overfits.
    private func remarks(on run: Run, in area: Rect) -> [Line] {
        var remarks = run.isActive ? [] : run.remarks
        // The last ones say how the run ended.
        while remarks.count > 1,
            WrappedText(remarks.joined(separator: " "), columns: area.columns).lines.count > 2
        {
            remarks.removeFirst()
        }
        let news = remarks.isEmpty ? [] : wrapped(remarks.joined(separator: " "), .text, area)
        let verdict = run.history.overfitting.map { wrapped("\($0)", .warning, area) } ?? []
        return news.isEmpty || area.rows >= 14 ? news + verdict : news
    }

    private func wrapped(_ text: String, _ role: Role, _ area: Rect) -> [Line] {
        WrappedText(text, columns: area.columns).lines.prefix(2).map { ($0, role) }
    }

    private func drawProgress(of run: Run, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let epochs = run.experiment.settings.epochs
        let done = run.history.epochs.count
        var share = Double(done) / Double(max(1, epochs))
        // What matters most first: on a narrow screen the last facts are left out.
        var facts = ["epoch \(min(run.epoch, epochs))/\(epochs)"]
        if run.isActive, let progress = run.progress {
            share = max(share, progress.fraction)
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

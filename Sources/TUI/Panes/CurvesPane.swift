import Datasets
import Training

/// Loss and metrics of the runs, how far the newest one is, and whether it overfits.
struct CurvesPane: Pane {
    /// The runs to chart.
    let runs: [ChartedRun]
    /// The run that the lines at the foot speak of.
    let run: Run?
    /// All folds of its group, where that run is a fold; else none.
    var folds: [Run] = []
    let pace: Pace
    /// The results of guessing on the test samples.
    let baselines: Baselines?
    let samples: String
    let state: CurvesState
    /// Tells whether keys go to this pane.
    var isFocused = true
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard run != nil || !runs.isEmpty else {
            canvas.putHint(
                [
                    "No curves yet.",
                    "Press \(keymap.name(of: .train)) to train the network in the Model pane.",
                ], in: area)
            return
        }
        let foot = foot
        let charts = foot.draw(in: area, on: &canvas, glyphs)
        if state.isTable, let table {
            table.draw(in: charts, on: &canvas, glyphs)
            return
        }
        for place in places(in: charts) {
            place.chart.draw(in: place.area, on: &canvas, glyphs, gutter: place.gutter)
        }
    }

    /// The lines below the charts.
    private var foot: CurvesFoot { CurvesFoot(run: run, folds: folds, pace: pace, samples: samples) }

    // MARK: Runs

    /// The runs that are drawn, the one in focus last.
    var shown: [ChartedRun] {
        let shown = runs.filter { !state.hidden.contains($0.id) }
        guard let focused = focusedRun else { return shown }
        return shown.filter { $0.id != focused.id } + [focused]
    }

    /// The run in focus: the chosen one, else the newest.
    var focusedRun: ChartedRun? {
        let shown = runs.filter { !state.hidden.contains($0.id) }
        return shown.first { $0.id == state.focused } ?? shown.last
    }

    /// The axis that charts run along: steps only where the losses of batches have been kept.
    var axis: CurvesState.XAxis {
        state.xAxis == .step && focusedRun?.hasSteps != true ? .epoch : state.xAxis
    }

    /// The charts that can be turned to, by the keys of their columns: the loss, then the metrics.
    var keys: [String] { ["loss"] + (focusedRun?.metrics ?? []) }

    /// The places of the points of the run in focus, for the steps of cursor and window.
    var ruler: CurvesRuler {
        guard let run = focusedRun, let points = run.points("loss", along: axis) else {
            return CurvesRuler(places: [])
        }
        let kept = points.from(start(of: run))
        return CurvesRuler(
            places: (0..<kept.count).map(kept.x),
            best: run.history.bestEpoch.flatMap { run.place(ofEpoch: $0, along: axis) })
    }

    /// Finds the first point that is not left out.
    func start(of run: ChartedRun) -> Double {
        guard state.skip > 0, let points = run.points("loss", along: axis), points.count > 0 else {
            return -.infinity
        }
        return points.x(min(state.skip, points.count - 1))
    }

    // MARK: Places

    /// A chart, and where it stands.
    typealias Place = (chart: CurveChart, area: Rect, gutter: Int?)

    /// The charts that fit into an area: two side by side, two over each other, or the one in front.
    func places(in area: Rect) -> [Place] {
        let keys = keys
        guard keys.count > 1, !state.isSingle else {
            return [(chart(keys[state.front % keys.count]), area, nil)]
        }
        let second = keys[max(1, state.front % keys.count)]
        if area.columns >= 150 || (area.rows < 12 && area.columns >= 50) {
            let (left, right) = area.splitLeft(area.columns / 2)
            let narrower = Rect(left.left, left.top, left.columns - 2, left.rows)
            return [(chart("loss"), narrower, nil), (chart(second), right, nil)]
        }
        guard area.rows >= 10 else { return [(chart(keys[state.front % keys.count]), area, nil)] }
        // One horizontal axis for both: the numbers stand below the lower chart.
        var (loss, metric) = (chart("loss"), chart(second))
        loss.hasNumbers = false
        metric.notes = metric.notes.filter { !loss.notes.contains($0) }
        let (upper, lower) = area.splitTop((area.rows - 1) / 2)
        let gutter = max(loss.gutter(rows: upper.rows), metric.gutter(rows: lower.rows))
        let plot = upper.splitLeft(gutter).rest
        let names = max(loss.endNameColumns(of: plot), metric.endNameColumns(of: plot))
        (loss.endNameWidth, metric.endNameWidth) = (names, names)
        return [(loss, upper, gutter), (metric, lower, gutter)]
    }

    /// The place on the horizontal axis below a point of the screen, such as a click.
    ///
    /// - Parameters:
    ///   - point: The point.
    ///   - area: The area in which the pane is drawn.
    /// - Returns: The place, or `nil` outside the charts.
    func place(at point: Point, in area: Rect) -> Double? {
        guard !state.isTable else { return nil }
        let charts = foot.rest(of: area)
        let place = places(in: charts).first { $0.area.contains(point) }
        return place?.chart.place(at: point, in: place?.area ?? area, gutter: place?.gutter)
    }
}

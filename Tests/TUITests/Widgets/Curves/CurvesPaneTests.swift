import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The curves pane` {
    /// A run of so many epochs of eight batches, as the book's, a little worse with each number.
    private func run(_ number: Int, _ epochs: Int = 20, steps: Bool = true) -> ChartedRun {
        let records = (1...epochs).map { epoch in
            var record = Fixture.epoch(epoch)
            record.training.loss += Double(number) / 20
            record.validation?.loss += Double(number) / 10
            record.seconds = 2
            if steps { record.batchLosses = (0..<8).map { Float(3 / (Double(epoch) + Double($0) / 8)) } }
            return record
        }
        return ChartedRun(
            id: RunID(number: number), number: number, name: "run \(number + 1)",
            history: History(epochs: records), group: number + 1, isFold: false, isActive: false, epochs: 20,
            metrics: ["accuracy"])
    }

    private func pane(_ runs: [ChartedRun], _ change: (inout CurvesState, CurvesPane) -> Void = { _, _ in })
        -> CurvesPane
    {
        func pane(_ state: CurvesState) -> CurvesPane {
            CurvesPane(
                runs: runs, run: nil, pace: .fullSpeed,
                baselines: Baselines(Fixture.dataset), samples: "notes", state: state)
        }
        var state = CurvesState()
        change(&state, pane(state))
        return pane(state)
    }

    private func drawn(_ pane: CurvesPane, _ columns: Int = 90, _ rows: Int = 28) -> Canvas {
        var canvas = Canvas(Size(columns, rows))
        pane.draw(in: canvas.bounds, on: &canvas, .braille)
        return canvas
    }

    private func next(_ state: inout CurvesState, _ run: ChartedRun) {
        state.nextAxis { run.place($0, from: $1, to: $2) }
    }

    @Test func `says what to do next while there is no run`() {
        let text = drawn(pane([])).lines.joined()
        #expect(text.contains("No curves yet."))
        #expect(text.contains("Press space"))
    }

    @Test func `charts the loss of each batch along steps, and validation at the ends of epochs`() throws {
        let pane = pane([run(0)]) { state, _ in next(&state, run(0)) }
        #expect(pane.axis == .step)
        let series = pane.chart("loss").series
        #expect(series[0].points.count == 160)
        #expect(series[1].points.count == 20)
        #expect(series[1].points.x(0) == 8)
        #expect(pane.chart("loss").lastX == 160)
        #expect(pane.ruler.places.count == 160)
        let best = try #require(run(0).history.bestEpoch)
        #expect(pane.ruler.best == Double(best * 8))
    }

    @Test func `charts along time`() {
        let pane = pane([run(0)]) { state, _ in
            next(&state, run(0))
            next(&state, run(0))
        }
        #expect(pane.chart("loss").series[0].points.x(4) == 10)
        #expect(pane.chart("loss").lastX == 40)
        #expect(drawn(pane).lines.contains { $0.hasSuffix("seconds") })
    }

    @Test func `goes by epochs where the losses of batches are not known`() {
        let pane = pane([run(0, steps: false)]) { state, _ in next(&state, run(0)) }
        #expect(pane.axis == .epoch)
        #expect(pane.chart("loss").series[0].points.count == 20)
    }

    @Test func `leaves out the first points, and says so`() {
        let pane = pane([run(0)]) { state, _ in state.skip(5) }
        let chart = pane.chart("loss")
        #expect(chart.series.map(\.points.count) == [15, 15])
        #expect(chart.firstX == 6)
        #expect(drawn(pane).lines[0].contains("first 5 left out"))
        #expect(drawn(pane).lines.joined().components(of: "left out") == 1)
    }

    @Test func `smooths, and says so`() {
        let pane = pane([run(0)]) { state, _ in state.smooth(by: 0.6) }
        #expect(pane.chart("loss").series.allSatisfy { $0.smoothed != nil })
        #expect(drawn(pane).lines[0].contains("smoothed 0.60"))
    }

    @Test func `shows the newest points of a window as others come`() {
        func end(_ epochs: Int) -> ClosedRange<Double> {
            let chart = pane([run(0, epochs)]) { state, pane in state.zoomIn(on: pane.ruler) }.chart("loss")
            return chart.firstX...chart.lastX
        }
        #expect(end(11) == 6...11)
        var state = CurvesState()
        state.zoomIn(on: pane([run(0, 11)]).ruler)
        #expect(state.visible(on: pane([run(0, 15)]).ruler) == 10...15)
    }

    @Test func `pins accuracies from 0 to 1 until it is zoomed or fitted`() {
        #expect(pane([run(0)]).chart("accuracy").verticalRange == .pinned(0...1))
        #expect(pane([run(0)]).chart("loss").verticalRange == .fromZero)
        let zoomed = pane([run(0)]) { state, pane in state.zoomIn(on: pane.ruler) }
        #expect(zoomed.chart("accuracy").verticalRange == .data)
        let fitted = pane([run(0)]) { state, _ in state.toggleFit() }
        #expect(fitted.chart("loss").verticalRange == .data)
    }

    @Test func `draws runs in colours of their own, the one in focus last and named first`() {
        let runs = (0..<3).map { run($0) }
        let pane = pane(runs) { state, _ in state.focus(runs[1].id) }
        let series = pane.chart("loss").series
        #expect(series.map(\.role) == [.run1, .run1, .run3, .run3, .run2, .run2])
        // Without colours, gaps tell the others from the one in focus, and from each other.
        #expect(Set(series.filter { $0.shape == .line }.map { "\($0.dash)" }).count == 3)
        #expect(series.last?.dash == DotGrid.Dash.none)
        #expect(series.compactMap(\.endName) == ["run 1", "run 3", "run 2"])
        let text = drawn(pane, 120).lines
        #expect(text[0].hasPrefix("loss  ⠶⠶ run 2"))
        for name in ["run 1", "run 2", "run 3"] {
            #expect(text.dropFirst().contains { $0.contains("\(name) ") })
        }
        let hidden = self.pane(runs) { state, _ in state.toggleHidden(runs[0].id, of: runs.map(\.id)) }
        #expect(hidden.chart("loss").series.map(\.role) == [.run2, .run2, .run3, .run3])
    }

    @Test func `draws the mean and deviation of runs in place of them`() {
        let runs = (0..<3).map { run($0) }
        let chart = pane(runs) { state, _ in state.toggleBand() }.chart("loss")
        #expect(chart.band != nil)
        #expect(chart.series.map(\.role) == [.validationCurve, .run3, .run3])
        #expect(pane([runs[0]]) { state, _ in state.toggleBand() }.chart("loss").band == nil)
    }

    @Test func `lists epochs in a table, sorted, numbers before what is none`() {
        var odd = run(0, 4)
        odd.history.epochs[1].training.loss = .nan
        let pane = pane([odd]) { state, _ in
            state.toggleTable()
            state.sort(by: 1)
        }
        #expect((0..<4).map { pane.epoch(inRow: $0) } == [4, 3, 1, 2])
        let text = drawn(pane).lines
        #expect(text[0].contains("loss▲"))
        #expect(text[0].contains("val_accuracy"))
        #expect(text[4].contains("nan"))
        #expect(pane.tableRows == 4)
        #expect(pane.visibleRows(in: Rect(0, 0, 90, 28)) == 27)
        #expect(pane.tableColumns == 7)
    }

    @Test func `gives what is charted as a table`() {
        let one = pane([run(0, 3)]).exportTable()
        #expect(one.columns == ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"])
        #expect(one.rows.map { $0[0] } == ["1", "2", "3"])
        let two = pane([run(0, 3), run(1, 2)]).exportTable()
        #expect(two.columns.count == 9)
        #expect(two.columns[5] == "run 2 loss")
        #expect(two.rows[2].suffix(4) == ["", "", "", ""])
        let steps = pane([run(0, 3)]) { state, _ in next(&state, run(0)) }.exportTable()
        #expect(steps.rows.count == 24)
        #expect(steps.rows[7][3].isEmpty == false)
        #expect(steps.rows[6][3].isEmpty)
    }

    @Test func `finds the place below a click`() throws {
        let area = Rect(0, 0, 90, 28)
        let place = try #require(pane([run(0)]).place(at: Point(89, 5), in: area))
        #expect(abs(place - 20) < 0.01)
        #expect(pane([]).place(at: Point(89, 5), in: Rect(0, 0, 0, 0)) == nil)
    }

    @Test func `draws at every size`() {
        let runs = (0..<3).map { run($0) }
        let pane = pane(runs) { state, pane in
            state.moveCursor(to: .best, on: pane.ruler)
            state.smoother()
        }
        for columns in [0, 1, 7, 20, 41, 80, 160] {
            for rows in [0, 1, 3, 6, 9, 12, 30] {
                var canvas = Canvas(Size(columns + 2, rows + 2))
                pane.draw(in: Rect(1, 1, columns, rows), on: &canvas, .braille)
                canvas.fill(Rect(1, 1, columns, rows))
                #expect(canvas == Canvas(Size(columns + 2, rows + 2)), "\(columns)×\(rows)")
            }
        }
    }

    @Test(arguments: [(80, 22), (120, 36), (44, 9)])
    func `has pictures of three runs`(columns: Int, rows: Int) throws {
        let runs = (0..<3).map { run($0) }
        let pane = pane(runs) { state, pane in state.moveCursor(to: .best, on: pane.ruler) }
        try expect(drawn(pane, columns, rows), looksLike: "Widgets/curves-pane-\(columns)x\(rows)")
    }

    @Test func `has a picture of its table`() throws {
        let pane = pane([run(0)]) { state, _ in
            state.toggleTable()
            state.sort(by: 3)
        }
        try expect(drawn(pane, 80, 16), looksLike: "Widgets/curves-table-80x16")
        try expect(drawn(pane, 80, 16), looksLike: "Widgets/curves-table-80x16-mono", monochrome: true)
    }
}

extension String {
    /// The number of times that a text occurs.
    fileprivate func components(of text: String) -> Int {
        var (count, rest) = (0, self[...])
        while let range = rest.range(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}

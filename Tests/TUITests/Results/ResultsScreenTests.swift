import Testing

@testable import TUI
@testable import Training

@Suite struct `Results as pictures` {
    /// A view and how one gets there.
    struct View: Sendable, CustomTestStringConvertible {
        var name: String
        var commands: [String]
        var testDescription: String { name }

        init(_ name: String, _ commands: String...) { (self.name, self.commands) = (name, commands) }

        func dashboard(_ size: Size, glyphs: Glyphs = .braille) -> Dashboard {
            var dashboard = ResultsFixture.dashboard(size.columns, size.rows, glyphs: glyphs)
            for command in commands {
                switch command {
                case "scores":
                    guard let track = dashboard.track, let dataset = dashboard.dataset else { continue }
                    let scores = ResultsFixture.scores(dataset, epochs: 20)
                    _ = dashboard.update(
                        .found(
                            .results(
                                .scores(
                                    run: track.run, part: track.part, validation: track.validation, scores))))
                case "suspects":
                    guard let job = dashboard.known.lookingJob, let dataset = dashboard.dataset else {
                        continue
                    }
                    let errors = LabelErrors(
                        ResultsFixture.evaluation(dataset, 0..<300, labels: dataset.train.labels))
                    _ = dashboard.update(.found(.results(.labelErrors(errors, job: job))))
                    dashboard.press("6")
                default: dashboard.performEvaluated(command)
                }
            }
            return dashboard
        }
    }

    static let views = [
        View("matrix", "results cell 22 3"), View("matrix-shares", "results normalize", "results zoom in"),
        View("samples", "results cell 22 3", "results open", "move down"),
        View("topics", "results topics", "sort f1"), View("history", "results history", "scores"),
        View("top-k", "results top-k"), View("mistakes", "results mistakes", "move down"),
        View("calibration", "results calibration", "results temperature"),
        View("suspects-before", "results suspects"), View("looking", "results suspects", "results open"),
        View("suspects", "results suspects", "results open", "suspects"),
    ]

    @Test(arguments: views, [Size(80, 24), Size(120, 40)])
    func `every view`(view: View, size: Size) throws {
        try expect(
            view.dashboard(size).draw(), looksLike: "results-\(view.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: views)
    func `the same without colours`(view: View) throws {
        try expect(
            view.dashboard(Size(120, 40)).draw(), looksLike: "results-\(view.name)-monochrome",
            monochrome: true)
    }

    @Test(arguments: [Size(20, 6), Size(60, 15), Size(200, 60)])
    func `the matrix in small windows and in a large one`(size: Size) throws {
        try expect(
            Self.views[0].dashboard(size).draw(), looksLike: "results-matrix-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: [Glyphs.block, .ascii])
    func `the matrix in each kind of glyph`(glyphs: Glyphs) throws {
        try expect(
            Self.views[0].dashboard(Size(80, 24), glyphs: glyphs).draw(),
            looksLike: "results-matrix-\(glyphs.rawValue)")
    }

    @Test func `errors where numbers are to be learnt`() throws {
        var dashboard = FormFixture.houses.trained(100, 30)
        dashboard.pressEvaluated("6")
        try expect(dashboard.draw(), looksLike: "results-errors")
    }

    @Test func `every view at every size, whatever fits`() {
        for view in Self.views {
            for size in [Size(0, 0), Size(1, 1), Size(5, 30), Size(30, 5), Size(44, 9), Size(110, 32)] {
                var dashboard = view.dashboard(Size(120, 40))
                _ = dashboard.update(.event(.resize(size)))
                #expect(dashboard.draw().size == size)
            }
        }
    }
}

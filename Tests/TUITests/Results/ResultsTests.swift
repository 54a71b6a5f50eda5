import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The results pane` {
    /// The questions about a whole part that effects ask.
    private func works(_ effects: [Effect]) -> [Work.Kind] {
        effects.compactMap { if case .work(let work) = $0 { work.kind } else { nil } }
    }

    // MARK: The way in and back

    @Test(arguments: [Size(80, 24), Size(120, 40)], [false, true])
    func `leads from the matrix by a cell and a sample to the inspector, and Escape leads back`(
        size: Size, isZoomed: Bool
    ) throws {
        var dashboard = ResultsFixture.dashboard(size.columns, size.rows)
        dashboard.performEvaluated("results cell 22 3")
        if isZoomed { dashboard.press("z") }
        let matrix = dashboard.results
        dashboard.pressEvaluated("enter")
        #expect(dashboard.results.chosen == .cell(truth: 22, predicted: 3))
        let rows = dashboard.known.rows
        let evaluation = try #require(dashboard.known.evaluation?.classes?.evaluation)
        let first = try #require(rows.first)
        #expect(rows.allSatisfy { evaluation.labels[$0] == 22 && evaluation.predicted[$0] == 3 })
        let list = dashboard.results
        dashboard.pressEvaluated("enter")
        #expect(dashboard.focus == .inspector)
        #expect(dashboard.samples.part == .test)
        #expect(dashboard.samples.selected == first)
        dashboard.pressEvaluated("esc")
        #expect(dashboard.focus == .results && dashboard.results == list)
        #expect(dashboard.layoutState.isZoomed == isZoomed)
        dashboard.pressEvaluated("esc")
        #expect(dashboard.focus == .results && dashboard.results == matrix)
        dashboard.pressEvaluated("esc")
        #expect(!dashboard.layoutState.isZoomed)
        #expect(dashboard.focus == .results)
    }

    @Test func `takes the whole screen back first where it was given on the way`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results cell 22 3")
        dashboard.pressEvaluated("enter z esc")
        #expect(!dashboard.layoutState.isZoomed && dashboard.results.chosen != nil)
        dashboard.pressEvaluated("esc")
        #expect(dashboard.results.chosen == nil)
    }

    @Test func `leads from a class to all of its samples`() throws {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results topics")
        dashboard.performEvaluated("sort support")
        let label = try #require(dashboard.known.rows.first)
        dashboard.pressEvaluated("enter")
        #expect(dashboard.results.chosen == .label(label))
        let evaluation = try #require(dashboard.known.evaluation?.classes?.evaluation)
        #expect(dashboard.known.rows == evaluation.samples(truth: label))
    }

    @Test func `begins anew with another view`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results cell 22 3")
        dashboard.pressEvaluated("enter v")
        #expect(dashboard.results.view == .topics && dashboard.results.chosen == nil)
        #expect(dashboard.trail.isEmpty)
        dashboard.pressEvaluated("p p")
        #expect(dashboard.results.view == .duplicates)
    }

    // MARK: The matrix

    @Test func `moves from cell to cell, and says in words what is there`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.pressEvaluated("down down right")
        #expect(dashboard.results.truth == 2 && dashboard.results.predicted == 1)
        #expect(dashboard.screen.contains("true 2 sweet-potato, predicted 1 fig: 0 of "))
        dashboard.pressEvaluated("end left left")
        #expect(dashboard.results.truth == 45 && dashboard.results.predicted == 0)
        dashboard.performEvaluated("results cell 1 1")
        #expect(dashboard.screen.contains("right: true and predicted 1 fig: "))
        dashboard.performEvaluated("results cell 46 1")
        #expect(dashboard.results.truth == 1)
        #expect(dashboard.notice?.isError == true)
    }

    @Test func `takes a click on a cell`() throws {
        var dashboard = ResultsFixture.dashboard(120, 40, "z")
        let link = try #require(
            dashboard.draw().links.first { $0.command == .results(.cell(truth: 4, predicted: 3)) })
        dashboard.click(link.area.left, link.area.top)
        #expect(dashboard.results.truth == 4 && dashboard.results.predicted == 3)
    }

    @Test func `divides by rows, by columns and by nothing, and sorts its classes`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.pressEvaluated("w")
        #expect(dashboard.results.normalization == .rows)
        dashboard.pressEvaluated("w")
        #expect(dashboard.results.normalization == .columns)
        dashboard.pressEvaluated("w o")
        #expect(dashboard.results.normalization == .none && dashboard.results.order == .size)
        let pane = dashboard.dataset.map { dashboard.resultsPane(on: $0) }
        let support = pane?.results?.matrix.support ?? []
        #expect(pane?.order.first == support.indices.max { (support[$0], $1) < (support[$1], $0) })
        dashboard.pressEvaluated("o O")
        #expect(dashboard.results.order == .name && dashboard.results.isReversed)
    }

    @Test func `shows larger and smaller cells, counts in the largest`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.pressEvaluated("+ + + +")
        #expect(dashboard.results.zoom == .numbers)
        dashboard.pressEvaluated("- - - -")
        #expect(dashboard.results.zoom == .dots)
    }

    // MARK: Asking

    @Test func `asks once for each epoch and part, and only while it is seen`() throws {
        var dashboard = Fixture.trained(3)
        #expect(works(dashboard.press("down")).isEmpty)
        #expect(works(dashboard.press("6")) == [.evaluation])
        #expect(works(dashboard.press("down")).isEmpty)
        #expect(works(dashboard.press("]")) == [.evaluation])
        let id = try #require(dashboard.run?.id)
        let newer = Fixture.snapshot(dashboard.experiment.model, epochs: 4)
        #expect(works(dashboard.update(.snapshot(id, newer))) == [.evaluation])
        dashboard.press("3")
        let newest = Fixture.snapshot(dashboard.experiment.model, epochs: 5)
        #expect(works(dashboard.update(.snapshot(id, newest))).isEmpty)
        #expect(works(dashboard.press("6")) == [.evaluation])
    }

    @Test func `takes what a network says of all samples of a part`() async throws {
        var dashboard = Fixture.trained(3, ends: true)
        await dashboard.working(.command(.focus(.results)))
        let results = try #require(dashboard.known.evaluation?.classes)
        let network = try #require(dashboard.run?.snapshot?.network)
        #expect(results.evaluation.predicted == (try network.predictions(of: Fixture.dataset.test).classes))
        #expect(results.scaled == nil)
        await dashboard.working(.command(.results(.view(.calibration))))
        #expect(dashboard.known.evaluation?.classes?.scaled?.samples == 100)
    }

    @Test func `leaves alone what comes of a run that is gone`() throws {
        var dashboard = ResultsFixture.dashboard()
        let old = try #require(dashboard.known.evaluation)
        _ = dashboard.update(.loaded(FormFixture.strokes.dataset))
        #expect(dashboard.known.evaluation == nil)
        _ = dashboard.update(.found(.results(.evaluation(old))))
        #expect(dashboard.known.evaluation == nil)
    }

    @Test func `shows of a run only what was asked of its own network`() throws {
        var dashboard = ResultsFixture.dashboard()
        let old = try #require(dashboard.known.evaluation)
        dashboard.press("space 6")
        let id = try #require(dashboard.run?.id)
        #expect(id != old.request.run)
        let first = Fixture.snapshot(dashboard.experiment.model, epochs: 1)
        #expect(works(dashboard.update(.snapshot(id, first))) == [.evaluation])
        #expect(dashboard.known.evaluation == nil)
        // An answer about the run before may come late.
        _ = dashboard.update(.found(.results(.evaluation(old))))
        #expect(dashboard.known.evaluation == nil)
        dashboard.pressEvaluated("down")
        #expect(dashboard.known.evaluation?.request.run == id)
    }

    @Test func `works out F1 through all epochs that are kept, a few at a time`() async throws {
        var dashboard = Fixture.trained(7, ends: true)
        let archive = RunArchive()
        for epoch in 1...7 where epoch != 2 {
            archive.keep(Fixture.network(dashboard.experiment.model), at: Moment(epochs: epoch))
        }
        await dashboard.working(.command(.results(.view(.history))), archive)
        let track = try #require(dashboard.track)
        let scores = try #require(dashboard.known.scores[track])
        #expect(scores.keys.sorted() == Array(1...7))
        #expect(scores[2]?.isEmpty == true)
        #expect(scores[7]?.count == 46 && scores[7] == scores[1])
    }

    // MARK: Lists

    @Test func `sorts by any column, by the same one again the other way round`() throws {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results mistakes")
        let evaluation = try #require(dashboard.known.evaluation?.classes?.evaluation)
        #expect(dashboard.known.rows == evaluation.samples(in: .mistakes))
        dashboard.performEvaluated("sort loss")
        let losses = dashboard.known.rows.map { evaluation.losses[$0] }
        #expect(losses == losses.sorted(by: >))
        dashboard.performEvaluated("sort loss")
        #expect(dashboard.known.rows.map { evaluation.losses[$0] } == losses.sorted())
        dashboard.performEvaluated("sort true")
        let names = dashboard.known.rows.map { Fixture.classes[Int(evaluation.labels[$0])] }
        #expect(names == names.sorted())
        dashboard.press("down")
        dashboard.performEvaluated("sort nothing")
        #expect(dashboard.notice?.isError == true)
    }

    @Test func `stays on the sample that is chosen when a newer network changes the order`() throws {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results doubts")
        dashboard.pressEvaluated("down down down")
        let chosen = dashboard.known.rows[3]
        let old = try #require(dashboard.known.evaluation)
        let labels = Fixture.dataset.test.labels
        let same = ResultsFixture.evaluation(Fixture.dataset, 0..<60, labels: labels)
        let turned = DenseRows(
            columns: 46,
            values: (0..<60).flatMap { sample in
                same.probabilities[sample].map { sample == chosen ? ($0 > 0.5 ? 0.99 : 0.01 / 45) : $0 }
            })
        let results = ClassResults(
            Evaluation(probabilities: turned, labels: labels), fitting: nil,
            baselines: Baselines(Fixture.dataset))
        _ = dashboard.update(.found(.results(.evaluation(PartEvaluation(old.request, .classes(results))))))
        #expect(dashboard.known.rows[dashboard.results.position.cursor] == chosen)
        #expect(dashboard.results.position.cursor > 3)
    }

    @Test func `looks for label errors on request, says how far it is, and can be told to give up`() throws {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results suspects")
        #expect(works(dashboard.press("enter")) == [.labelErrors])
        #expect(works(dashboard.press("enter")).isEmpty)
        let job = try #require(dashboard.known.lookingJob)
        _ = dashboard.update(.found(.results(.looking(0.25, job: job))))
        #expect(dashboard.screen.contains("training 5 networks 25 %"))
        let effects = dashboard.press("ctrl+x")
        #expect(effects.map(\.name) == ["cancelWork"])
        _ = dashboard.update(.found(.results(.labelErrors(nil, job: job))))
        #expect(!dashboard.known.isLooking)
        // The outcome of a search that was given up is of no use to the next one.
        dashboard.press("enter")
        _ = dashboard.update(.found(.results(.labelErrors(nil, job: job))))
        #expect(dashboard.known.isLooking)
        #expect(dashboard.update(.loaded(Fixture.dataset)).map(\.name).contains("cancelWork"))
    }

    @Test func `trains networks that have not seen the samples whose labels they judge`() async throws {
        var dashboard = FormFixture.strokes.trained()
        dashboard.perform("change epochs(2)")
        await dashboard.working(.command(.results(.view(.suspects))))
        await dashboard.working(.command(.results(.open)))
        let errors = try #require(dashboard.known.labelErrors)
        #expect(errors.samples == 80)
        #expect(dashboard.known.rows == Array(errors.suspects.indices))
    }

    @Test func `shows which samples are alike, and where each of them is`() async throws {
        var dashboard = FormFixture.clouds.trained()
        await dashboard.working(.command(.results(.view(.duplicates))))
        // Its test samples are its training samples.
        #expect(dashboard.known.duplicates?.leakedTestSamples == 60)
        #expect(dashboard.known.rows.count == 120)
        await dashboard.working(.event(.key(.down)))
        await dashboard.working(.event(.key(.enter)))
        #expect(dashboard.focus == .inspector)
        #expect(dashboard.samples.part == .test && dashboard.samples.selected == 0)
    }

    @Test func `has errors in place of classes where numbers are to be learnt`() throws {
        var dashboard = FormFixture.houses.trained()
        dashboard.pressEvaluated("6")
        #expect(dashboard.results.view == .errors)
        let errors = try #require(dashboard.known.evaluation?.values)
        #expect(dashboard.known.rows == errors.worstFirst)
        dashboard.perform("results matrix")
        #expect(dashboard.results.view == .errors)
        #expect(dashboard.notice?.text.contains("numbers are to be learnt") == true)
        dashboard.pressEvaluated("enter")
        #expect(dashboard.samples.part == .test && dashboard.samples.selected == errors.worstFirst.first)
    }

    @Test func `says that there is no network yet, or that it is being asked`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("6")
        #expect(dashboard.screen.contains("Press space to train one"))
        dashboard = Fixture.trained(3)
        dashboard.press("6")
        #expect(dashboard.screen.contains("The network is being asked about test."))
    }

    // MARK: Elsewhere

    @Test func `finds a sample by what its line says`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results mistakes")
        dashboard.performEvaluated("find kiwi")
        #expect(dashboard.resultsLines[dashboard.results.position.cursor].contains("kiwi"))
    }

    @Test func `gives each view as a table`() throws {
        var dashboard = ResultsFixture.dashboard()
        let table = try #require(dashboard.table(of: .results))
        #expect(table.columns.count == 47 && table.rows.count == 46)
        let cells = table.rows.flatMap { $0.dropFirst() }.compactMap { Int($0) }
        #expect(cells.count == 46 * 46 && cells.reduce(0, +) == 60)
        for (view, columns) in [
            (ResultsView.topics, 6), (.topK, 2), (.calibration, 8), (.mistakes, 6), (.doubts, 6),
            (.losses, 6),
        ] {
            dashboard.performEvaluated("results \(view.rawValue)")
            let table = try #require(dashboard.table(of: .results))
            #expect(table.columns.count == columns && !table.rows.isEmpty, "\(view)")
            #expect(table.rows.allSatisfy { $0.count == columns })
        }
    }

    @Test func `says each view in plain words`() {
        var dashboard = ResultsFixture.dashboard()
        dashboard.performEvaluated("results cell 22 3")
        let matrix = dashboard.plain(.results)
        #expect(matrix[0] == "Results: matrix of test.")
        #expect(matrix[1].hasPrefix("60 notes of test, epoch 20: accuracy "))
        #expect(matrix.contains("Mistaken most often:"))
        for view in ResultsView.allCases where view != .errors {
            dashboard.performEvaluated("results \(view.rawValue)")
            let lines = dashboard.plain(.results)
            #expect(lines.count > 1 && lines.allSatisfy { !$0.isEmpty }, "\(view)")
        }
    }

    @Test(arguments: [
        ResultsChange.next, .previous, .view(.topK), .nextPart, .previousPart, .part(.validation), .normalize,
        .zoomIn, .zoomOut, .cell(truth: 4, predicted: 3), .temperature, .open,
    ])
    func `reads its commands back from their text`(change: ResultsChange) {
        #expect(Command("\(Command.results(change))") == .results(change))
        #expect(ResultsChange("results nothing") == nil)
        #expect(ResultsChange("results cell -1 3") == nil)
    }

    @Test func `says which part of a large matrix is seen, and nothing where all is`() {
        var dashboard = ResultsFixture.dashboard(80, 24)
        dashboard.performEvaluated("results cell 22 3")
        dashboard.performEvaluated("results zoom in")
        dashboard.performEvaluated("results zoom in")
        #expect(dashboard.screen.contains(/(rows|columns) \d+–\d+.* of 46/))
        let grid = ConfusionGrid(
            classes: 30, names: (0..<30).map { "\($0)" }, text: { _, _ in "" }, share: { _, _ in 0 },
            chosen: (29, 0), zoom: .squares)
        #expect(grid.seen(in: Rect(0, 0, 80, 11), .braille) == "rows 21–30 of 30")
        #expect(grid.seen(in: Rect(0, 0, 80, 31), .ascii) == nil)
    }

    @Test(arguments: Glyphs.allCases)
    func `draws a matrix of any size in any room`(glyphs: Glyphs) {
        for classes in [0, 1, 2, 7, 46] {
            for zoom in [nil] + ConfusionGrid.Zoom.allCases.map(Optional.some) {
                let grid = ConfusionGrid(
                    classes: classes, names: (0..<classes).map { "class \($0)" }, text: { "\($0 * $1)" },
                    share: { ($0 + $1) % 3 == 0 ? .nan : Double($0) }, chosen: (classes - 1, classes / 2),
                    zoom: zoom)
                for columns in [0, 1, 5, 24, 60] {
                    for rows in [0, 1, 3, 4, 9] {
                        let area = Rect(2, 1, columns, rows)
                        var canvas = Canvas(Size(64, 11))
                        grid.draw(in: area, on: &canvas, glyphs)
                        canvas.fill(area)
                        #expect(canvas == Canvas(Size(64, 11)), "\(classes) at \(columns)×\(rows)")
                    }
                }
            }
        }
    }
}

import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Explaining a prediction` {
    @Test func `turns through the views of a text`() async {
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.press("4")
        var seen: [InspectorView] = []
        for _ in 0..<6 {
            await dashboard.pressWorking("v")
            seen.append(dashboard.inspector.view)
        }
        #expect(seen == [.words, .whatIf, .epochs, .nearest, .units, .sample])
        _ = dashboard.update(.command(.why(.previousView)))
        #expect(dashboard.inspector.view == .units)
        _ = dashboard.update(.command(.why(.view(.words))))
        #expect(dashboard.inspector.view == .words)
    }

    @Test func `shows what the network itself says without the word`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        await dashboard.pressWorking("4 v j")
        let word = try #require(dashboard.explainedPane?.listedWords[1].column)
        let contributions = try #require(dashboard.why.contributions)
        let place = try #require(contributions.place(of: word))
        let before = try #require(dashboard.probabilities)
        await dashboard.pressWorking("x")
        let after = try #require(dashboard.probabilities)
        for label in before.indices {
            #expect(
                abs(before[label] - after[label] - contributions.probabilityChanges[place, label]) < 1e-5)
        }
        #expect(dashboard.inspector.draft?.off == [word])
        await dashboard.pressWorking("x")
        #expect(dashboard.probabilities == before, "the same word comes back")
        #expect(dashboard.inspector.draft == nil)
    }

    @Test func `puts the sample back with escape, and only then leads out`() async {
        var dashboard = Fixture.trained(20, ends: true)
        let before = dashboard.probabilities
        await dashboard.pressWorking("4 v v x j x")
        #expect(dashboard.draft?.off.count == 2)
        #expect(dashboard.probabilities != before)
        await dashboard.pressWorking("esc")
        #expect(dashboard.draft == nil)
        #expect(dashboard.probabilities == before)
        #expect(dashboard.focus == .inspector)
    }

    @Test func `follows a text of one's own with every key`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        await dashboard.pressWorking("4 v v")
        let before = dashboard.probabilities
        await dashboard.pressWorking("enter")
        var answers: [[Float]?] = [dashboard.probabilities]
        for letter in "gold! Frost in LONDON" {
            await dashboard.typeWorking(String(letter))
            if answers.last != dashboard.probabilities { answers.append(dashboard.probabilities) }
        }
        #expect(answers.count > 4)
        let encoder = try #require(TextEncoder(Fixture.dataset))
        let columns = encoder.encode("gold frost in london").columns
        let network = try #require(dashboard.run?.snapshot?.network)
        #expect(dashboard.probabilities == network.probabilities(of: .words(columns, of: 27), row: 0))
        await dashboard.typeWorking(" zebra")
        #expect(dashboard.screen.contains("not known: zebra"))
        var kept = dashboard
        await dashboard.pressWorking("esc")
        #expect(dashboard.probabilities == before)
        await kept.pressWorking("enter")
        #expect(kept.draft?.text == "gold! Frost in LONDON zebra")
        #expect(kept.screen.contains("the network is not shown: zebra"))
        #expect(kept.explainedPane?.truth == nil, "a text of one's own has no class")
    }

    @Test func `adds words, and forgets all when another sample is chosen`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        await dashboard.pressWorking("4")
        try await dashboard.doWorking("suppose gold")
        #expect(dashboard.draft?.text == "gold")
        try await dashboard.doWorking("word frost")
        #expect(dashboard.draft?.added == "frost")
        try await dashboard.doWorking("word frost")
        #expect(dashboard.draft?.off.count == 1)
        try await dashboard.doWorking("word zebra")
        #expect(dashboard.notice?.isError == true)
        try await dashboard.doWorking("select train 110")
        #expect(dashboard.draft == nil)
        let network = try #require(dashboard.run?.snapshot?.network)
        #expect(dashboard.probabilities == network.probabilities(of: Fixture.dataset.train.inputs, row: 110))
    }

    @Test func `asks about any class, and about two of them`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        await dashboard.pressWorking("4")
        let order = Ranking(try #require(dashboard.probabilities)).order
        try await dashboard.doWorking("why kiwi fig")
        #expect(dashboard.inspector.view == .words)
        let pane = try #require(dashboard.explainedPane)
        #expect(pane.asked(pane.probabilities ?? [])?.label == 3)
        #expect(pane.asked(pane.probabilities ?? [])?.against == 1)
        #expect(dashboard.screen.contains("why 3 kiwi and not 1 fig"))
        await dashboard.pressWorking("* c")
        #expect(dashboard.inspector.label == order[1])
        await dashboard.pressWorking("p p")
        #expect(dashboard.inspector.label == order[order.count - 1])
        try await dashboard.doWorking("why banana")
        #expect(dashboard.notice?.isError == true)
        try await dashboard.doWorking("why 2 2")
        #expect(dashboard.notice?.isError == true)
        try await dashboard.doWorking("why black")
        #expect(dashboard.notice?.text.contains("blackcurrant") == true, "several begin like that")
    }

    @Test func `shows the softmax of all epochs that are kept, and asks for none twice`() async throws {
        var dashboard = Fixture.trained(6)
        let archive = Fixture.archive(try #require(dashboard.run).fit, epochs: 6)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("view epochs", archive)
        let history = try #require(dashboard.why.history?.value)
        #expect(history.epochs == Array(0...6))
        for epoch in 0...5 {
            let network = try #require(archive.network(epoch: epoch))
            let row = try #require(dashboard.samples.selected)
            #expect(
                history.probabilities[epoch]
                    == network.probabilities(of: Fixture.dataset.train.inputs, row: row))
        }
        #expect(dashboard.press("c").isEmpty, "nothing new to ask")
        #expect(dashboard.screen.contains("changed its mind"))
        let effects = dashboard.press("ctrl+p esc 1 j")
        #expect(effects.contains { if case .work = $0 { true } else { false } }, "another sample")
    }

    @Test func `leads to the nearest samples and back`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("view nearest")
        let own = dashboard.samples.selected
        let neighbours = try #require(dashboard.why.nearest?.value.neighbours)
        #expect(neighbours.count == Explanation.mostSamples)
        #expect(!neighbours.contains { $0.row == own })
        await dashboard.pressWorking("j j enter")
        #expect(dashboard.samples.selected == neighbours[2].row)
        #expect(dashboard.trail.count == 1)
        await dashboard.pressWorking("esc")
        #expect(dashboard.samples.selected == own)
        #expect(dashboard.inspector.list.cursor == 2)
        #expect(dashboard.focus == .inspector)
    }

    @Test func `takes no list of another sample for the one that is on its way`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("view nearest")
        #expect(dashboard.screen.contains("goes there"))
        // The answer comes late: another sample is chosen meanwhile, and the key that continues is pressed.
        let effects = dashboard.press("1 j 4")
        let chosen = dashboard.samples.selected
        #expect(!dashboard.screen.contains("goes there"))
        dashboard.press("enter")
        #expect(dashboard.samples.selected == chosen)
        #expect(dashboard.trail.isEmpty)
        #expect(dashboard.notice?.text.contains("still being compared") == true)
        await dashboard.work(effects, nil)
        #expect(dashboard.samples.selected == chosen, "an earlier key must not lead away when the list comes")
        let neighbours = try #require(dashboard.why.nearest?.value.neighbours)
        await dashboard.pressWorking("enter")
        #expect(dashboard.samples.selected == neighbours[0].row)
    }

    @Test func `keeps the place in a list that is on its way`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("view nearest")
        await dashboard.pressWorking("j j enter")
        let effects = dashboard.press("esc")
        _ = dashboard.update(.event(.resize(Size(100, 30))))
        await dashboard.work(effects, nil)
        #expect(dashboard.why.nearest != nil)
        #expect(dashboard.inspector.list.cursor == 2)
    }

    @Test func `shows what a unit gives, and leads to what excites it`() async throws {
        var dashboard = Fixture.trained(20, ends: true)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("view units")
        #expect(dashboard.why.activations.map(\.count) == [64, 64])
        await dashboard.pressWorking("end k")
        let report = try #require(dashboard.why.unit?.value)
        #expect(report.layer == 1 && report.unit == 62)
        let network = try #require(dashboard.run?.snapshot?.network)
        let rows = Array(0..<Fixture.dataset.train.count)
        let all = try network.hiddenActivations(of: Fixture.dataset.train.inputs, rows: rows, layer: 1)
        #expect(report.samples.first?.activation == rows.map { all.values[$0 * 64 + 62] }.max())
        await dashboard.pressWorking("c enter")
        #expect(dashboard.samples.selected == report.samples[1].row)
    }

    @Test func `has no words to show of pictures and numbers`() throws {
        for form in [FormFixture.strokes, .houses] {
            var dashboard = form.trained()
            dashboard.press("4")
            for command in ["view words", "word oil", "suppose oil", "view units", "why 1"] {
                _ = dashboard.update(.command(try Command(text: command)))
                #expect(dashboard.overlay == nil)
                #expect(dashboard.inspector.draft == nil)
            }
            #expect(dashboard.screen.contains("Inspector"))
        }
    }

    @Test func `works for a single unit that says yes or no`() async throws {
        var dashboard = FormFixture.reviews.trained()
        try await dashboard.doWorking("focus inspector")
        for view in ["words", "what-if", "epochs", "nearest", "units"] {
            try await dashboard.doWorking("view \(view)")
            #expect(dashboard.inspector.view.rawValue == view)
            #expect(dashboard.screen.contains(" %"))
        }
        #expect(dashboard.why.activations.count == 2)
    }

    @Test func `reads every question as it writes it`() {
        let all: [WhyChange] = [
            .view(.whatIf), .previousView, .logarithmic, .likeliest, .classes("earn", nil),
            .classes("earn", "acq"), .next, .previous, .against, .switchWord, .word("oil"), .addWords,
            .add("oil prices"), .write,
            .suppose("oil prices rose"), .restore, .go,
        ]
        for change in all {
            #expect(Command("\(change)") == .why(change), "\(change)")
        }
        #expect(Command("view nothing") == nil)
    }

    @Test func `lets bars show powers of ten`() {
        #expect(InspectorPane.length(0.5, isLogarithmic: false) == 0.5)
        #expect(InspectorPane.length(1, isLogarithmic: true) == 1)
        #expect(abs(InspectorPane.length(1e-3, isLogarithmic: true) - 0.5) < 1e-12)
        #expect(InspectorPane.length(0, isLogarithmic: true) == 0)
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.press("4 L")
        #expect(dashboard.screen.contains("powers of ten"))
    }
}

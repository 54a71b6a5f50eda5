import Datasets
import Testing

@testable import TUI
@testable import Training

/// A view of the inspector on one prediction, the pane alone on the whole screen.
struct ExplainedView: Sendable, CustomTestStringConvertible {
    var name: String
    var view: InspectorView
    /// The keys that are pressed once the view is open.
    var keys: String
    var form: FormFixture?

    var testDescription: String { name }

    static let all = [
        ExplainedView(name: "words", view: .words, keys: "j a"),
        ExplainedView(name: "what-if", view: .whatIf, keys: "j x j j x"),
        ExplainedView(name: "epochs", view: .epochs, keys: "c"),
        ExplainedView(name: "nearest", view: .nearest, keys: "j j"),
        ExplainedView(name: "units", view: .units, keys: "pagedown j"),
        ExplainedView(name: "yes-no-words", view: .words, keys: "j", form: .reviews),
        ExplainedView(name: "pictures-nearest", view: .nearest, keys: "j", form: .strokes),
    ]

    func dashboard(_ size: Size, glyphs: Glyphs = .braille) async throws -> Dashboard {
        var dashboard =
            form?.trained(size.columns, size.rows, glyphs: glyphs)
            ?? Fixture.trained(20, size.columns, size.rows, glyphs: glyphs, ends: true)
        let archive = Fixture.archive(
            try #require(dashboard.run).fit, epochs: 20, inputs: dashboard.dataset?.train.inputs.columns)
        try await dashboard.doWorking("focus inspector")
        try await dashboard.doWorking("zoom")
        try await dashboard.doWorking("view \(view.rawValue)", archive)
        await dashboard.pressWorking(keys, archive)
        return dashboard
    }
}

@Suite struct `Explanations as pictures` {
    @Test(arguments: ExplainedView.all, [Size(60, 15), Size(80, 24), Size(120, 40)])
    func `words, epochs, samples and units`(view: ExplainedView, size: Size) async throws {
        let dashboard = try await view.dashboard(size)
        try expect(
            dashboard.picture(of: .inspector), looksLike: "why-\(view.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: ExplainedView.all)
    func `the same without colours`(view: ExplainedView) async throws {
        let dashboard = try await view.dashboard(Size(120, 40))
        try expect(
            dashboard.picture(of: .inspector), looksLike: "why-\(view.name)-monochrome", monochrome: true)
    }

    @Test(arguments: ExplainedView.all)
    func `the same in ASCII`(view: ExplainedView) async throws {
        let dashboard = try await view.dashboard(Size(80, 24), glyphs: .ascii)
        let canvas = dashboard.picture(of: .inspector)
        try expect(canvas, looksLike: "why-\(view.name)-ascii", monochrome: true)
        #expect(canvas.cells.allSatisfy { $0.character.isASCII })
    }

    @Test(arguments: ExplainedView.all)
    func `nothing breaks in a window of any size`(view: ExplainedView) async throws {
        var dashboard = try await view.dashboard(Size(80, 24))
        for columns in stride(from: 0, through: 130, by: 7) {
            for rows in [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 40] {
                _ = dashboard.update(.event(.resize(Size(columns, rows))))
                #expect(dashboard.draw().size == Size(columns, rows))
            }
        }
    }

    @Test(arguments: ExplainedView.all)
    func `the same in plain words, and as a table`(view: ExplainedView) async throws {
        let dashboard = try await view.dashboard(Size(120, 40))
        let lines = dashboard.plain(.inspector)
        #expect(lines.count > 5)
        #expect(lines.first?.hasPrefix("Inspector, \(view.view.rawValue): ") == true)
        let table = try #require(dashboard.table(of: .inspector))
        #expect(table.rows.count > 3)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test func `a text of marked words is safe for any words and any room`() {
        let words: [(String, Double)] = [
            ("", 0.0), ("gold", .nan), ("a", .infinity), ("frost", -1), ("日本語のとても長い言葉", 1),
        ]
        for kind in [ShownWord.Kind.plain, .off, .added, .unknown] {
            let text = MarkedText(
                words: words.map { .init(text: $0.0, share: $0.1, kind: kind, isChosen: $0.0 == "a") })
            for columns in 0..<14 {
                for rows in 0..<4 {
                    var canvas = Canvas(Size(14, 4))
                    text.draw(in: Rect(1, 1, columns, rows), on: &canvas, .braille)
                }
            }
        }
    }
}

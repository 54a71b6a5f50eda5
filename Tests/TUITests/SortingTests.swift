import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Sorting` {
    private func key(_ order: SampleOrder, _ number: Int) -> (Int, String) {
        let split = Fixture.dataset.train
        let label = Int(split.labels[number])
        return switch order {
        case .number: (number, "")
        case .label: (label, "")
        case .name: (0, Fixture.classes[label])
        case .words: (split.texts?[number].count ?? 0, "")
        case .value, .feature: (0, "")
        }
    }

    @Test(arguments: SampleOrder.all(of: Fixture.dataset), [false, true])
    func `lists samples by each column, both ways, and keeps the chosen one`(
        order: SampleOrder, isReversed: Bool
    ) {
        var dashboard = Fixture.dashboard()
        dashboard.perform("select train 177")
        dashboard.perform("sort \(order.name(in: Fixture.dataset))")
        if order != .number, isReversed { dashboard.perform("sort \(order.name(in: Fixture.dataset))") }
        if order == .number, !isReversed { dashboard.perform("sort number") }
        #expect(dashboard.samples.order == order && dashboard.samples.isReversed == isReversed)
        #expect(dashboard.samples.selected == 177)
        let rows = dashboard.samples.rows
        #expect(rows.sorted() == Array(100..<300))
        for (one, next) in zip(rows, rows.dropFirst()) {
            let (first, second) = isReversed ? (next, one) : (one, next)
            #expect(key(order, first) <= key(order, second))
            // Equal ones stay in their order.
            if key(order, first) == key(order, second) { #expect(one < next) }
        }
        let top = dashboard.samples.position.top
        #expect((top..<top + dashboard.listRows).contains(dashboard.samples.position.cursor))
    }

    @Test func `goes through the columns and turns round with two keys`() {
        var dashboard = Fixture.dashboard()
        for order in [SampleOrder.label, .name, .words, .number] {
            dashboard.press("o")
            #expect(dashboard.samples.order == order)
        }
        dashboard.press("O")
        #expect(dashboard.samples.rows == (100..<300).reversed())
    }

    @Test func `sorts by a click on a column's name, and turns round by another`() throws {
        var dashboard = Fixture.dashboard(200, 60)
        let head = try #require(dashboard.place(of: "words"))
        dashboard.click(head.column, head.row)
        #expect(dashboard.samples.order == .words && !dashboard.samples.isReversed)
        dashboard.click(head.column, head.row)
        #expect(dashboard.samples.isReversed)
        #expect(dashboard.screen.contains("▼"))
    }

    @Test func `stays sorted when parts, filters and marks change`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("sort words")
        for command in ["part test", "keep words gold", "keep class 9", "keep class all", "keep words"] {
            dashboard.perform(command)
            let texts = Fixture.dataset.test.texts
            let lengths = dashboard.samples.rows.map { texts?[$0].count ?? 0 }
            #expect(lengths == lengths.sorted(), "after \(command)")
        }
    }

    @Test(arguments: ClassOrder.allCases)
    func `lists classes by each column, both ways, and keeps the chosen one`(order: ClassOrder) throws {
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.press("4 j j j j j")
        let chosen = dashboard.inspectedClasses[dashboard.inspector.position.cursor]
        dashboard.perform("sort \(order.rawValue)")
        let probabilities = try #require(dashboard.probabilities)
        func isSorted(_ classes: [Int]) -> Bool {
            zip(classes, classes.dropFirst()).allSatisfy { one, next in
                switch order {
                case .probability: probabilities[one] >= probabilities[next]
                case .number: one < next
                case .name: Fixture.classes[one] <= Fixture.classes[next]
                }
            }
        }
        if dashboard.inspector.isReversed { dashboard.press("O") }
        #expect(isSorted(dashboard.inspectedClasses))
        #expect(dashboard.inspectedClasses[dashboard.inspector.position.cursor] == chosen)
        dashboard.press("O")
        #expect(isSorted(dashboard.inspectedClasses.reversed()))
        #expect(dashboard.inspectedClasses[dashboard.inspector.position.cursor] == chosen)
    }

    @Test(arguments: [PaneID.model, .curves, .log])
    func `says where there is nothing to sort`(pane: PaneID) {
        var dashboard = Fixture.dashboard()
        dashboard.perform("focus \(pane.rawValue)")
        for keys in ["o", "O"] {
            dashboard.press(keys)
            #expect(dashboard.notice?.text.contains("order of its own") == true)
        }
    }

    @Test func `says by what there is to sort`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("sort size")
        #expect(dashboard.notice?.text.contains("number, label, name, words") == true)
    }
}

import Datasets
import Testing

@testable import TUI
@testable import Training

/// Letters, arrows and the mouse are each enough on their own.
@Suite struct `With one device alone` {
    /// The keys of one kind of hands: vim's letters, or arrows with what stands around them.
    struct Hands: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var down, up, right, left, end, start: String
        var data, model, inspector: String
    }

    static let hands = [
        Hands(
            testDescription: "letters", down: "j", up: "k", right: "l", left: "h", end: "G", start: "g",
            data: "1", model: "2", inspector: "4"),
        Hands(
            testDescription: "arrows", down: "down", up: "up", right: "right", left: "left", end: "end",
            start: "home", data: "tab tab tab tab", model: "tab", inspector: "tab tab tab"),
    ]

    @Test(arguments: hands)
    func `one browses the samples of each part`(hands: Hands) {
        var dashboard = Fixture.dashboard()
        dashboard.press("\(hands.down) \(hands.down) \(hands.up)")
        #expect(dashboard.samples.selected == 101)
        dashboard.press(hands.end)
        #expect(dashboard.samples.selected == 299)
        dashboard.press("\(hands.start) \(hands.right)")
        #expect(dashboard.samples.part == .validation)
        dashboard.press("\(hands.left) \(hands.left)")
        #expect(dashboard.samples.part == .test)
    }

    @Test(arguments: hands)
    func `one trains`(hands: Hands) {
        var dashboard = Fixture.dashboard()
        #expect(dashboard.press("space").map(\.name) == ["train"])
        #expect(dashboard.press("space").told == [.pause])
    }

    @Test(arguments: hands)
    func `one changes the units of a layer`(hands: Hands) {
        var dashboard = Fixture.dashboard()
        dashboard.press("\(hands.model) \(hands.down) enter")
        dashboard.type("12")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 12, 46])
        dashboard.press("\(hands.right) enter \(hands.testDescription == "arrows" ? "down" : "ctrl+n") enter")
        #expect(dashboard.experiment.model.layers[1].activation != .relu)
    }

    @Test(arguments: hands)
    func `one inspects a sample`(hands: Hands) {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        dashboard.press("1 \(hands.down) enter")
        #expect(dashboard.focus == .inspector)
        #expect(dashboard.screen.contains("train 101"))
        dashboard.press("\(hands.down) \(hands.down)")
        #expect(dashboard.inspector.position.cursor == 2)
    }

    @Test(arguments: hands)
    func `one finds an action`(hands: Hands) {
        var dashboard = Fixture.opened()
        dashboard.press(hands.testDescription == "arrows" ? "f2" : "ctrl+p")
        dashboard.type("next theme")
        dashboard.press("enter")
        #expect(dashboard.theme.name == "dusk")
    }

    // MARK: The mouse

    @Test func `with the mouse one browses the samples of each part`() throws {
        var dashboard = Fixture.dashboard()
        try dashboard.click(on: "105 18 date-1")
        #expect(dashboard.samples.selected == 105)
        dashboard.turnWheel(.wheelDown, over: .data)
        #expect(dashboard.samples.selected == 108)
        dashboard.turnWheel(.wheelUp, over: .data)
        #expect(dashboard.samples.selected == 105)
        try dashboard.click(on: "validation 100")
        #expect(dashboard.samples.part == .validation)
    }

    @Test func `with the mouse one trains and stops`() throws {
        var dashboard = Fixture.dashboard(200, 60)
        #expect(try dashboard.click(on: "space train").map(\.name) == ["train"])
        #expect(try dashboard.click(on: "space pause").told == [.pause])
        #expect(try dashboard.click(on: "s stop").told == [.stop])
    }

    @Test func `with the mouse one changes a layer`() throws {
        var dashboard = Fixture.dashboard(200, 60)
        try dashboard.click(on: "dense_1")
        #expect(dashboard.focus == .model && dashboard.model.row == 1)
        try dashboard.click(on: "+ more")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 128, 46])
        try dashboard.click(on: "- less")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 64, 46])
        try dashboard.click(on: "a add")
        #expect(dashboard.experiment.model.layers.count == 4)
        try dashboard.click(on: "d remove")
        #expect(dashboard.experiment.model.layers.count == 3)
        try dashboard.click(on: "optimizer")
        try dashboard.click(on: "enter edit")
        try dashboard.click(on: "adamw")
        #expect(dashboard.experiment.model.optimizer.name == "adamw")
    }

    @Test func `with the mouse one inspects a sample`() throws {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        try dashboard.click(on: "1 Data")
        try dashboard.click(on: "102 25 plum-2")
        try dashboard.click(on: "4 Inspector")
        #expect(dashboard.focus == .inspector)
        #expect(dashboard.screen.contains("train 102"))
        dashboard.turnWheel(.wheelDown, over: .inspector)
        #expect(dashboard.inspector.position.cursor == 3)
    }

    @Test func `with the mouse one finds an action, however many there are`() throws {
        var dashboard = Fixture.opened()
        try dashboard.click(on: "^P palette")
        for _ in 0..<60 where dashboard.place(of: "take the next theme") == nil {
            _ = dashboard.update(.event(.mouse(Point(60, 20), .wheelDown)))
        }
        try dashboard.click(on: "take the next theme")
        #expect(dashboard.overlay == nil)
        #expect(dashboard.theme.name == "dusk")
    }

    @Test func `with the mouse one turns through the footer's keys and answers questions`() throws {
        var dashboard = Fixture.trained(3)
        let first = dashboard.footer
        try dashboard.click(on: "` more")
        #expect(dashboard.footer != first)
        try dashboard.click(on: "q quit")
        try dashboard.click(on: "n no, stay")
        #expect(dashboard.overlay == nil)
        try dashboard.click(on: "q quit")
        #expect(try dashboard.click(on: "y yes, quit").quits)
    }

    @Test func `with the mouse one leaves what lies over the panes`() {
        for keys in ["?", "ctrl+p", "t", ":", "/"] {
            var dashboard = Fixture.dashboard(160, 50)
            dashboard.press(keys)
            dashboard.click(3, 47)
            #expect(dashboard.overlay == nil, "after \(keys)")
        }
    }

    @Test func `a click goes to what is seen there, though panes move when the focus does`() {
        // The log stands next to the curves, and the curves next to the model.
        var dashboard = Fixture.dashboard(120, 28)
        dashboard.press("5")
        let model = dashboard.model
        for row in 3..<20 {
            var other = dashboard
            other.click(20, row)
            #expect(other.focus == .curves)
            #expect(other.model == model)
        }
    }

    @Test func `no click and no wheel does harm, wherever it is`() {
        for size in [Size(1, 1), Size(20, 6), Size(80, 24), Size(120, 40)] {
            for keys in ["", "?", "ctrl+p", ":", "t", "q"] {
                for column in stride(from: 0, through: size.columns + 3, by: 7) {
                    for row in stride(from: 0, through: size.rows + 3, by: 5) {
                        var dashboard = Self.trained
                        _ = dashboard.update(.event(.resize(size)))
                        dashboard.press(keys)
                        let button: MouseButton = (column + row) % 3 == 0 ? .wheelDown : .left
                        _ = dashboard.update(.event(.mouse(Point(column, row), button)))
                        _ = dashboard.update(.event(.drag(Point(row, column))))
                    }
                }
            }
        }
    }

    private static let trained = Fixture.trained(3)
}

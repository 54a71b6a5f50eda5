import Testing
import Training

@testable import TUI

@Suite struct `Screens as pictures` {
    @Test(arguments: [(120, 40), (80, 24), (200, 60), (60, 15), (20, 6)])
    func `the start`(columns: Int, rows: Int) throws {
        try expect(Fixture.dashboard(columns, rows).draw(), looksLike: "start-\(columns)x\(rows)")
    }

    @Test(arguments: [(120, 40), (200, 60)])
    func `training`(columns: Int, rows: Int) throws {
        try expect(Fixture.trained(14, columns, rows).draw(), looksLike: "training-\(columns)x\(rows)")
    }

    @Test(arguments: [("2", "model"), ("3", "curves"), ("4", "inspector")])
    func `each pane alone at 80x24`(key: String, name: String) throws {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        dashboard.press(key)
        try expect(dashboard.draw(), looksLike: "\(name)-80x24")
    }

    @Test(arguments: [("1", "data"), ("2", "model"), ("3", "curves"), ("4", "inspector")])
    func `each pane in the smallest window`(key: String, name: String) throws {
        var dashboard = Fixture.trained(20, 20, 6, ends: true)
        dashboard.press(key)
        try expect(dashboard.draw(), looksLike: "\(name)-20x6")
    }

    @Test(arguments: Glyphs.allCases)
    func `curves in each kind of glyph`(glyphs: Glyphs) throws {
        var dashboard = Fixture.trained(20, 80, 24, glyphs: glyphs, ends: true)
        dashboard.press("3")
        try expect(dashboard.draw(), looksLike: "curves-\(glyphs.rawValue)")
    }

    @Test func `help`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.press("?")
        try expect(dashboard.draw(), looksLike: "help")
    }

    @Test func `a class to choose`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.press("t")
        dashboard.type("pl")
        try expect(dashboard.draw(), looksLike: "class-menu")
    }

    @Test func `the zoomed data pane`() throws {
        var dashboard = Fixture.dashboard(200, 60)
        dashboard.press("z")
        try expect(dashboard.draw(), looksLike: "data-zoomed-200x60")
    }
}

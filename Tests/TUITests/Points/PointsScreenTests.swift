import Testing
import Training

@testable import TUI

@Suite struct `Points as pictures` {
    /// A view, and the keys that lead there.
    struct View: Sendable, CustomTestStringConvertible {
        var name: String
        var keys: String
        var layers = PointsFixture.course
        var isTrained = true

        var testDescription: String { name }

        func dashboard(_ size: Size, glyphs: Glyphs = .braille) -> Dashboard {
            var dashboard =
                isTrained
                ? PointsFixture.trained(size.columns, size.rows, layers: layers, glyphs: glyphs)
                : PointsFixture.dashboard(size.columns, size.rows, layers: layers, glyphs: glyphs)
            dashboard.press(keys)
            return dashboard
        }

        static let deep = [
            Layer.dense(5, activation: .tanh), .dense(3, activation: .sigmoid), .dense(4),
        ]
        static let all = [
            View(name: "points-data", keys: "1 j j"),
            View(name: "points-untrained", keys: "4", isTrained: false),
            View(name: "points-regions", keys: "4 j"),
            View(name: "points-units", keys: "4 v"),
            View(name: "points-outputs", keys: "4 v v"),
            View(name: "points-all", keys: "4 z j j"),
            View(name: "points-deep", keys: "4 v x", layers: deep),
            View(name: "points-no-plane", keys: "4 z x", layers: deep),
        ]
    }

    @Test(arguments: View.all, [Size(80, 24), Size(120, 40), Size(200, 60)])
    func `every view`(view: View, size: Size) throws {
        try expect(view.dashboard(size).draw(), looksLike: "\(view.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: View.all)
    func `the same without colours`(view: View) throws {
        let canvas = view.dashboard(Size(120, 40)).draw()
        try expect(canvas, looksLike: "\(view.name)-monochrome", monochrome: true)
    }

    @Test(arguments: View.all.prefix(5), [Size(20, 6), Size(60, 15)])
    func `in small windows`(view: View, size: Size) throws {
        try expect(view.dashboard(size).draw(), looksLike: "\(view.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: [Glyphs.block, .ascii])
    func `in poorer glyphs`(glyphs: Glyphs) throws {
        let dashboard = View(name: "points-all", keys: "4 z").dashboard(Size(100, 30), glyphs: glyphs)
        try expect(dashboard.draw(), looksLike: "points-all-\(glyphs)", monochrome: true)
    }
}

import Testing
import Training

@testable import TUI

@Suite struct `Screens as pictures` {
    @Test(arguments: Scene.all, [Size(80, 24), Size(120, 40), Size(200, 60)])
    func `every pane and everything that lies over panes`(scene: Scene, size: Size) throws {
        try expect(scene.dashboard(size).draw(), looksLike: "\(scene.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: Scene.all)
    func `the same without colours`(scene: Scene) throws {
        let canvas = scene.dashboard(Size(120, 40)).draw()
        try expect(canvas, looksLike: "\(scene.name)-monochrome", monochrome: true)
    }

    @Test(arguments: Scene.panes, [Size(20, 6), Size(60, 15)])
    func `every pane in small windows`(scene: Scene, size: Size) throws {
        try expect(scene.dashboard(size).draw(), looksLike: "\(scene.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: Glyphs.allCases)
    func `curves in each kind of glyph`(glyphs: Glyphs) throws {
        let scene = Scene("curves", .trained, "3")
        try expect(
            scene.dashboard(Size(80, 24), glyphs: glyphs).draw(), looksLike: "curves-\(glyphs.rawValue)")
    }
}

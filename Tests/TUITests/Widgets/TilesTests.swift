import Testing

@testable import TUI

@Suite struct `Pictures side by side` {
    @Test(
        arguments: 0..<20, [Size(0, 0), Size(5, 2), Size(60, 14), Size(61, 30), Size(200, 8), Size(30, 60)])
    func `lie side by side in their area`(count: Int, size: Size) {
        let area = Rect(3, 2, size.columns, size.rows)
        let tiles = Tiles.areas(count, in: area, least: Size(10, 4))
        #expect(tiles.count <= count)
        if count > 0, !area.isEmpty { #expect(!tiles.isEmpty) }
        for (place, tile) in tiles.enumerated() {
            #expect(tile.intersection(area) == tile)
            #expect(tile.size == tiles[0].size)
            for other in tiles[..<place] { #expect(tile.intersection(other).isEmpty) }
        }
    }

    @Test func `are as nearly square as they can be`() {
        #expect(Tiles.areas(2, in: Rect(0, 0, 61, 14), least: Size(10, 4)).map(\.top) == [0, 0])
        #expect(Tiles.areas(2, in: Rect(0, 0, 30, 40), least: Size(10, 4)).map(\.left) == [0, 0])
        #expect(Tiles.areas(4, in: Rect(0, 0, 61, 30), least: Size(10, 4)).map(\.top) == [0, 0, 15, 15])
    }
}

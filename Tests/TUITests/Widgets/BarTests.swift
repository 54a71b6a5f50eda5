import Testing

@testable import TUI

@Suite struct `A bar` {
    private func drawn(_ share: Double, _ width: Int, _ glyphs: Glyphs, hasTrack: Bool = false) -> String {
        var canvas = Canvas(Size(12, 1))
        Bar(share: share, style: Style(.bar), hasTrack: hasTrack).draw(0, 0, width, on: &canvas, glyphs)
        return canvas.lines.joined()
    }

    @Test(arguments: [
        (0.0, ""), (1, "████████"), (0.5, "████"), (0.25, "██"), (0.703_125, "█████▋"), (0.01, "▏"),
        (0.001, ""),
        (-3, ""), (7, "████████"), (.nan, ""), (.infinity, ""),
    ])
    func `is as long as its share, to an eighth of a cell`(share: Double, text: String) {
        #expect(drawn(share, 8, .braille) == text)
    }

    @Test(arguments: [(Glyphs.braille, "████▌···"), (.block, "████▌···"), (.ascii, "####=...")])
    func `shows its track where asked to`(glyphs: Glyphs, text: String) {
        #expect(drawn(0.5625, 8, glyphs, hasTrack: true) == text)
    }

    @Test(arguments: [-1, 0]) func `needs room`(width: Int) {
        #expect(drawn(1, width, .braille).isEmpty)
    }
}

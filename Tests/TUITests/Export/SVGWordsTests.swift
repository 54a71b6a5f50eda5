import Testing

@testable import TUI

/// The places of the words in a drawing.
@Suite struct `Words of a drawing` {
    @Test func `stay in their columns beside a frame`() {
        var canvas = Canvas(Size(12, 1))
        canvas.put("+1: J", 0, 0)
        canvas.put("││", 5, 0)
        canvas.put("0.5", 7, 0)
        let text = SVG(canvas, theme: .dark).text
        #expect(text.contains("<text x=\"0\" y=\"13.5\" textLength=\"45\">+1: J</text>"))
        #expect(text.contains("<text x=\"63\" y=\"13.5\" textLength=\"27\">0.5</text>"))
    }
}

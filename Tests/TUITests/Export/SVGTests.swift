import Foundation
import Testing

@testable import TUI

@Suite struct `A screen as SVG` {
    /// A small screen with one of everything.
    static var canvas: Canvas {
        var canvas = Canvas(Size(16, 6))
        canvas.put("╭─ Loss ──────╮", 0, 0, Style(.border))
        canvas.put("│", 0, 1, Style(.border))
        canvas.put("⠑⢄⣀ a<b & c", 1, 1, Style(.trainingCurve))
        canvas.put("┊", 14, 1, Style(.cursor))
        canvas.put("██▌▁▇", 1, 2, Style(.bar))
        canvas.put("日本 ✓", 8, 2, Style(.success, [.bold]))
        canvas.put(" chosen  row    ", 0, 3, Style(.text, on: .selection))
        canvas.put("0.25", 1, 4, Style(.text).on(.ground(.heat(1))))
        canvas.put("▀", 6, 4, Style().on(.halves(upper: .heat(0), lower: .heat(0.5))))
        canvas.put("░▒▓", 8, 4, Style(.band))
        canvas.put("typed", 0, 5, Style(.text, on: .input, [.underline, .italic]))
        canvas.put("back", 8, 5, Style(.error, [.reverse]))
        return canvas
    }

    @Test func `looks as it is kept`() throws {
        let drawn = SVG(Self.canvas, theme: .dark, title: "Curves & more").text
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Snapshots/export.svg")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(drawn.utf8).write(to: file)
            return
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == drawn, "The drawing is not as in export.svg.")
    }

    @Test func `writes words and draws frames, blocks and dots`() {
        let text = SVG(Self.canvas, theme: .dark).text
        for word in ["Loss", "a&lt;b &amp; c", "日", "本", "✓", "chosen", "0.25", "typed"] {
            #expect(text.contains(">\(word)<"), "\(word)")
        }
        for character in "╭─│⠑█▀░┊" { #expect(!text.contains(character)) }
        #expect(text.contains("<text x=\"9\" y=\"67.5\" textLength=\"54\">chosen</text>"))
        // The upper line, but for the name: one stroke for its seven cells.
        #expect(text.contains("M72 8.5h54"))
    }

    @Test func `is as large as the part that was asked for`() {
        let part = SVG(Self.canvas, in: Rect(0, 0, 3, 1), theme: .dark)
        #expect(part.width == 3 * 9 + 28 && part.height == 18 + 28)
        #expect(SVG(Self.canvas, in: Rect(10, 4, 99, 99), theme: .dark).width == 6 * 9 + 28)
        // Half of 日 is left out on either side.
        #expect(!SVG(Self.canvas, in: Rect(0, 2, 9, 1), theme: .dark).text.contains("日"))
        #expect(!SVG(Self.canvas, in: Rect(9, 2, 7, 1), theme: .dark).text.contains("日"))
    }

    @Test(arguments: [Rect(0, 0, 0, 0), Rect(-5, -5, 2, 2), Rect(99, 99, 1, 1)])
    func `of nothing is an empty window`(area: Rect) {
        let drawing = SVG(Self.canvas, in: area, theme: .dark)
        #expect(drawing.width == 28 && drawing.height == 28)
        #expect(!drawing.text.contains("<text"))
    }

    @Test func `joins what looks alike, so that it stays small`() {
        var canvas = Canvas(Size(120, 40))
        canvas.fill(canvas.bounds, "█", Style(.bar))
        let text = SVG(canvas, theme: .dark).text
        #expect(text.utf8.count < 3000)
        #expect(text.components(separatedBy: "<path").count == 2)
    }

    @Test(arguments: Themes.shipped)
    func `has only colours that drawings know`(name: String) throws {
        let theme = try ThemeLibrary(folders: [Themes.folder.path]).theme(name)
        let text = SVG(Self.canvas, theme: theme).text
        #expect(!text.contains("bright-"))
        for color in text.components(separatedBy: "fill=\"").dropFirst() {
            #expect(color.hasPrefix("#") || color.hasPrefix("none"))
        }
    }

    @Test func `knows every block and every line that charts are drawn with`() {
        let lines = Glyphs.allCases.flatMap { glyphs in
            glyphs.frame.corners + [
                glyphs.frame.horizontal, glyphs.frame.vertical, glyphs.level, glyphs.mark,
            ]
                + [glyphs.axis.left, glyphs.axis.bottom, glyphs.axis.corner] + glyphs.eighths
        }
        for character in lines where !character.isASCII {
            #expect(CellShape(character) != nil, "\(character)")
        }
        #expect(
            CellShape("▙") == .boxes([.init(0, 0, 4, 4), .init(0, 4, 4, 8), .init(4, 4, 8, 8)], strength: 1))
        #expect(CellShape("▃") == .boxes([.init(0, 5, 8, 8)], strength: 1))
        #expect(CellShape("▎") == .boxes([.init(0, 0, 2, 8)], strength: 1))
        #expect(CellShape("▒") == .boxes([.init(0, 0, 8, 8)], strength: 0.5))
        #expect(CellShape("A") == nil && CellShape("é") == nil && CellShape("╬") == nil)
    }

    @Test func `takes any character at any place`() {
        for value in UInt32(0x2500)...0x28FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var canvas = Canvas(Size(2, 1))
            canvas.put(String(Character(scalar)), 0, 0, Style(.text, [.dim]))
            #expect(SVG(canvas, theme: .dark).text.hasSuffix("</g>\n</svg>\n"))
        }
    }
}

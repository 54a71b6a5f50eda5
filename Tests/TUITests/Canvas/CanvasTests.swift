import Testing

@testable import TUI

@Suite struct `A canvas` {
    /// Each right half has a wide character at its left, and each wide character has its right half.
    private func isWhole(_ canvas: Canvas) -> Bool {
        (0..<canvas.size.rows).allSatisfy { row in
            (0..<canvas.size.columns).allSatisfy { column in
                let isHalf = canvas[column, row].character == Cell.rightHalf
                return isHalf == (column > 0 && canvas[column - 1, row].character.columns == 2)
            }
        }
    }

    @Test(arguments: [
        ("training", "trai…"), ("train it", "train"), ("123456", "1234…"), ("a, b, c", "a, b,"),
        ("─────────", "─────"),
    ])
    func `marks a word that is cut off, where it has a mark for it`(text: String, seen: String) {
        var canvas = Canvas(Size(5, 1))
        canvas.put(text, 0, 0)
        #expect(canvas.lines == [String(text.prefix(5))])
        canvas = Canvas(Size(5, 1))
        canvas.ellipsis = "…"
        canvas.put(text, 0, 0)
        #expect(canvas.lines == [seen])
    }

    @Test func `clips text to the screen`() {
        var canvas = Canvas(Size(4, 1))
        #expect(canvas.put("pears", 0, 0) == 4)
        #expect(canvas.lines == ["pear"])
        canvas.put("plum", -2, 0)
        #expect(canvas.lines == ["umar"])
        #expect(canvas.put("fig", 1, 7) == 1)
        #expect(canvas.put("fig", 1, -1) == 1)
        #expect(canvas.lines == ["umar"])
    }

    @Test func `clips text to its area`() {
        var canvas = Canvas(Size(8, 2))
        canvas.put("abcdefgh", 0, 0, in: Rect(2, 0, 3, 1))
        canvas.put("abcdefgh", 0, 1, in: Rect(2, 0, 3, 1))
        canvas.put("abcdefgh", 0, 1, in: Rect(20, 0, 3, 2))
        canvas.put("abcdefgh", 0, 1, in: Rect(2, 1, 0, 1))
        #expect(canvas.lines == ["  cde", ""])
    }

    @Test func `shows no half of a wide character at an edge`() {
        var canvas = Canvas(Size(5, 1))
        #expect(canvas.put("漢字漢", 0, 0) == 4)
        #expect(canvas.lines == ["漢字"])
        canvas = Canvas(Size(5, 1))
        canvas.put("漢字", -1, 0)
        #expect(isWhole(canvas))
        #expect(canvas.lines == [" 字"])
    }

    @Test(arguments: 0..<6, ["x", "漢", "漢字", "x漢x"])
    func `leaves no half of a wide character that is written over`(column: Int, text: String) {
        for start in 0..<2 {
            var canvas = Canvas(Size(6, 1))
            canvas.put("漢字漢", start, 0)
            canvas.put(text, column, 0)
            #expect(isWhole(canvas), "\(text) at \(column) over \(start)")
            canvas.fill(Rect(column, 0, 1, 1), ".")
            #expect(isWhole(canvas), "a dot at \(column) after \(text)")
        }
    }

    @Test func `fills rectangles, clipped`() {
        var canvas = Canvas(Size(4, 3))
        canvas.fill(Rect(2, 1, 10, 10), "#")
        canvas.fill(Rect(-3, -3, 4, 4), "+")
        canvas.fill(Rect(9, 9, 2, 2), "!")
        #expect(canvas.lines == ["+", "  ##", "  ##"])
    }

    @Test(arguments: ["漢", "\u{1B}", "\n"] as [Character])
    func `fills with nothing that would break the grid`(character: Character) {
        var canvas = Canvas(Size(4, 2))
        canvas.fill(canvas.bounds, character)
        #expect(isWhole(canvas))
        #expect(canvas.cells.allSatisfy { $0.character.printable == $0.character })
    }

    @Test func `lays a surface under what is there`() {
        var canvas = Canvas(Size(3, 1))
        canvas.put("abc", 0, 0, Style(.key, .bold))
        canvas.lay(.selection, under: Rect(1, -1, 9, 9))
        #expect(canvas.lines == ["abc"])
        #expect(canvas[0, 0].style == Style(.key, .bold))
        #expect(canvas[1, 0].style == Style(.key, on: .selection, .bold))
    }

    @Test func `lets no control character in`() {
        var canvas = Canvas(Size(8, 1))
        canvas.put("a\u{1B}[2J\nb", 0, 0)
        #expect(canvas.lines == ["a·[2J·b"])
    }

    @Test func `has nothing outside`() {
        var canvas = Canvas(Size(2, 2))
        canvas[5, 5] = Cell("x")
        canvas[-1, 0] = Cell("x")
        #expect(canvas == Canvas(Size(2, 2)))
        #expect(canvas[-1, 0] == Cell())
        #expect(Canvas(Size(-3, 4)).cells.isEmpty)
    }
}

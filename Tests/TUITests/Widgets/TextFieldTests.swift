import Testing

@testable import TUI

@Suite struct `A text field` {
    /// A field with text before and behind the cursor, which stands at `|`.
    private func field(_ picture: String) -> TextField {
        let parts = picture.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var field = TextField(parts.joined())
        for _ in 0..<(parts.last?.count ?? 0) { field.apply(.left) }
        return field
    }

    private func picture(_ field: TextField) -> String {
        field.text.prefix(field.position) + "|" + field.text.dropFirst(field.position)
    }

    @Test(arguments: [
        ("ab|c", TextField.Edit.insert("x"), "abx|c"),
        ("|", .insert("two\nlines\tand\r\nmore"), "two lines and more|"),
        ("a|", .insert("\u{1B}[31m\u{7}b"), "a[31mb|"), ("ab|c", .backspace, "a|c"),
        ("|abc", .backspace, "|abc"),
        ("ab|c", .delete, "ab|"), ("abc|", .delete, "abc|"), ("ab|c", .left, "a|bc"), ("|a", .left, "|a"),
        ("a|b", .right, "ab|"), ("ab|", .right, "ab|"), ("ab|c", .home, "|abc"), ("a|bc", .end, "abc|"),
        ("one two  |three", .wordLeft, "one |two  three"), ("one tw|o", .wordLeft, "one |two"),
        ("|one", .wordLeft, "|one"),
        ("one|  two three", .wordRight, "one  two| three"), ("one|", .wordRight, "one|"),
        ("one two  |x", .deleteWord, "one |x"), ("one two|", .deleteToStart, "|"),
        ("one| two", .deleteToStart, "| two"),
        ("one| two", .deleteToEnd, "one|"), ("漢字|x", .backspace, "漢|x"), ("e\u{301}|x", .backspace, "|x"),
        ("|x", .insert("\u{1100}"), "\u{1100}|x"), ("\u{1100}|x", .insert("\u{1161}"), "\u{AC00}|x"),
    ])
    func `takes each edit`(before: String, edit: TextField.Edit, after: String) {
        var field = field(before)
        field.apply(edit)
        #expect(picture(field) == after)
    }

    @Test func `takes a thousand characters and no more`() {
        var field = TextField(String(repeating: "a", count: 2000))
        #expect(field.text.count == 1000)
        field.apply(.home)
        field.apply(.insert("b"))
        #expect(field.text.hasPrefix("a"))
        #expect(field.position == 0)
        field.apply(.delete)
        field.apply(.insert("bc"))
        #expect(field.text.hasPrefix("ba"))
        #expect(field.position == 1)
        #expect(field.text.count == 1000)
    }

    @Test(
        arguments: [2, 3, 7, 12],
        ["", "abc", "漢字漢字漢字漢字", "a漢b字c漢d字", String(repeating: "word ", count: 9)])
    func `keeps its cursor in view, wherever it goes`(width: Int, text: String) throws {
        var field = TextField(text)
        for _ in 0...text.count {
            var canvas = Canvas(Size(20, 3))
            field.draw(4, 1, width, on: &canvas)
            let cursor = try #require(canvas.cursor)
            #expect(Rect(4, 1, width, 1).contains(cursor))
            for column in [3, 4 + width] { #expect(canvas[column, 1] == Cell()) }
            if field.position > 0, cursor.column > 4, let last = field.text.prefix(field.position).last {
                let left = canvas[cursor.column - 1, 1].character
                let shown = left == Cell.rightHalf ? canvas[cursor.column - 2, 1].character : left
                #expect(shown == last)
            }
            field.apply(.left)
        }
    }

    @Test func `shows the end of a text of a thousand characters`() {
        var canvas = Canvas(Size(6, 1))
        TextField(String(repeating: "a", count: 990) + "漢字0123456789").draw(0, 0, 6, on: &canvas)
        #expect(canvas.lines == ["34567"])
        #expect(canvas.cursor == Point(5, 0))
    }

    @Test(arguments: [-1, 0, 1]) func `draws nothing where there is no room`(width: Int) {
        var canvas = Canvas(Size(4, 1))
        TextField("abc").draw(0, 0, width, on: &canvas)
        #expect(canvas == Canvas(Size(4, 1)))
    }
}

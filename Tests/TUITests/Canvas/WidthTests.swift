import Testing

@testable import TUI

@Suite struct `The width of text` {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("ｶ", 1), ("Ａ", 2), ("🍐", 2), ("👍🏽", 2), ("한", 2),
        ("…", 1),
        ("\t", 1), ("\u{200B}", 1), ("a\u{0}b", 3), ("ñandú", 5),
    ])
    func `counts columns`(text: String, columns: Int) {
        #expect(text.columns == columns)
    }

    @Test(
        arguments: [
            "\u{0}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\r\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}",
            "\u{200B}", "\u{200E}",
            "\u{202E}", "\u{2028}", "\u{2066}", "\u{FEFF}", "\u{E000}", "\u{301}",
        ] as [Character])
    func `shows a dot for what a terminal would obey or miscount`(character: Character) {
        #expect(character.printable == Character.harmless)
    }

    @Test(arguments: ["a", " ", "~", "é", "e\u{301}", "漢", "🍐", "к", "⣿", "█"] as [Character])
    func `leaves alone what is only ever printed`(character: Character) {
        #expect(character.printable == character)
    }

    @Test func `makes a whole text harmless`() {
        #expect("a\u{1B}[2Jb\u{202E}c".harmless == "a·[2Jb·c")
    }

    @Test(arguments: [
        ("pear", 4, "pear"), ("pears", 4, "pea…"), ("pears", 1, "…"), ("pears", 0, ""), ("pears", -3, ""),
        ("", 0, ""),
        ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("漢字漢", 2, "…"), ("ñandú", 5, "ñandú"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func `is clipped to columns`(text: String, columns: Int, clipped: String) {
        #expect(text.clipped(to: columns) == clipped)
    }

    @Test(arguments: 0...12)
    func `is never clipped to more than there are`(columns: Int) {
        for text in ["漢a字b漢c字", "abcdefghijklmnop", "e\u{301}漢\u{7}🍐xyz123"] {
            for ellipsis in ["…", "~", "..", ""] {
                #expect(text.clipped(to: columns, ellipsis: ellipsis).columns <= columns)
            }
        }
    }
}

import Testing

@testable import TUI

/// Characters of several code points: letters with spacing marks, flags, joined pictures.
@Suite struct `A character of several code points` {
    /// Columns as glibc's `wcwidth` has them, summed up; pictures have two.
    static let characters: [(text: String, columns: Int)] = [
        ("\u{0915}\u{093E}", 2), ("\u{0928}\u{0940}", 2), ("\u{0938}\u{094D}\u{0924}\u{0947}", 2),
        ("\u{0915}\u{094D}\u{0937}\u{093F}", 3), ("\u{0E19}\u{0E49}\u{0E33}", 2), ("\u{0E01}\u{0E33}", 2),
        ("\u{0BAE}\u{0BBF}", 2), ("\u{0BB4}\u{0BCD}", 1), ("\u{0B95}\u{0BCA}", 2), ("🇩🇪", 2), ("👩‍🌾", 2),
        ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("❤️", 2), ("1️⃣", 2), ("👍🏽", 2),
        ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("e\u{301}", 1), ("\u{0646}\u{200C}", 1), ("\u{0915}\u{094D}\u{200D}", 1),
        ("e\u{301}\u{302}\u{303}\u{304}", 1),
    ]

    @Test(arguments: characters)
    func `is shown as it is, and takes the columns that terminals count`(item: (text: String, columns: Int)) {
        #expect(item.text.harmless == item.text)
        #expect(item.text.columns == item.columns)
    }

    @Test(
        arguments: [
            "\u{200D}", "\u{093E}\u{202E}", "\u{E0061}", "\u{0600}",
            "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
        ])
    func `is a dot where it would mislead or does not fit into a cell`(text: String) {
        #expect(text.harmless.contains(Character.harmless))
    }

    @Test(
        arguments: [
            ("auf\u{200C}lage", "auflage"), ("a\u{200D}b", "ab"), ("x\u{E0061}", "x"), ("\u{0600}12", "12"),
            ("👩\u{E0067}\u{E007F}", "👩"), ("e\u{301}\u{200D}", "e\u{301}"),
            ("z\u{200C}\u{200D}\u{200C}", "z"),
        ])
    func `keeps its letter without marks that nobody sees`(text: String, shown: String) {
        #expect(text.harmless == shown)
        #expect(text.columns == shown.columns)
    }

    @Test func `is never a question mark, which means an unknown word`() {
        for word in ["नमस्ते", "हिन्दी", "น้ำ", "🇩🇪", "தமிழ்"] {
            #expect(word.harmless == word)
            #expect(!word.harmless.contains("?"))
        }
        #expect(Character.beyondASCII != "?" && Character.harmless != "?")
    }

    @Test func `takes its columns on a canvas, and goes as a whole`() {
        // Letters of one syllable, which is one character.
        let wide = "\u{0915}\u{094D}\u{0937}\u{093F}"
        var canvas = Canvas(Size(8, 1))
        canvas.put("a\(wide)b", 0, 0)
        #expect(canvas.lines == ["a\(wide)b"])
        #expect(canvas[4, 0].character == "b")
        for column in 1...3 {
            var other = canvas
            other.put("x", column, 0)
            let expected: [Character] = (0..<8).map {
                $0 == column ? "x" : $0 == 0 ? "a" : $0 == 4 ? "b" : " "
            }
            #expect(other.row(0).map(\.character) == expected)
        }
        var cut = canvas
        cut.put("yz", 0, 0)
        #expect(cut.row(0).map(\.character) == Array("yz  b   "))
    }

    @Test func `is left out where it does not fit, and spaces where only a part is copied`() {
        var canvas = Canvas(Size(4, 1))
        #expect(canvas.put("ab\u{0915}\u{094D}\u{0937}\u{093F}", 0, 0) == 2)
        canvas.put("🇩🇪xy", 0, 0)
        #expect(canvas.text(in: Rect(0, 0, 4, 1)) == "🇩🇪xy\n")
        #expect(canvas.text(in: Rect(1, 0, 2, 1)) == " x\n")
        #expect("🇩🇪🇫🇷🇮🇹".clipped(to: 5) == "🇩🇪🇫🇷…")
    }
}

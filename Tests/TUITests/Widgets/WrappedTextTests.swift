import Testing

@testable import TUI

@Suite struct `Wrapped text` {
    @Test(arguments: [
        ("", 10, []), ("   ", 10, []), ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("  spaces   between  ", 20, ["spaces between"]),
        ("a abcdefgh b", 3, ["a", "abc", "def", "gh", "b"]),
        ("abc", 1, ["a", "b", "c"]), ("abc", 0, []), ("abc", -4, []), ("漢字漢字", 5, ["漢字", "漢字"]),
        ("漢字漢字", 3, ["漢", "字", "漢", "字"]), ("a 漢 b", 1, ["a", "b"]), ("a漢b", 1, ["a", "b"]),
        ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]), ("abcd ef", 4, ["abcd", "ef"]),
    ])
    func `breaks at spaces, and within words that are too wide`(text: String, columns: Int, lines: [String]) {
        #expect(WrappedText(text, columns: columns).lines == lines)
    }

    @Test(arguments: 1...30)
    func `is never wider than asked for, and loses no letter`(columns: Int) {
        let text =
            "Pears, plums and 漢字 of the Donaudampfschifffahrtsgesellschaft: naïve, \u{1B}[0m, e\u{301}, 1,234.5"
        let lines = WrappedText(text, columns: columns).lines
        #expect(lines.allSatisfy { 1...columns ~= $0.columns })
        guard columns > 1 else { return }
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test func `takes a word as long as a text`() {
        let lines = WrappedText(String(repeating: "x", count: 50_000), columns: 1).lines
        #expect(lines.count == 50_000)
    }
}

import Testing

@testable import TUI

@Suite struct `The glyphs` {
    /// The characters beyond ASCII of IBM's code page 437, the font that the Linux console is born with.
    static let codePage437: Set<Character> = Set(
        "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■"
    )

    private func all(_ glyphs: Glyphs) -> Set<Character> {
        let frame = glyphs.frame
        var all = Set(frame.corners + glyphs.eighths)
        all.formUnion([
            frame.horizontal, frame.vertical, glyphs.axis.left, glyphs.axis.bottom, glyphs.axis.corner,
        ])
        all.formUnion([glyphs.track, glyphs.level, glyphs.mark])
        all.formUnion((UInt8.min...UInt8.max).compactMap { glyphs.character(dots: $0) })
        all.formUnion(glyphs.rises + glyphs.densities + glyphs.regions + glyphs.points)
        all.formUnion([glyphs.cursor, glyphs.area, glyphs.beyond.above, glyphs.beyond.below])
        let texts = [
            glyphs.ellipsis, glyphs.separator, glyphs.pointer, glyphs.verdict.right, glyphs.verdict.wrong,
            glyphs.dash,
            glyphs.states.running, glyphs.states.paused, glyphs.states.idle, glyphs.quoted("a"),
            glyphs.dashedSample ?? "", glyphs.samples?.dots ?? "", glyphs.samples?.line ?? "",
        ]
        for text in texts { all.formUnion(text) }
        return all
    }

    @Test func `for the console are all in its own font`() {
        let strange = all(.block).filter { !$0.isASCII && !Self.codePage437.contains($0) }
        #expect(strange.isEmpty, "\(strange)")
    }

    @Test func `in ASCII are ASCII`() {
        #expect(all(.ascii).allSatisfy { $0.isASCII })
    }

    @Test(arguments: [Glyphs.block, .ascii], ["1", "2", "3", "4", "?"])
    func `of poor fonts are all that a screen uses`(glyphs: Glyphs, key: String) {
        var dashboard = Fixture.trained(20, 80, 24, glyphs: glyphs, ends: true)
        dashboard.press(key)
        let used = Set(dashboard.draw().cells.map(\.character)).subtracting([Cell.rightHalf])
        let strange = used.filter { !$0.isASCII && (glyphs == .ascii || !Self.codePage437.contains($0)) }
        #expect(strange.isEmpty, "\(strange)")
    }

    @Test(arguments: Glyphs.allCases)
    func `all reach the terminal as they are, one column each`(glyphs: Glyphs) {
        for character in all(glyphs) {
            #expect(character.printable == character)
            #expect(character.columns == 1)
        }
    }

    @Test(arguments: [
        ("xterm-256color", nil, Glyphs.braille), ("xterm-256color", "UTF-8", .braille),
        ("xterm", "utf8", .braille),
        ("xterm", "ISO-8859-1", .ascii), ("linux", "ISO-8859-15", .ascii), ("linux", nil, .block),
        ("linux", "UTF-8", .block), ("linux-16color", nil, .block), ("linuxvt", nil, .braille),
        ("", nil, .braille),
        ("vt100", nil, .braille), ("tmux-256color", "ANSI_X3.4-1968", .ascii),
    ])
    func `suit the terminal and its locale`(terminal: String, codeset: String?, glyphs: Glyphs) {
        #expect(Glyphs.suiting(terminal: terminal, codeset: codeset) == glyphs)
    }

    @Test(
        arguments: [
            ([:], nil), (["LANG": "C"], "ANSI_X3.4-1968"), (["LANG": "POSIX"], "ANSI_X3.4-1968"),
            (["LANG": "xx_XX"], nil), (["LC_ALL": "xx_XX.UTF-8"], "UTF-8"),
            (["LANG": "xx_XX@euro"], nil),
            (["LANG": "de_DE.UTF-8"], "UTF-8"), (["LANG": "de_DE.ISO-8859-15@euro"], "ISO-8859-15"),
            (["LANG": "en_US.UTF-8", "LC_CTYPE": "ru_RU.KOI8-R"], "KOI8-R"),
            (["LC_CTYPE": "ru_RU.KOI8-R", "LC_ALL": "C.UTF-8"], "UTF-8"),
            (["LC_ALL": "", "LANG": "C.utf8"], "utf8"),
            (["LC_ALL": "C", "LANG": "ru_RU.KOI8-R"], "ANSI_X3.4-1968"),
            (["LC_ALL": "C", "LANG": "C.UTF-8"], "ANSI_X3.4-1968"), (["LANG": "xx_XX."], nil),
        ] as [([String: String], String?)])
    func `ask the locale for its codeset`(environment: [String: String], codeset: String?) {
        #expect(Glyphs.codeset(in: environment) == codeset)
    }
}

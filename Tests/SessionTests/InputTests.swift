import Testing

/// The bytes that terminals send, and the program's reading of them.
@Suite(.programs) struct `What a terminal sends` {
    private func open(term: String = "xterm-256color") throws -> Session {
        let session = try Session(term: term, program: Session.probe)
        try session.until("opened")
        return session
    }

    @Test func `is the key that was pressed`() throws {
        let session = try open()
        let sent: [(String, String)] = [
            ("\u{1B}[A", "up"), ("\u{1B}OB", "down"), ("\u{1B}[1;5A", "ctrl+up"),
            ("\u{1B}[1;5D", "ctrl+left"),
            ("\u{1B}Oc", "ctrl+right"), ("\u{1B}[1;3C", "ctrl+right"), ("\u{1B}[5B", "ctrl+down"),
            ("\u{1B}\u{1B}[D", "ctrl+left"), ("\u{1B}[1;2D", "shift+left"), ("\u{1B}[a", "shift+up"),
            ("\u{1B}x", "alt+x"), ("\u{1B}ä", "alt+ä"), ("\u{1B}\u{7F}", "alt+backspace"),
            ("\u{1B}[", "alt+["),
            ("\u{1B}[3~", "delete"), ("\u{1B}[3;5~", "delete"), ("\u{1B}[7~", "home"), ("\u{1B}OF", "end"),
            ("\u{1B}[Z", "shift+tab"), ("\u{1B}OP", "f1"), ("\u{1B}[15~", "f5"), ("\u{1B}[[C", "f3"),
            ("\u{1B}[1;2Q", "f14"), ("\u{1B}OM", "enter"), ("\u{1B}Op", "0"), ("\u{1B}[105;5u", "tab"),
            ("\u{1B}[27;3;120~", "alt+x"), ("漢", "漢"), ("\u{4}", "ctrl+d"),
        ]
        for (number, (bytes, name)) in sent.enumerated() {
            try session.type(bytes)
            try session.until("^\(number + 1) key \(Self.escaped(name))$")
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("+", with: "\\+").replacing("[", with: "\\[")
    }

    @Test func `is escape where nothing follows in time`() throws {
        let session = try open()
        try session.key("esc", "a")
        try session.until("^1 key esc$")
        try session.until("^2 key a$")
    }

    @Test func `is nothing where nobody knows it, and the next key is one again`() throws {
        let session = try open()
        try session.type("\u{1B}[?62;4c\u{1B}[12;99X\u{1B}[<64;3;4;5M\u{1B}[<80;3;4Mz")
        try session.until("^1 key z$")
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux"])
    func `is where the mouse was pressed, moved and let go`(term: String) throws {
        let session = try open(term: term)
        try session.type("\u{1B}[<0;11;6M\u{1B}[<32;12;6M\u{1B}[<0;12;7m\u{1B}[<65;1;1M\u{1B}[<2;300;1M")
        try session.until("^1 left 10,5$")
        try session.until("^2 drag 11,5$")
        try session.until("^3 release 11,6$")
        try session.until("^4 wheelDown 0,0$")
        try session.until("^5 right 299,0$")
        // In three bytes, as from terminals that know no other way.
        try session.type("\u{1B}[M +&\u{1B}[M#+&")
        try session.until("^6 left 10,5$")
        try session.until("^7 release 10,5$")
    }

    @Test func `is one paste, however long, after which keys work`() throws {
        let session = try open()
        let seconds = try session.paste("line of text, 漢\r", times: 550_000)
        try session.until(#"^\d+ paste of \d+ bytes$"#)
        try session.key("j")
        try session.until(#"^\d+ key j$"#)
        print("10 MB pasted within \(seconds) s, \(try session.memory.most / 1_000_000) MB held at most")
        #expect(try session.memory.most < 100_000_000)
    }
}

/// The ways of text to the clipboard of the person at the terminal.
@Suite(.programs) struct `Text for the clipboard` {
    private static let coded = "bmHDr3ZlIOa8og=="

    private func output(term: String, environment: [String: String] = [:]) throws -> String {
        let session = try Session(environment: environment, term: term, program: Session.probe)
        try session.until("opened")
        try session.key("ctrl+y")
        try session.until("copied")
        try session.key("ctrl+c")
        return try session.exit().output
    }

    @Test(arguments: ["xterm-256color", "xterm"])
    func `is sent as OSC 52`(term: String) throws {
        #expect(try output(term: term).contains("\u{1B}]52;c;\(Self.coded)\u{7}"))
    }

    @Test func `is handed through tmux`() throws {
        for (term, environment) in [
            ("tmux-256color", [:]), ("screen-256color", ["TMUX": "/tmp/tmux-0/default,1,0"]),
        ] {
            let output = try output(term: term, environment: environment)
            #expect(output.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(Self.coded)\u{7}\u{1B}\\"))
        }
    }

    @Test func `is handed through screen`() throws {
        #expect(try output(term: "screen").contains("\u{1B}P\u{1B}]52;c;\(Self.coded)\u{7}\u{1B}\\"))
    }

    @Test(arguments: ["linux", "vt100"])
    func `is not sent where it would not be known`(term: String) throws {
        #expect(try !output(term: term).contains("]52;"))
    }
}

import Testing

/// The colours on terminals of every kind.
@Suite(.programs) struct `Colours` {
    /// All the sequences that choose colours and attributes.
    private func marks(term: String, terminfo: String = "", environment: [String: String] = [:]) throws
        -> Set<String>
    {
        let session = try Session(environment: environment, term: term, terminfo: terminfo)
        try session.until("acq")
        try session.key("?", "esc", "tab", "q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
        return Set(exit.output.matches(of: /\x1b\[([0-9;:]*)m/).map { String($0.1) })
    }

    // Patterns can't be kept: they aren't sendable.
    private static var basic: some RegexComponent { #/(^|;)[349][0-7](;|$)/# }
    private static var indexed: some RegexComponent { #/(^|;)[34]8[;:]5[;:]/# }
    private static var direct: some RegexComponent { #/(^|;)[34]8[;:]2[;:]/# }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color"])
    func `are 256 where there are as many`(term: String) throws {
        let marks = try marks(term: term)
        #expect(marks.contains { $0.contains(Self.indexed) })
        #expect(!marks.contains { $0.contains(Self.direct) })
    }

    @Test(arguments: ["xterm", "screen", "linux", "ansi"])
    func `are the first eight where there are no more`(term: String) throws {
        let marks = try marks(term: term)
        #expect(marks.contains { $0.contains(Self.basic) })
        #expect(!marks.contains { $0.contains(Self.indexed) || $0.contains(Self.direct) })
    }

    @Test func `are few where there are sixteen`() throws {
        let marks = try marks(
            term: "nnboard-16color",
            terminfo: """
                nnboard-16color|xterm with sixteen colours,
                    colors#16, pairs#256, use=xterm-256color,
                    setaf=\\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%'R'%+%;%dm,
                    setab=\\E[%?%p1%{8}%<%t%p1%'('%+%e%p1%{92}%+%;%dm,

                """)
        #expect(marks.contains { $0.contains(Self.basic) })
        #expect(!marks.contains { $0.contains(Self.direct) })
    }

    @Test func `are exact where TERM describes them so`() throws {
        let marks = try marks(
            term: "nnboard-direct",
            terminfo: """
                nnboard-direct|xterm with colours by their parts,
                    RGB, colors#0x1000000, pairs#0x10000, ccc@, initc@, use=xterm-256color,
                    setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
                    setab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,

                """)
        #expect(marks.contains { $0.contains(Self.direct) })
        #expect(!marks.contains { $0.contains(Self.indexed) })
    }

    @Test(arguments: [("", "vt100"), ("NO_COLOR", "xterm-256color"), ("NO_COLOR", "linux")])
    func `are none where none are known or wanted`(variable: String, term: String) throws {
        let marks = try marks(term: term, environment: variable.isEmpty ? [:] : [variable: "1"])
        #expect(
            !marks.contains {
                $0.contains(Self.basic) || $0.contains(Self.indexed) || $0.contains(Self.direct)
            })
        // Something must stand out all the same: bold, or reversed.
        #expect(marks.contains { $0.contains(#/(^|;)[17](;|$)/#) })
    }
}

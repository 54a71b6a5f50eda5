import Testing

/// Rules that hold from the moment the terminal is taken over until it is given back.
@Suite(.programs) struct `The dashboard's terminal` {
    /// A text that a screen of some width shows once the data are loaded.
    private static let opened = "8,982 train"

    private func open(
        columns: Int = 120, rows: Int = 40, term: String = "xterm-256color",
        environment: [String: String] = [:]
    ) throws -> Session {
        let session = try Session(environment: environment, columns: columns, rows: rows, term: term)
        try session.until(Self.opened)
        return session
    }

    private func settledScreen(of session: Session) throws -> [String] {
        try session.rest()
        return try session.screen
    }

    @Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "screen-256color", "linux", "vt100"])
    func `is given back on quitting`(term: String) throws {
        let session = try open(term: term)
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
        #expect(exit.afterwards?.contains("nnboard") != true)
    }

    @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)])
    func `is given back on a signal`(name: String, status: Int) throws {
        let session = try open()
        try session.signal(name)
        let exit = try session.exit()
        #expect(exit.status == status)
        #expect(exit.faults == [])
    }

    @Test(arguments: [("SEGV", -11), ("BUS", -7), ("ILL", -4), ("TRAP", -5), ("ABRT", -6), ("FPE", -8)])
    func `is given back on a crash, which names the log`(name: String, status: Int) throws {
        let session = try open()
        try session.signal(name)
        let exit = try session.exit()
        #expect(exit.status == status)
        #expect(exit.faults == [])
        #expect(exit.afterwards?.contains("/.local/state/nnboard/nnboard.log") == true)
    }

    @Test func `ends the program when it goes away`() throws {
        let session = try open()
        try session.hangUp()
        _ = try session.exit()
    }

    @Test func `is lent to the shell by Ctrl-Z and by the stop signal`() throws {
        let session = try open()
        let before = try settledScreen(of: session)
        for isKey in [true, false] {
            if isKey { try session.key("ctrl+z") } else { try session.signal("TSTP") }
            #expect(try session.stopped() == [])
            // Other programs write, and the window may change meanwhile.
            try session.resize(isKey ? 100 : 120, 40)
            try session.foreground()
            try session.until(Self.opened)
        }
        #expect(try settledScreen(of: session) == before)
        try session.key("q")
        #expect(try session.exit().faults == [])
    }

    @Test func `is drawn anew after a stop that nobody asked for`() throws {
        let session = try open()
        let before = try settledScreen(of: session)
        try session.signal("STOP")
        #expect(try session.stopped() != [])
        try session.foreground()
        try session.until(Self.opened)
        #expect(try settledScreen(of: session) == before)
        try session.key("q")
        #expect(try session.exit().faults == [])
    }

    @Test func `may take any size at any time`() throws {
        let session = try open()
        for step in 0..<200 { try session.resize(1 + step * 37 % 200, 1 + step * 23 % 60) }
        for (columns, rows) in [(1, 1), (2, 1), (1, 200), (300, 2), (20, 6)] {
            try session.resize(columns, rows)
            try session.settle()
        }
        try session.resize(120, 40)
        try session.until(Self.opened)
        let fresh = try open()
        #expect(try settledScreen(of: session) == settledScreen(of: fresh))
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
    }

    @Test(arguments: ["xterm", "tmux-256color", "screen-256color", "vt100"])
    func `shows the same text whatever its type`(term: String) throws {
        let (session, reference) = (try open(term: term), try open())
        for session in [session, reference] {
            try session.press("?")
            try session.key("esc")
            try session.resize(100, 30)
            try session.settle()
        }
        #expect(try settledScreen(of: session) == settledScreen(of: reference))
    }

    @Test(arguments: ["de_DE.ISO-8859-1", "C", "POSIX"])
    func `gets nothing beyond ASCII where the locale has another codeset`(locale: String) throws {
        let session = try open(environment: ["LC_ALL": locale])
        try session.key("?", "esc", "tab", "q")
        let foreign = try session.exit().output.unicodeScalars.filter { !$0.isASCII }
        #expect(foreign.isEmpty)
    }

    @Test func `gets no byte while nothing happens`() throws {
        let session = try open()
        // From here on only an event can wake it: it waits for one without an end, and no thread has work.
        try session.rest()
        let idle = try session.idle(seconds: 1)
        #expect(idle.bytes == 0)
        // One tick of the processor's clock is 10 ms.
        #expect(idle.cpu <= 0.011)
    }

    @Test func `is refused in a sentence where nobody knows it`() throws {
        let exit = try Session(term: "nosuch").exit()
        #expect(exit.status == 1)
        #expect(exit.output.contains("called “nosuch”"))
        #expect(!exit.output.contains(Session.Exit.otherScreen))
    }
}

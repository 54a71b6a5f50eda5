import Testing

/// Failures at a moment that nobody expects, on any thread.
@Suite(.programs) struct `The terminal of a program that fails` {
    @Test(arguments: [
        "trap", "overflow", "trap in a task", "overflow in a task", "overflow in a thread",
    ])
    func `is given back, and says where the log is`(way: String) throws {
        let session = try Session([way], program: Session.probe)
        try session.until("opened")
        try session.key("x")
        let exit = try session.exit()
        #expect([-4, -5, -7, -11].contains(exit.status))
        #expect(exit.faults == [])
        #expect(exit.afterwards?.contains("/.local/state/nnboard/nnboard.log") == true)
        if way.hasPrefix("trap") { #expect(exit.afterwards?.contains("Index out of range") == true) }
    }

    @Test func `is given back where another thread ends it`() throws {
        let session = try Session(["exit in a task"], program: Session.probe)
        try session.until("opened")
        try session.key("x")
        let exit = try session.exit()
        #expect(exit.status == 3)
        #expect(exit.faults == [])
    }
}

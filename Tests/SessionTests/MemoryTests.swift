import Testing

enum Memory {
    /// The line that tries commands with little memory.
    static let limits = "/usr/bin/python3 Tests/SessionTests/Support/limits.py \"$NNBOARD\""
}

/// A few of the limits that `make verify` tries for every command.
@Suite struct `With too little memory` {
    @Test(arguments: [
        ("experiments show", "100000,300000"), ("data list", "120000"), ("train wide", "250000"),
        ("plain", "120000"), ("dashboard", "130000"),
    ])
    func `a command ends well or with a sentence`(command: String, limits: String) throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Memory.limits + " --seconds 60 --only '\(command)' --limits \(limits) || true", in: folder)
            #expect(told.output.contains(" runs, 0 faults"), "\(told.output)")
            #expect(!told.output.contains("\n0 runs"), "\(told.output)")
        }
    }

    @Test(arguments: ["memory", "memory in a task"])
    func `the terminal is given back, and the reason stands below`(way: String) throws {
        let session = try Session([way], program: Session.probe)
        try session.until("opened")
        try session.key("x")
        let exit = try session.exit()
        #expect(exit.status == 1)
        #expect(exit.faults == [])
        #expect(exit.afterwards?.contains("nnboard: There is not enough memory: another ") == true)
        #expect(exit.afterwards?.contains("(ulimit -v)") == true)
    }
}

/// A command of plain mode: any command of the dashboard, and a few that only lines of text need.
enum PlainCommand: Equatable, Sendable {
    /// Writes the content of a pane; `nil` is the one in focus.
    case show(PaneID?)
    /// Lists the commands that have a text in them.
    case help(String)
    /// Waits until no more work is under way.
    case wait
    case command(Command)

    /// The text forms of its own commands, with their help.
    static let own: [(text: String, help: String)] = [
        (
            "show [PANE]",
            "write what a pane shows: \(PaneID.allCases.map(\.rawValue).joined(separator: ", "))"
        ),
        ("wait", "wait until the run, loading or download under way has ended"),
        ("help [TEXT]", "list the commands, or those that have a text in them"),
    ]

    /// Reads a line.
    ///
    /// - Throws: ``CommandError`` that says what would do.
    init(text: String) throws(CommandError) {
        var words = try LineWords(command: text)
        let verb = words.next()
        let rest = words.rest()
        switch verb {
        case "show":
            let pane = PaneID(rawValue: rest)
            guard rest.isEmpty || pane != nil else {
                throw .malformed(text, forms: PaneID.allCases.map { "show \($0.rawValue)" })
            }
            self = .show(pane)
        case "help", "?": self = .help(rest)
        case "wait":
            guard rest.isEmpty else { throw .malformed(text, forms: ["wait"]) }
            self = .wait
        default: self = .command(try Command(text: text))
        }
    }

    /// The list of commands, from the one table of actions.
    ///
    /// - Parameter text: The text that a line must have; empty for all.
    /// - Returns: The lines, a heading above each group.
    static func help(_ text: String) -> [String] {
        let typed = text.lowercased()
        func fits(_ line: String) -> Bool { typed.isEmpty || line.lowercased().contains(typed) }
        let own = [("In plain text", Self.own.map { "  \($0.text): \($0.help)" })]
        let groups = ActionEntry.Group.allCases.map { group in
            (
                group.rawValue,
                ActionTable.actions.filter { $0.group == group }.map { "  \($0.text): \($0.help)" }
            )
        }
        let lines = (own + groups).flatMap { name, lines -> [String] in
            let wanted = fits(name) ? lines : lines.filter(fits)
            return wanted.isEmpty ? [] : ["\(name):"] + wanted
        }
        return lines.isEmpty ? ["No command has “\(text.clipped(to: 30))” in it."] : lines
    }
}

/// The manual's account of the dashboard: every action with its keys, from the one table.
public enum Manual {
    /// Actions that belong together.
    public struct Section: Equatable, Sendable {
        /// Their topic, as a heading.
        public let scope: String
        /// In the order of the help.
        public let entries: [Entry]
    }

    /// One action.
    public struct Entry: Equatable, Sendable {
        /// The names of its keys, with spaces between them; empty where it has none.
        public let keys: String
        /// Its text form; empty for what only keys do.
        public let command: String
        /// A description of the action.
        public let text: String
    }

    /// Every action, by what it is about.
    public static let keys: [Section] = ActionEntry.Group.allCases.map { group in
        Section(
            scope: group.rawValue,
            entries: ActionTable.entries.filter { $0.group == group }.map { entry in
                Entry(
                    keys: entry.keys.map(\.description).joined(separator: " "), command: entry.text,
                    text: entry.help)
            })
    }

    /// The same as tables in Markdown: what `Docs/keys.md` holds.
    public static var markdown: String {
        let tables = keys.map { section in
            let rows = section.entries.map { entry in
                let keys = entry.keys.split(separator: " ").map { "`` \($0) ``" }.joined(separator: " ")
                let command = entry.command.isEmpty ? "" : "`\(entry.command.replacing("|", with: "\\|"))`"
                return "| \(keys) | \(entry.text) | \(command) |"
            }
            return "## \(section.scope)\n\n| keys | what they do | command |\n|---|---|---|\n"
                + rows.joined(separator: "\n") + "\n"
        }
        return """
            # Keys and commands

            Made from the table of actions that the dashboard itself works from; `nnboard manual --keys` prints it. The
            command is what `:` takes, the config file binds ([how](config.md)), and session logs hold.


            """ + tables.joined(separator: "\n")
    }
}

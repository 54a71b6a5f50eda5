/// What the manual says of the dashboard: every key with its command, from the one table of keys.
public enum Manual {
    /// The keys that hold in one place.
    public struct Section: Equatable, Sendable {
        /// Where they hold, as a heading.
        public let scope: String
        /// In the order of the help.
        public let entries: [Entry]
    }

    /// Keys that mean the same.
    public struct Entry: Equatable, Sendable {
        /// Their names, with spaces between them.
        public let keys: String
        /// The command's text form.
        public let command: String
        /// What it does.
        public let text: String
    }

    /// Every binding.
    public static let keys: [Section] = KeyTable.Scope.allCases.map { scope in
        Section(
            scope: scope.title,
            entries: KeyTable.bindings.filter { $0.scope == scope }.map { binding in
                Entry(
                    keys: binding.keys.map(\.description).joined(separator: " "),
                    command: binding.command.description, text: binding.help)
            })
    }
}

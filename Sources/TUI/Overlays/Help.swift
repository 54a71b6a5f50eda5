/// Every action with its keys, from the one table.
struct Help: Equatable, Sendable {
    /// The text that is looked for.
    var filter = TextField()
    /// The first line on the screen.
    var top = 0

    /// A line of the help.
    enum Line: Equatable {
        case heading(String)
        /// Keys, how the action is written as a command, and what it does.
        case action(keys: String, command: String, help: String)
        case empty
    }

    /// Counts the lines where nothing is looked for: the actions, and a heading and a gap for each group.
    static func lineCount(_ keymap: Keymap) -> Int {
        keymap.entries.count + 2 * Set(keymap.entries.map(\.group)).count
    }

    /// The lines that have what is looked for.
    func lines(_ keymap: Keymap) -> [Line] {
        let typed = filter.text.lowercased()
        return ActionEntry.Group.allCases.flatMap { group -> [Line] in
            let actions = keymap.entries.filter { $0.group == group }.compactMap { entry -> Line? in
                let keys = keymap.keys(of: entry).map(\.description).joined(separator: " ")
                let isWanted =
                    typed.isEmpty
                    || [keys.lowercased(), entry.help.lowercased(), entry.text.lowercased()].contains {
                        $0.contains(typed)
                    } || group.rawValue.lowercased().contains(typed)
                return isWanted ? .action(keys: keys, command: entry.text, help: entry.help) : nil
            }
            return actions.isEmpty ? [] : [.heading(group.rawValue)] + actions + [.empty]
        }
    }
}

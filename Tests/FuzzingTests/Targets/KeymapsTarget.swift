@testable import TUI

extension FuzzTarget {
    /// Keys with new bindings, a line of the config file each.
    static let keymaps = FuzzTarget(
        "keymaps", executions: 600,
        words: commandWords + [
            "everywhere", "data", "question", "ctrl+", "alt+", "shift+tab", "f5", "f64", "space", "esc", "=",
            "= =",
            "alt+backspace", "ctrl+space",
        ],
        seeds: {
            ["ctrl+t = train", "data x = filter words", "everywhere b =", "= = train", "f12 = find a b"]
        },
        run: { text in
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(12)
            let keymap = Configuration(lines.map { "key \($0)\n" }.joined(), path: "config").keymap
            let written = keymap.lines.joined(separator: "\n")
            let again = Configuration(written, path: "config")
            try check(again.problems.isEmpty, "“\(written)” was written and is refused: \(again.problems)")
            try check(
                again.keymap.lines == keymap.lines, "“\(written)” comes back as “\(again.keymap.lines)”")
            return !keymap.lines.isEmpty
        })
}

@testable import TUI
@testable import Training

extension FuzzTarget {
    /// Sessions as commands, a line each, and commands as they are typed.
    static let sessions = FuzzTarget(
        "sessions", executions: 5_000, words: commandWords,
        seeds: {
            ["load sample\nlayer 1 units 8\nselect test 4\ntrain\n# a remark\nwait\nshow model\n"]
                + commandTexts
        },
        run: { text in
            let script = ReplayedScript(SessionPlace("fuzz.session"), text: text)
            var wasRead = false
            for line in script.lines.prefix(64) {
                guard let command = try? Command(text: line.text) else { continue }
                wasRead = true
                try checkReadBack(command.description) { try Command(text: $0).description }
            }
            return wasRead
        })

    /// One text of each command that the table has, and what is told to those that take something.
    static let commandTexts =
        ActionTable.simple.keys.sorted() + [
            "focus curves", "hide model", "resize wider", "preset inspect", "theme nord", "move down",
            "choose data 3",
            "find gold mine", "sort label", "copy csv", "export svg", "part test", "load fruit",
            "experiment blobs",
            "select test 4", "keep words frost", "keep class 3", "change units(layer=1, 4)",
            "layer 1 units 8",
            "pace epochs_per_second(2)", "curves smoother", "plane next", "noise 0.25",
            "lesson cross-entropy",
            "slide 1 0.25", "epoch 7", "plan at(epochs=1, batches=2, learning_rate(0.1))", "set epochs = 3",
            "until 3 7", "save fruit", "open fruit", "keras a.py", "session save a.session",
        ]

    /// The words of commands.
    static let commandWords =
        Array(Set(commandTexts.flatMap { $0.split(separator: " ").map(String.init) })).sorted()
        + ["\n", " ", "-1", "0", "99999999999999999999", "\"", "#", "\u{FEFF}", "é\u{301}"]
}

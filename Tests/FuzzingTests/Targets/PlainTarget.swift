@testable import Datasets
@testable import TUI
@testable import Training

extension FuzzTarget {
    /// Plain mode: lines of commands, and what they bring about.
    static let plain = FuzzTarget(
        "plain", executions: 60,
        words: commandWords + ["show data", "help", "wait", "load houses", "load points"],
        seeds: {
            ["show model\nlayer 1 units 8\ntrain\nwait\nshow curves\nselect test 2\n"]
                + commandTexts.map { "\($0)\nshow data\n" }
        },
        run: { text in
            var lines = PlainLines()
            await lines.open()
            for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(12) {
                await lines.take(String(line))
            }
            await lines.finish()
            try check(lines.isDone, "the lines have ended, and the session waits for what never comes")
            return true
        })
}

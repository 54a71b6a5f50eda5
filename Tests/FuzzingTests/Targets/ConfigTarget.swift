@testable import TUI
@testable import Training

extension FuzzTarget {
    /// The config file, and the state that is kept between sessions.
    static let config = FuzzTarget(
        "config", executions: 1_500,
        words: [
            "theme = ", "glyphs = braille", "layout = inspect", "pace = ", "key ", "everywhere ", "data ",
            "ctrl+t",
            "hidden = ", "line ", "tour = seen", "own model = yes", "experiment = ", "command = ",
            "configured ", "=",
            "\n", "#", "\u{FEFF}", "nan", "1e999", "model", "curves", "results",
        ],
        seeds: {
            [
                "theme = nord\nglyphs = braille\npace = full_speed\nkey ctrl+t = train\nkey everywhere b =\n",
                "theme = dark\nlayout = inspect\nhidden = log results\ntour = seen\nown model = yes\n"
                    + "experiment = dataset = sample\nexperiment = layers = dense(4)\ncommand = train\n",
            ]
        },
        run: { text in
            let configuration = Configuration(text, path: "config")
            try check(
                configuration.problems.allSatisfy { !$0.isEmpty && $0.utf8.count < 2000 },
                "a problem of the config file is told in \(configuration.problems.map(\.utf8.count)) bytes")
            _ = Beginning(configuration, SavedState(text))
            let state = SavedState(SavedState(text).text)
            try checkReadBack(state.text) { SavedState($0).text }
            return configuration.problems.isEmpty || state != SavedState()
        })
}

@testable import TUI

extension FuzzTarget {
    /// Themes of nnboard's own form.
    static let themes = FuzzTarget(
        "themes", executions: 8_000,
        words: Theme.keys + [
            " = ", " on ", "#5fafd7", "#fff", "default", "bold", "underline", "reverse", "dim", "italic",
            "red",
            "bright", "inherits = dark", "\n", "#", "\u{FEFF}",
        ],
        seeds: {
            [
                "# dusk\ninherits = dark\ntitle = #d7af87\ntrainingCurve = #5fafd7 on default bold\n",
                "text = red\n",
            ]
        },
        run: { text in
            guard let theme = try? Theme(text, name: "fuzz") else { return false }
            try check(theme.name == "fuzz", "a theme calls itself \(theme.name)")
            return true
        })

    /// Colour schemes in YAML.
    static let base16 = FuzzTarget(
        "base16", executions: 2_000,
        words: Base16.keys + [
            ": ", "\"#282828\"", "palette:", "  ", "\n", "- ", "&a", "*a", "!!str", "|", ">", "{", "}", "[",
            "]", "? ",
            "---", "...", "%YAML 1.1", "'", "\"", "\u{FEFF}", "\t",
        ],
        seeds: {
            let colors = Base16.keys.enumerated().map {
                "\($0.element): \"\($0.offset % 10)a\($0.offset % 10)b3c\"\n"
            }
            return [
                "scheme: fuzz\n" + colors.joined(), "palette:\n" + colors.map { "  " + $0 }.joined(),
            ]
        },
        run: { text in
            guard let scheme = try? Base16(text, file: "fuzz.yaml") else { return false }
            try check(scheme.colors.count == 16, "a scheme has \(scheme.colors.count) colours")
            _ = Theme(scheme, name: "fuzz")
            return true
        })
}

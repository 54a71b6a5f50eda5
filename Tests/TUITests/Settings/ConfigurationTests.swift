import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The config file` {
    private func read(_ text: String) -> Configuration { Configuration(text, path: "config") }

    @Test func `chooses how the dashboard begins`() {
        let configuration = read(
            """
            # mine
            theme = nord
              glyphs=block

            layout = inspect
            pace = epochs_per_second(2)
            """)
        #expect(configuration.problems.isEmpty)
        #expect(configuration.theme == "nord")
        #expect(configuration.glyphs == .block)
        #expect(configuration.preset == .inspect)
        #expect(configuration.pace == .epochsPerSecond(2))
    }

    @Test(arguments: [
        ("theme", "“theme” is no setting. Write key = value."),
        ("colour = nord", "“colour” is no setting."), ("them = nord", "Did you mean “theme”?"),
        ("glyphs = brail", "Did you mean “braille”?"), ("layout = trian", "Did you mean “train”?"),
        ("pace = slow", "Write full_speed or epochs_per_second(5)."),
        ("key ctrl+ = train", "“ctrl+” is no key."), ("key nowhere x = train", "“nowhere” is no pane."),
        ("key x = tarin", "Did you mean “train”?"), ("key x = focus", "Write focus PANE"),
        ("key x = change units(layer=1)", "units"), ("key a b c = train", "is no setting"),
        ("= nord", "Write key = value."), ("dataset = nosuch", "“dataset” is a setting of experiments"),
        ("epochs = 9", "“nnboard dashboard --help” lists the options for it"),
    ])
    func `says which line is wrong and what to write, and takes all others`(line: String, hint: String) {
        let configuration = read("theme = nord\n\n\(line)\nglyphs = ascii\n")
        #expect(configuration.problems.count == 1)
        let problem = configuration.problems.first ?? ""
        #expect(problem.hasPrefix("config, line 3: ") && problem.contains(hint), "\(problem)")
        #expect(configuration.theme == "nord" && configuration.glyphs == .ascii)
    }

    @Test func `never fails, whatever it holds`() {
        var random = SplitMix64(seed: 9)
        let pieces = [
            "key", " ", "=", "\n", "\r\n", "ctrl+", "x", "#", "data", "theme", "\u{0}", "漢", "train", "(",
            "\"",
        ]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces[random.below(pieces.count)] }.joined()
            _ = read(text)
            _ = SavedState(text)
        }
    }

    // MARK: Keys

    private func dashboard(_ lines: String) -> Dashboard {
        let configuration = read(lines)
        #expect(configuration.problems.isEmpty)
        return Fixture.opened(keymap: configuration.keymap)
    }

    @Test func `binds a key, also where a pane had another meaning for it`() {
        var dashboard = dashboard("key m = zoom")
        dashboard.press("m")
        #expect(dashboard.layoutState.isZoomed)
        #expect(dashboard.samples.marks.isEmpty)
        for pane in PaneID.allCases {
            #expect(dashboard.keymap.meaning(of: .character("m"), in: Scope(pane)) == .command(.zoom))
        }
    }

    @Test func `binds a key in one pane alone`() {
        var dashboard = dashboard("key model b = zoom")
        #expect(dashboard.press("b").map(\.name) == ["train"])
        dashboard.press("2 b")
        #expect(dashboard.layoutState.isZoomed)
    }

    @Test func `takes a key's meaning away`() {
        var dashboard = dashboard("key space =\nkey data enter =")
        #expect(dashboard.press("space").isEmpty)
        dashboard.press("enter")
        #expect(dashboard.focus == .data)
        #expect(!dashboard.footer.contains("space train"))
    }

    @Test(arguments: [
        ("key = = zoom", "="), ("key # = zoom", "#"), ("key data = = zoom", "="),
        ("key space = zoom", "space"),
        ("key f7 = zoom", "f7"), ("key alt+z = zoom", "alt+z"), ("key ctrl+g = zoom", "ctrl+g"),
        ("key ß = zoom", "ß"), ("key everywhere ; = zoom", ";"),
    ])
    func `binds any key`(line: String, key: String) {
        var dashboard = dashboard(line)
        dashboard.press(key)
        #expect(dashboard.layoutState.isZoomed)
    }

    @Test func `shows what was bound in footer, help and palette`() {
        var dashboard = dashboard("key f7 = train\nkey space =\nkey f8 = find frost")
        #expect(dashboard.footer.contains("f7 train"))
        dashboard.press("?")
        dashboard.type("train; pause")
        #expect(dashboard.draw().lines.contains { $0.contains("f7") && $0.contains("train; pause; resume") })
        dashboard.press("ctrl+u")
        dashboard.type("f8")
        #expect(dashboard.screen.contains("find frost"), "a key for a whole command line is in the help, too")
        dashboard.press("esc ctrl+p")
        #expect(dashboard.draw().lines.contains { $0.contains("f7") && $0.contains("train; pause; resume") })
    }

    @Test func `lets the last of two lines for a key hold`() {
        var dashboard = dashboard("key x = train\nkey x = zoom")
        #expect(dashboard.press("x").isEmpty)
        #expect(dashboard.layoutState.isZoomed)
    }
}

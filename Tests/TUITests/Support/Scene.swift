import Datasets
import Testing

@testable import TUI
@testable import Training

/// A state of the dashboard that pictures are kept of, and how one gets there.
struct Scene: Sendable, CustomTestStringConvertible {
    /// The state before a key is pressed.
    enum Beginning: Sendable {
        /// Samples on their way, none to be had, or there.
        case loading, failed, shown
        /// Other samples being downloaded.
        case fetching
        /// The first start.
        case tour
        /// A run that is under way, and one that has ended.
        case training, trained
        /// Four folds, each so far, or all to their end.
        case folds
        /// A network that doesn't fit the classes.
        case unfit
    }

    var name: String
    var beginning: Beginning
    /// The keys that are pressed, then the text that is typed, then the keys after it.
    var keys: String
    var text: String
    var last: String

    init(
        _ name: String, _ beginning: Beginning = .shown, _ keys: String = "", typing text: String = "",
        then last: String = ""
    ) {
        (self.name, self.beginning, self.keys, self.text, self.last) = (name, beginning, keys, text, last)
    }

    var testDescription: String { name }

    /// The scenes that have pictures at each size, and one in monochrome.
    static let all: [Scene] = panes + overlays + news

    static let panes = [
        Scene("start"), Scene("training", .training), Scene("data", .trained, "1 m j m"),
        Scene("model", .trained, "2 j"), Scene("curves", .trained, "3"), Scene("inspector", .trained, "4"),
        Scene("log", .trained, "5"), Scene("folds", .folds, "3"), Scene("folds-book", .folds, "3 B"),
    ]

    private static let overlays = [
        Scene("data-filtered", .trained, "1 f", typing: "frost", then: "enter"),
        Scene("data-sizes", .shown, "c"), Scene("data-text", .shown, "v"), Scene("data-zoomed", .shown, "z"),
        Scene("inspector-zoomed", .trained, "4 z"), Scene("curves-empty", .shown, "3"),
        Scene("inspector-empty", .shown, "4"), Scene("model-unfit", .unfit, "2"),
        Scene("preset-inspect", .trained, "P"), Scene("preset-data", .trained, "P P"),
        Scene("palette", .shown, "ctrl+p"), Scene("palette-typed", .shown, "ctrl+p", typing: "nepa"),
        Scene("help", .shown, "?"), Scene("help-typed", .shown, "?", typing: "sample"),
        Scene("command", .shown, ":", typing: "change units(layer=1, 4)"),
        Scene("command-completion", .shown, ":", typing: "focus ", then: "tab tab tab"),
        Scene("command-error", .shown, ":", typing: "focsu model", then: "enter"),
        Scene("search", .shown, "/", typing: "gold"), Scene("value", .shown, "2 enter"),
        Scene("value-error", .shown, "2 enter", typing: "many", then: "enter"),
        Scene("experiments", .shown, "E", typing: "reut"), Scene("menu", .shown, "t", typing: "pl"),
        Scene("menu-values", .shown, "2 j j j enter"),
        Scene("theme-chooser", .shown, "T down"), Scene("tour", .tour), Scene("question", .training, "q"),
    ]

    private static let news = [
        Scene("notice", .shown, "'"), Scene("loading", .loading), Scene("failed", .failed),
        Scene("fetching", .fetching),
    ]

    /// The dashboard in that state.
    func dashboard(_ size: Size, glyphs: Glyphs = .braille) -> Dashboard {
        var dashboard = begun(size, glyphs)
        dashboard.press(keys)
        dashboard.type(text)
        dashboard.press(last)
        if name == "notice" {
            _ = dashboard.update(
                .complaint(
                    "The download of fruit.npz from https://example.org/data/keras/fruit.npz failed: the server "
                        + "can't be reached. Check the network, then press F to try again, or go on with the "
                        + "samples that nnboard makes itself."))
        }
        return dashboard
    }

    private func begun(_ size: Size, _ glyphs: Glyphs) -> Dashboard {
        let (columns, rows) = (size.columns, size.rows)
        switch beginning {
        case .shown: return Fixture.opened(columns, rows)
        case .tour: return Fixture.opened(columns, rows, showsTour: true)
        case .training: return Fixture.trained(14, columns, rows, glyphs: glyphs)
        case .trained: return Fixture.trained(20, columns, rows, glyphs: glyphs, ends: true)
        case .loading, .failed:
            var dashboard = Fixture.unloaded(columns, rows)
            dashboard.now = 2
            let isLoading = beginning == .loading
            _ = dashboard.update(
                isLoading
                    ? .loading(0.4)
                    : .loadingFailed("fruit.npz was not found. Download it with “nnboard data fetch fruit”."))
            return dashboard
        case .fetching:
            var dashboard = Fixture.opened(
                columns, rows, downloads: [.init(name: "real", title: "Real Fruit")])
            dashboard.press("F")
            dashboard.now = 5
            _ = dashboard.update(.fetching(0.25))
            return dashboard
        case .folds: return Fixture.folded(epochs: 17, columns, rows, glyphs: glyphs)
        case .unfit:
            var dashboard = Fixture.opened(columns, rows)
            dashboard.perform("change units(layer=3, 10)")
            dashboard.press("esc")
            return dashboard
        }
    }
}

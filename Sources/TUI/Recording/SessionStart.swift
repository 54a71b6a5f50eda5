import Datasets
import Training

/// The beginning of a recorded session: all that decides what keys do and what is drawn.
struct SessionStart: Equatable, Sendable {
    /// The version of the program that recorded it.
    var version = ""
    /// The size of the screen.
    var size = Size(120, 40)
    /// The characters for lines and curves.
    var glyphs = Glyphs.braille
    /// The data sets that could be downloaded.
    var downloads: [String] = []
    /// The meanings of the keys.
    var keymap = Keymap()
    /// Theme, panes, experiment and what had been typed.
    var state = SavedState()

    init() {}

    /// Takes the beginning from a dashboard that nothing has happened to.
    init(_ dashboard: Dashboard, version: String) {
        self.version = version
        size = dashboard.size
        glyphs = dashboard.glyphs
        downloads = dashboard.downloads.map(\.name)
        keymap = dashboard.keymap
        state = dashboard.saved
        if !state.hasOwnModel { state.experiment?.model.layers = [] }
    }

    /// The settings as lines `key = value`.
    var lines: [String] {
        let own = [
            "nnboard = \(version)", "size = \(size.text)", "glyphs = \(glyphs.rawValue)",
            downloads.isEmpty ? nil : "download = \(downloads.joined(separator: " "))",
        ]
        let kept = state.text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
        return own.compactMap(\.self) + keymap.lines + kept
    }

    private static let keys = [
        "nnboard", "size", "glyphs", "download", "key", "theme", "configured", "layout", "hidden",
        "line", "pace", "tour", "own model", "experiment", "command",
    ]

    /// Reads settings.
    ///
    /// - Parameters:
    ///   - lines: Lines `key = value`, with their places in the file.
    ///   - isUnfinished: The file ends before the first step, so that the experiment may lack lines.
    /// - Throws: The first error in the lines.
    init(_ lines: [(number: Int, text: String)], isUnfinished: Bool = false) throws(SessionFileError) {
        for line in lines {
            let file = SettingLines(line.text)
            guard let setting = file.lines.first else {
                throw SessionFileError(line: line.number, reason: "Write set key = value.")
            }
            let name = setting.key
            guard Self.keys.contains(where: { name == $0 || name.hasPrefix($0 + " ") }) else {
                let nearest = TermError.suggestion(for: name, among: Self.keys)
                throw SessionFileError(
                    line: line.number, reason: "“\(name.clipped(to: 30))” is no setting. \(nearest)")
            }
            if let reason = take(name, setting.value) {
                throw SessionFileError(line: line.number, reason: reason)
            }
        }
        let text = lines.map(\.text).joined(separator: "\n")
        let keys = lines.map(\.text).filter { $0.hasPrefix("key ") }
        keymap = Configuration(keys.joined(separator: "\n"), path: "").keymap
        state = SavedState(text)
        if state.experiment == nil, let place = lines.first(where: { $0.text.hasPrefix("experiment") }) {
            let rest = lines.filter { $0.text.hasPrefix("experiment") }.map {
                SettingLines($0.text).lines.first?.value ?? ""
            }
            do {
                _ = try Experiment(text: rest.joined(separator: "\n"))
            } catch ExperimentError.missingKey where isUnfinished {
                // The part that is left is not enough to begin with.
            } catch {
                throw SessionFileError(line: place.number, reason: "The experiment can't be read. \(error)")
            }
        }
        if !state.hasOwnModel { state.experiment?.model.layers = [] }
    }

    /// Takes one of its own settings; returns what is wrong with it.
    private mutating func take(_ key: String, _ value: String) -> String? {
        switch key {
        case "nnboard": version = value
        case "download": downloads = value.split(separator: " ").map(String.init)
        case "size":
            guard let size = Size(text: value) else { return "Write a size such as 120x40." }
            self.size = size
        case "glyphs":
            guard let glyphs = Glyphs(rawValue: value) else {
                return "“\(value.clipped(to: 30))” is no kind of glyphs. "
                    + TermError.suggestion(for: value, among: Glyphs.allCases.map(\.rawValue))
            }
            self.glyphs = glyphs
        default: break
        }
        return nil
    }
}

import Datasets
import Training

/// The settings that a person has written into the config file.
///
/// ```
/// theme = nord
/// glyphs = braille
/// pace = full_speed
/// key ctrl+t = train
/// key data x = filter words
/// key everywhere b =
/// ```
public struct Configuration: Equatable, Sendable {
    /// The theme to begin with.
    public var theme: String?
    /// The characters for lines and curves.
    public var glyphs: Glyphs?
    /// The arrangement of panes to begin with.
    public var preset: Preset?
    /// The highest speed of runs at first.
    public var pace: Pace?
    /// The meanings of the keys.
    public var keymap = Keymap()
    /// The errors in the file, a sentence each; all else holds.
    public var problems: [String] = []
    /// Tells whether there is a file that could not be read.
    public var isUnread = false

    /// Settings that nobody has changed.
    public init() {}

    /// The settings that a session changes, too: `theme`, `layout` and `pace`, as text.
    public var named: [String: String] {
        var named: [String: String] = [:]
        named["theme"] = theme
        named["layout"] = preset?.rawValue
        named["pace"] = pace?.text
        return named
    }

    /// The keys of lines.
    static let keys = ["glyphs", "key", "layout", "pace", "theme"]

    /// Reads a config file.
    ///
    /// A line that is wrong changes nothing and is told in ``problems``.
    ///
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - path: The path of the file, for messages about it.
    public init(_ text: String, path: String) {
        let file = SettingLines(text)
        for line in file.wrong {
            problems.append(
                "\(path), line \(line.number): “\(line.text.clipped(to: 40))” is no setting. Write key = value."
            )
        }
        for line in file.lines {
            if let problem = take(line) { problems.append("\(path), line \(line.number): \(problem)") }
        }
    }

    /// Takes one setting; returns what is wrong with it.
    private mutating func take(_ line: SettingLines.Line) -> String? {
        var line = line
        var words = line.key.split(separator: " ").map(String.init)
        if words.first == "key", words.last.flatMap(Key.init) == nil, line.value.first == "=" {
            // The key is the equals sign itself: “key = = train”.
            words.append("=")
            line.value = String(line.value.dropFirst().trimmed.drop { $0 == "=" }.trimmed)
        }
        switch words.first {
        case "theme" where words.count == 1: theme = line.value
        case "pace" where words.count == 1:
            guard let pace = try? Pace(text: line.value) else {
                return DecimalComma(in: line.value)?.advice
                    ?? "“\(line.value.clipped(to: 30))” is no pace. Write full_speed or epochs_per_second(5)."
            }
            self.pace = pace
        case "glyphs" where words.count == 1:
            guard let glyphs = Glyphs(rawValue: line.value) else {
                return unknown(line.value, "kind of glyphs", Glyphs.allCases.map(\.rawValue))
            }
            self.glyphs = glyphs
        case "layout" where words.count == 1:
            guard let preset = Preset(rawValue: line.value) else {
                return unknown(line.value, "layout", Preset.allCases.map(\.rawValue))
            }
            self.preset = preset
        case "key" where words.count == 2 || words.count == 3:
            return bind(
                words[words.count - 1], in: words.count == 3 ? words[1] : "everywhere", to: line.value)
        case let key? where words.count == 1 && Experiment.keyNames.contains(key):
            return "“\(key)” is a setting of experiments, not of nnboard. “nnboard dashboard --help” "
                + "lists the options for it; the last data set and model come back by themselves."
        default: return unknown(line.key, "setting", Self.keys)
        }
        return nil
    }

    private mutating func bind(_ name: String, in place: String, to text: String) -> String? {
        guard let key = Key(name) else {
            return "“\(name.clipped(to: 20))” is no key. Keys are written as in the help: x, X, ctrl+x, f5."
        }
        let scopes = [Scope.everywhere] + Scope.allCases.filter(\.isPane)
        guard let scope = scopes.first(where: { $0.rawValue == place }) else {
            return unknown(place, "pane", scopes.map(\.rawValue))
        }
        guard !text.isEmpty else {
            keymap.bind(key, in: scope, to: nil)
            return nil
        }
        do {
            keymap.bind(key, in: scope, to: try Command(text: text))
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func unknown(_ name: String, _ kind: String, _ choices: [String]) -> String {
        "“\(name.clipped(to: 30))” is no \(kind). " + TermError.suggestion(for: name, among: choices)
    }
}

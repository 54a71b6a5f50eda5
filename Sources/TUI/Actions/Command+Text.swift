import Datasets
import Training

extension Command: LosslessStringConvertible {
    /// The command as text: `train`, `focus model`, `select test 4`.
    public var description: String {
        switch self {
        case .quit: "quit"
        case .help: "help"
        case .palette: "palette"
        case .commandLine: "command"
        case .back: "back"
        case .cancel: "cancel"
        case .tour: "tour"
        case .moreKeys: "keys more"
        case .zoom: "zoom"
        case .focus(let pane): "focus \(pane.rawValue)"
        case .focusNext: "focus next"
        case .focusPrevious: "focus previous"
        case .hide(let pane): pane.map { "hide \($0.rawValue)" } ?? "hide"
        case .resize(let way): "resize \(way.rawValue)"
        case .preset(let preset): "preset \(preset.rawValue)"
        case .nextPreset: "preset next"
        case .resetLayout: "layout reset"
        case .chooseTheme: "theme choose"
        case .nextTheme: "theme next"
        case .theme(let name): "theme \(FileArgument(name))"
        case .move(let motion): "move \(motion.rawValue)"
        case .choose(let pane, let row): "choose \(pane.rawValue) \(row)"
        case .search: "search"
        case .searchNext: "search next"
        case .searchPrevious: "search previous"
        case .find(let text): "find \(text)"
        case .sortNext: "sort next"
        case .sortReverse: "sort reverse"
        case .sort(let column): "sort \(column)"
        case .copy(let form): "copy \(form.rawValue)"
        case .export(let form, let file): "export \(form.rawValue)" + (file.map { " \($0)" } ?? "")
        case .train: "train"
        case .stepBatch: "step batch"
        case .stepEpoch: "step epoch"
        case .stop: "stop"
        case .slower: "pace slower"
        case .faster: "pace faster"
        case .pace(let pace): "pace \(pace.text)"
        case .chooseExperiment: "experiments"
        case .start(let name): "experiment \(name)"
        case .chooseDataset: "dataset"
        case .load(let term): "load \(term)"
        case .fetch: "fetch"
        case .nextPart: "part next"
        case .previousPart: "part previous"
        case .part(let part): "part \(part.rawValue)"
        case .filterWords: "filter words"
        case .filterClass: "filter class"
        case .keepWords(let words): words.isEmpty ? "keep words" : "keep words \(words)"
        case .keepClass(let label): "keep class \(label.map(String.init) ?? "all")"
        case .jump: "jump"
        case .classSizes: "sizes"
        case .read: "read"
        case .textUp: "text up"
        case .textDown: "text down"
        case .select(let part, let number): "select \(part.rawValue) \(number)"
        case .mark: "mark"
        case .nextMark: "mark next"
        case .keepMarked: "keep marked"
        case .addLayer: "layer add"
        case .removeLayer: "layer remove"
        case .raiseLayer: "layer up"
        case .lowerLayer: "layer down"
        case .edit: "edit"
        case .change(let edit): "change \(edit.text)"
        case .nextValue: "value next"
        case .previousValue: "value previous"
        case .undo: "undo"
        case .redo: "redo"
        case .curves(let change): "curves \(change.rawValue)"
        case .plane(let change): "plane \(change.rawValue)"
        case .cloud(let change): change.description
        case .time(let change): change.description
        case .why(let change): change.description
        case .results(let change): change.description
        case .session(let change): change.description
        case .inspectorView: "inspector view"
        case .lessons: "lessons"
        case .lesson(let lesson): "lesson \(lesson.rawValue)"
        case .nextLesson: "lesson next"
        case .previousLesson: "lesson previous"
        case .slide(let change): "slide \(change.rawValue)"
        case .slideTo(let slider, let value): "slide \(slider + 1) \(value.spelt)"
        }
    }

    /// Reads a command's text; `nil` where no command is spelt that way.
    public init?(_ description: String) {
        guard let command = try? Command(text: description) else { return nil }
        self = command
    }

    /// Reads a command's text.
    ///
    /// - Parameter text: The text; blanks at its ends and repeated ones don't count.
    /// - Throws: ``CommandError`` that says what would do.
    public init(text: String) throws(CommandError) {
        var words = try LineWords(command: text)
        guard let verb = words.next() else { throw .empty }
        let rest = words.all
        if let simple = ActionTable.simple[([verb] + rest).joined(separator: " ")] {
            self = simple
            return
        }
        guard ActionTable.verbs.contains(verb) else { throw .unknown(verb) }
        // As it was written: blanks count within quotes.
        let inner = String(words.rest().trimmed)
        guard let command = Self.read(verb, rest, inner) else {
            throw Self.complaint(about: text, verb, inner)
        }
        self = command
    }

    private static func read(_ verb: String, _ rest: [String], _ inner: String) -> Command? {
        let text = rest.joined(separator: " ")
        switch (verb, rest.first, rest.count) {
        case ("focus", _, 1): return PaneID(rawValue: text).map(Command.focus)
        case ("hide", _, 1): return PaneID(rawValue: text).map { .hide($0) }
        case ("resize", _, 1): return Resizing(rawValue: text).map(Command.resize)
        case ("preset", _, 1): return Preset(rawValue: text).map(Command.preset)
        case ("theme", _, 1...):
            guard let theme = try? FileArgument(parsing: inner), !theme.isForced else { return nil }
            return .theme(theme.name)
        case ("move", _, 1): return Motion(rawValue: text).map(Command.move)
        case ("choose", let pane?, 2):
            guard let pane = PaneID(rawValue: pane), let row = Int(rest[1]), row >= 0 else { return nil }
            return .choose(pane, row)
        case ("find", _, 1...): return .find(inner)
        case ("sort", _, 1...): return .sort(text)
        case ("copy", _, 1): return CopyForm(rawValue: text).map(Command.copy)
        case ("export", let word?, _):
            guard let form = ExportForm(rawValue: word) else { return nil }
            guard rest.count > 1 else { return .export(form) }
            return (try? FileArgument(parsing: inner.dropFirst(word.count))).map { .export(form, to: $0) }
        case ("part", _, 1): return DataPart(rawValue: text).map(Command.part)
        case ("load", _, 1...): return (try? Term(parsing: inner)).map(Command.load)
        case ("experiment", _, 1): return .start(text)
        case ("select", let part?, 2):
            guard let part = DataPart(rawValue: part), let number = Int(rest[1]), number >= 0 else {
                return nil
            }
            return .select(part, number)
        case ("keep", "words", _): return .keepWords(rest.dropFirst().joined(separator: " "))
        case ("keep", "class", 2):
            if rest[1] == "all" { return .keepClass(nil) }
            return Int(rest[1]).map { .keepClass($0) }
        case ("change", _, 1...): return (try? ExperimentEdit(text: inner)).map(Command.change)
        case ("layer", _, 2...): return (try? ExperimentEdit(layer: inner)).map(Command.change)
        case ("pace", _, 1...): return (try? Pace(text: text)).map(Command.pace)
        case ("curves", _, 1...): return CurvesChange(rawValue: text).map(Command.curves)
        case ("plane", _, 1): return PlaneChange(rawValue: text).map(Command.plane)
        case ("noise", _, 1), ("seed", _, 1), ("cloud", _, 1):
            return CloudChange("\(verb) \(text)").map(Command.cloud)
        case ("lesson", _, 1): return Lesson(rawValue: text).map(Command.lesson)
        case ("slide", let slider?, 1...):
            if let change = LessonChange(rawValue: text) { return .slide(change) }
            guard rest.count == 2, let slider = Int(slider), 1...99 ~= slider, let value = Double(rest[1]),
                value.isFinite
            else { return nil }
            return .slideTo(slider - 1, value)
        default:
            let all = inner.isEmpty ? verb : "\(verb) \(inner)"
            return TimeChange(all).map(Command.time) ?? WhyChange(all).map(Command.why)
                ?? ResultsChange(all).map(Command.results) ?? SessionChange(all).map(Command.session)
        }
    }

    /// A command whose argument is a term.
    private static func example(of verb: String) -> String? {
        switch verb {
        case "pace": "pace \(Pace.epochsPerSecond(5).text), or pace \(Pace.fullSpeed.text)"
        case "plan": "plan at(epochs=3, learning_rate(0.0001))"
        case "change": "change units(layer=1, 4)"
        case "load": "load blobs"
        default: nil
        }
    }

    /// Says what is wrong with a command whose first word is right.
    private static func complaint(about text: String, _ verb: String, _ inner: String) -> CommandError {
        let forms = ActionTable.forms(of: verb)
        guard !inner.isEmpty else { return .malformed(text, forms: forms) }
        // Changes and paces are terms, which know best what is wrong with them.
        do {
            switch verb {
            case "change": _ = try ExperimentEdit(text: inner)
            case "pace":
                if let rate = Double(inner), rate > 0, rate.isFinite {
                    return .argument(
                        "Write pace \(Pace.epochsPerSecond(rate).text) or pace \(Pace.fullSpeed.text).")
                }
                _ = try Pace(text: inner)
            case "load": _ = try Term(parsing: inner)
            case "layer" where !inner.isEmpty: _ = try ExperimentEdit(layer: inner)
            case "train", "plan", "set", "save", "open", "keras", "session":
                if !inner.isEmpty { _ = try SessionChange(text: "\(verb) \(inner)") }
            case "export":
                let form = inner.prefix { $0 != " " }
                if ExportForm(rawValue: String(form)) != nil {
                    _ = try FileArgument(parsing: inner.dropFirst(form.count))
                }
            default: break
            }
        } catch let error as CommandError {
            return error
        } catch let error as TermError {
            if case .malformed = error, let example = example(of: verb) {
                return .argument("\(error) Write it as in \(example).")
            }
            return .argument("\(error)")
        } catch {
            return .argument("\(error)")
        }
        if let bounds = TimeChange.bounds(of: verb), Double(inner) != nil {
            let range = "\(Format.grouped(bounds.lowerBound)) to \(Format.grouped(bounds.upperBound))"
            return .argument("“\(verb)” takes a whole number from \(range).")
        }
        if Double(inner) != nil, verb == "noise" || verb == "seed" {
            let noises = PointArguments.noises
            return .argument(
                verb == "noise"
                    ? "“noise” takes a number from \(Term.Value.number(noises.lowerBound)) to "
                        + "\(Term.Value.number(noises.upperBound))."
                    : "“seed” takes a whole number from 0 to \(UInt32.max).")
        }
        if let unknown = ActionTable.unknownName(behind: verb, inner) { return .argument("\(unknown)") }
        let number = inner.split(separator: " ").lazy.compactMap { DecimalComma($0) }.first
        guard let number else { return .malformed(text, forms: forms) }
        let takesFractions = ["noise", "slide", "pace"].contains(verb)
        return .argument(
            takesFractions
                ? number.fractionAdvice
                : "\(number.wholeAdvice) \(CommandError.malformed(text, forms: forms))")
    }
}

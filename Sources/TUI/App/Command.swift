import Datasets
import Training

/// Something that a person wants done: what keys, the command line and session logs are made of.
public enum Command: Hashable, Sendable {
    /// Ends the program, after asking if a run would be lost.
    case quit
    /// Shows every key.
    case help
    /// Goes one level back.
    case back
    /// Gives the whole screen to the pane in focus, or takes it back.
    case zoom
    /// Moves the focus to a pane.
    case focus(PaneID)
    /// Moves the focus by so many panes.
    case focusNext, focusPrevious
    /// Moves within the pane in focus.
    case move(Motion)
    /// Takes the next theme.
    case theme
    /// Downloads the files of the preferred data set, and shows it.
    case fetch

    /// Starts to train, pauses, or goes on.
    case train
    /// Trains one batch, or one epoch, and pauses.
    case stepBatch, stepEpoch
    /// Ends the run and keeps what it has learnt.
    case stop
    /// Trains fewer, or more, epochs a second.
    case slower, faster

    /// Shows the samples of another part.
    case nextPart, previousPart
    /// Asks for words, and keeps the samples that have them.
    case filterWords
    /// Asks for a class, and keeps its samples.
    case filterClass
    /// Keeps the samples that have all of these words; all samples where there are none.
    case keepWords(String)
    /// Keeps the samples of a class, or of all.
    case keepClass(Int?)
    /// Asks for a sample's number, and goes to it.
    case jump
    /// Shows class sizes instead of the text, or the text again.
    case classSizes
    /// Shows the text alone, or the list again.
    case read
    /// Scrolls the text by a line.
    case textUp, textDown
    /// Chooses a sample.
    case select(DataPart, Int)

    /// Adds a layer below the chosen one, removes it, moves it.
    case addLayer, removeLayer, raiseLayer, lowerLayer
    /// Types a new value.
    case edit
    /// Makes one change to the experiment.
    case change(ExperimentEdit)
    /// Takes a pace.
    case pace(Pace)
    /// Takes the next, or the previous, of a setting's values.
    case nextValue, previousValue

    /// Shows the other chart, where there is room for one only.
    case otherChart

    /// Sorts the classes by probability, or by number.
    case sortOrder
}

extension Command: LosslessStringConvertible {
    /// The commands that take no argument, by their text.
    static let simple: [(text: String, command: Command)] = [
        ("quit", .quit), ("help", .help), ("back", .back), ("zoom", .zoom), ("focus next", .focusNext),
        ("focus previous", .focusPrevious), ("theme next", .theme), ("fetch", .fetch),
        ("train", .train), ("step batch", .stepBatch), ("step epoch", .stepEpoch), ("stop", .stop),
        ("pace slower", .slower), ("pace faster", .faster), ("part next", .nextPart),
        ("part previous", .previousPart), ("filter words", .filterWords), ("filter class", .filterClass),
        ("jump", .jump), ("sizes", .classSizes), ("read", .read), ("text up", .textUp),
        ("text down", .textDown), ("layer add", .addLayer), ("layer remove", .removeLayer),
        ("layer up", .raiseLayer), ("layer down", .lowerLayer), ("edit", .edit), ("value next", .nextValue),
        ("value previous", .previousValue), ("sort", .sortOrder), ("chart other", .otherChart),
    ]

    /// The command as text: `train`, `focus model`, `select test 4`.
    public var description: String {
        switch self {
        case .focus(let pane): "focus \(pane.rawValue)"
        case .move(let motion): "move \(motion.rawValue)"
        case .select(let part, let number): "select \(part.rawValue) \(number)"
        case .keepWords(let words): words.isEmpty ? "keep words" : "keep words \(words)"
        case .keepClass(let label): "keep class \(label.map(String.init) ?? "all")"
        case .change(let edit): "change \(edit.text)"
        case .pace(let pace): "pace \(pace.text)"
        default: Self.simple.first { $0.command == self }?.text ?? ""
        }
    }

    /// Reads a command's text; `nil` where no command is spelt that way.
    public init?(_ description: String) {
        let words = description.split(separator: " ").map(String.init)
        if let simple = Self.simple.first(where: { $0.text == words.joined(separator: " ") }) {
            self = simple.command
        } else if let verb = words.first, let command = Self.read(verb, Array(words.dropFirst())) {
            self = command
        } else {
            return nil
        }
    }

    private static func read(_ verb: String, _ rest: [String]) -> Command? {
        let text = rest.joined(separator: " ")
        switch (verb, rest.first, rest.count) {
        case ("focus", _, 1): return PaneID(rawValue: text).map(Command.focus)
        case ("move", _, 1): return Motion(rawValue: text).map(Command.move)
        case ("select", let part?, 2):
            guard let part = DataPart(rawValue: part), let number = Int(rest[1]), number >= 0 else {
                return nil
            }
            return .select(part, number)
        case ("keep", "words", _): return .keepWords(rest.dropFirst().joined(separator: " "))
        case ("keep", "class", 2):
            if rest[1] == "all" { return .keepClass(nil) }
            return Int(rest[1]).map(Command.keepClass)
        case ("change", _, _): return (try? ExperimentEdit(text: text)).map(Command.change)
        case ("pace", _, _): return (try? Pace(text: text)).map(Command.pace)
        default: return nil
        }
    }
}

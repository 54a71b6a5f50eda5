/// Which keys mean what: the one table that dispatch, footer and help are made from.
enum KeyTable {
    /// Where a binding holds.
    enum Scope: Hashable, CaseIterable {
        case everywhere
        case data, model, curves, inspector
        case help, question

        init(_ pane: PaneID) {
            switch pane {
            case .data: self = .data
            case .model: self = .model
            case .curves: self = .curves
            case .inspector: self = .inspector
            }
        }

        var title: String {
            self == .everywhere ? "Everywhere" : "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
        }
    }

    /// Keys with their command.
    struct Binding {
        var scope: Scope
        var keys: [Key]
        var command: Command
        /// What the help says.
        var help: String
        /// What the footer says in a word or two, for the bindings that belong there.
        var hint: String?

        init(_ scope: Scope, _ keys: String, _ command: Command, _ help: String, hint: String? = nil) {
            self.scope = scope
            self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
            self.command = command
            self.help = help
            self.hint = hint
        }
    }

    static let bindings: [Binding] = [
        Binding(.everywhere, "space", .train, "train; pause; go on", hint: "train"),
        Binding(.everywhere, "s", .stop, "stop the run and keep what it has learnt", hint: "stop"),
        Binding(.everywhere, "b", .stepBatch, "train one batch and pause"),
        Binding(.everywhere, "e", .stepEpoch, "train one epoch and pause"),
        Binding(.everywhere, "< ,", .slower, "fewer epochs a second"),
        Binding(.everywhere, "> .", .faster, "more epochs a second, up to full speed", hint: "faster"),
        Binding(.everywhere, "1", .focus(.data), "go to Data"),
        Binding(.everywhere, "2", .focus(.model), "go to Model"),
        Binding(.everywhere, "3", .focus(.curves), "go to Curves"),
        Binding(.everywhere, "4", .focus(.inspector), "go to Inspector"),
        Binding(.everywhere, "tab", .focusNext, "next pane", hint: "pane"),
        Binding(.everywhere, "shift+tab", .focusPrevious, "previous pane"),
        Binding(.everywhere, "z", .zoom, "give the pane the whole screen; take it back", hint: "zoom"),
        Binding(.everywhere, "up k", .move(.up), "up"),
        Binding(.everywhere, "down j", .move(.down), "down"),
        Binding(.everywhere, "left h", .move(.left), "left"),
        Binding(.everywhere, "right l", .move(.right), "right"),
        Binding(.everywhere, "pageup ctrl+b ctrl+u", .move(.pageUp), "a screenful up"),
        Binding(.everywhere, "pagedown ctrl+f ctrl+d", .move(.pageDown), "a screenful down"),
        Binding(.everywhere, "home g", .move(.home), "to the start"),
        Binding(.everywhere, "end G", .move(.end), "to the end"),
        Binding(.everywhere, "T", .theme, "next theme"),
        Binding(.everywhere, "F", .fetch, "download the real data set", hint: "download"),
        Binding(.everywhere, "esc", .back, "one level back"),
        Binding(.everywhere, "? f1", .help, "show every key", hint: "keys"),
        Binding(.everywhere, "q ctrl+c", .quit, "quit", hint: "quit"),

        Binding(.data, "right l ]", .nextPart, "next part: train, validation, test", hint: "part"),
        Binding(.data, "left h [", .previousPart, "previous part"),
        Binding(.data, "/", .filterWords, "keep only samples with these words", hint: "words"),
        Binding(.data, "t", .filterClass, "keep only samples of one class", hint: "class"),
        Binding(.data, "i", .jump, "jump to a sample's number", hint: "jump"),
        Binding(.data, "v", .read, "read the text alone; the list again", hint: "read"),
        Binding(.data, "J shift+down", .textDown, "scroll the text down"),
        Binding(.data, "K shift+up", .textUp, "scroll the text up"),
        Binding(.data, "c", .classSizes, "class sizes; the text again", hint: "sizes"),
        Binding(.data, "enter", .focus(.inspector), "inspect the chosen sample", hint: "inspect"),

        Binding(.model, "enter", .edit, "type or choose a new value", hint: "edit"),
        Binding(.model, "+ =", .nextValue, "next value: more units, next choice", hint: "change"),
        Binding(.model, "- _", .previousValue, "previous value"),
        Binding(.model, "a", .addLayer, "add a layer below the chosen one", hint: "add"),
        Binding(.model, "d delete", .removeLayer, "remove the chosen layer", hint: "remove"),
        Binding(.model, "K shift+up", .raiseLayer, "move the layer up", hint: "move"),
        Binding(.model, "J shift+down", .lowerLayer, "move the layer down"),

        Binding(.curves, "right left l h", .otherChart, "loss; accuracy (where only one fits)"),

        Binding(.inspector, "o", .sortOrder, "sort by probability, or by number", hint: "order"),
        Binding(.inspector, "right l ]", .nextPart, "next part: train, validation, test"),
        Binding(.inspector, "left h [", .previousPart, "previous part"),
        Binding(.inspector, "/", .filterWords, "keep only samples with these words"),
        Binding(.inspector, "t", .filterClass, "keep only samples of one class"),
        Binding(.inspector, "i", .jump, "jump to a sample's number", hint: "jump"),

        Binding(.help, "esc q ? enter f1", .back, "close"),
        Binding(.help, "ctrl+c", .quit, "quit"),
        Binding(.question, "y enter q ctrl+c", .quit, "yes", hint: "yes, quit"),
        Binding(.question, "n esc", .back, "no", hint: "no, stay"),
    ]

    /// What a key means: in the scope itself, else everywhere.
    static func command(for key: Key, in scope: Scope) -> Command? {
        let own = byScope[scope]?[key]
        return own ?? (scope == .question ? nil : byScope[.everywhere]?[key])
    }

    private static let byScope: [Scope: [Key: Command]] = bindings.reduce(into: [:]) { table, binding in
        for key in binding.keys { table[binding.scope, default: [:]][key] = binding.command }
    }

    /// The bindings that a footer shows, those of the pane first.
    static func hints(for scope: Scope) -> [(key: Key, command: Command, hint: String)] {
        let common = scope == .question ? [] : bindings.filter { $0.scope == .everywhere }
        return (bindings.filter { $0.scope == scope } + common).compactMap { binding in
            guard let hint = binding.hint, let key = binding.keys.first else { return nil }
            return (key, binding.command, hint)
        }
    }
}

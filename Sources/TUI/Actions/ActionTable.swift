import Datasets
import Training

/// Every action with its keys: the one table that dispatch, footer, help, palette, command line and manual are made of.
///
/// The order is that of the help; in the footer it is also the rank.
enum ActionTable {
    static let entries: [ActionEntry] =
        training + moving + finding + screen + taking + data + model + curves + time + inspector + why
        + results + points + program
        + session + lessons + typing + lists + questions

    static func entry(
        _ group: ActionEntry.Group, _ scope: Scope, _ keys: String, _ command: Command, _ hint: String,
        _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: group, scope: scope, keys: Key.list(keys), meaning: .command(command), help: help,
            hint: hint)
    }

    static func entry(
        _ group: ActionEntry.Group, _ words: String, _ argument: Argument, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: group, scope: .everywhere, keys: [], meaning: .with(words, argument), help: help,
            hint: hint)
    }

    private static func entry(
        _ group: ActionEntry.Group, _ scope: Scope, _ keys: String, _ meaning: ActionEntry.Meaning,
        _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: group, scope: scope, keys: Key.list(keys), meaning: meaning, help: help, hint: hint)
    }

    // MARK: Everywhere among the panes

    private static let training = [
        entry(.train, .everywhere, "space", .train, "train", "train; pause; resume"),
        entry(.train, .everywhere, "s", .stop, "stop", "stop the run and keep what it has learnt"),
        entry(.train, .everywhere, "b", .stepBatch, "one batch", "train one batch and pause"),
        entry(.train, .everywhere, "e", .stepEpoch, "one epoch", "train one epoch and pause"),
        entry(.train, .everywhere, "> .", .faster, "faster", "more epochs a second, up to full speed"),
        entry(.train, .everywhere, "< ,", .slower, "slower", "fewer epochs a second"),
        entry(.train, "pace", .pace, "pace", "train at a pace"),
    ]

    private static let moving = [
        entry(.move, .everywhere, "tab", .focusNext, "pane", "next pane"),
        entry(.move, .everywhere, "shift+tab", .focusPrevious, "pane back", "previous pane"),
        entry(.move, .everywhere, "1", .focus(.data), "Data", "go to Data"),
        entry(.move, .everywhere, "2", .focus(.model), "Model", "go to Model"),
        entry(.move, .everywhere, "3", .focus(.curves), "Curves", "go to Curves"),
        entry(.move, .everywhere, "4", .focus(.inspector), "Inspector", "go to Inspector"),
        entry(.move, .everywhere, "5", .focus(.log), "Log", "go to the log of what happened"),
        entry(.move, .everywhere, "6", .focus(.results), "Results", "go to the results of all samples"),
        entry(.move, .everywhere, "up k", .move(.up), "up", "up"),
        entry(.move, .everywhere, "down j", .move(.down), "down", "down"),
        entry(.move, .model, "left h", .move(.left), "left", "left"),
        entry(.move, .model, "right l", .move(.right), "right", "right"),
        entry(.move, .everywhere, "pageup ctrl+b ctrl+u", .move(.pageUp), "page up", "a screenful up"),
        entry(
            .move, .everywhere, "pagedown ctrl+f ctrl+d", .move(.pageDown), "page down", "a screenful down"),
        entry(.move, .everywhere, "home g", .move(.home), "start", "to the start"),
        entry(.move, .everywhere, "end G", .move(.end), "end", "to the end"),
        entry(.move, .everywhere, "esc", .back, "back", "one level back"),
        entry(.move, "focus", .pane, "go to", "go to a pane"),
        entry(.move, "move", .motion, "move", "move within the pane"),
        entry(.move, "choose", .row, "choose", "choose a row of a pane, counted from 0"),
    ]

    private static let finding = [
        entry(.find, .everywhere, "/", .search, "search", "search this pane while you type"),
        entry(.find, .everywhere, "n", .searchNext, "next", "next place found"),
        entry(.find, .everywhere, "N", .searchPrevious, "previous", "previous place found"),
        entry(.find, .everywhere, "o", .sortNext, "sort", "sort by the next column"),
        entry(.find, .everywhere, "O", .sortReverse, "turn", "sort the other way round"),
        entry(.find, "find", .text, "find", "find a text in this pane"),
        entry(.find, "sort", .column, "sort by", "sort by a column"),
    ]

    private static let screen = [
        entry(.screen, .everywhere, "z", .zoom, "zoom", "give the pane the whole screen; take it back"),
        entry(.screen, .everywhere, "P", .nextPreset, "layout", "next layout: train, inspect, data"),
        entry(.screen, .everywhere, "Z", .hide(nil), "hide", "hide the pane; its number brings it back"),
        entry(.screen, .everywhere, "ctrl+right", .resize(.wider), "wider", "make the pane wider"),
        entry(.screen, .everywhere, "ctrl+left", .resize(.narrower), "narrower", "make the pane narrower"),
        entry(.screen, .everywhere, "ctrl+down", .resize(.taller), "taller", "make the pane taller"),
        entry(.screen, .everywhere, "ctrl+up", .resize(.shorter), "shorter", "make the pane shorter"),
        entry(.screen, .everywhere, "0", .resetLayout, "reset", "panes as they were at first"),
        entry(.screen, .everywhere, "T", .chooseTheme, "theme", "choose a theme, each shown meanwhile"),
        entry(.screen, .everywhere, "", .nextTheme, "next theme", "take the next theme"),
        entry(.screen, "preset", .preset, "layout", "take a layout"),
        entry(.screen, "hide", .pane, "hide", "hide a pane, or bring it back"),
        entry(.screen, "resize", .resizing, "resize", "give the pane more or less room"),
        entry(.screen, "theme", .theme, "theme", "take a theme by its name"),
    ]

    private static let taking = [
        entry(.take, .everywhere, "y", .copy(.text), "copy", "copy the pane as text"),
        entry(.take, .everywhere, "Y", .copy(.csv), "copy CSV", "copy the pane's table as CSV"),
        entry(.take, .everywhere, "S", .export(.svg), "save SVG", "save a picture of the pane (SVG)"),
        entry(.take, .everywhere, "I", .export(.png), "save PNG", "save a picture of the pane (PNG)"),
        entry(.take, .everywhere, "C", .export(.csv), "save CSV", "save the pane's table (CSV)"),
        entry(.take, "copy", .copyForm, "copy", "copy the pane"),
        entry(.take, "export", .exportForm, "save", "save the pane to a file"),
    ]

    private static let program = [
        entry(.program, .everywhere, "ctrl+p f2", .palette, "palette", "every action, narrowed by typing"),
        entry(.program, .everywhere, ":", .commandLine, "command", "write a command"),
        entry(.program, .everywhere, "? f1", .help, "keys", "every key"),
        entry(
            .program, .everywhere, "E", .chooseExperiment, "experiments",
            "start one of the book's experiments"),
        entry(.program, .everywhere, "D", .chooseDataset, "data set", "choose another data set"),
        entry(.program, .everywhere, "F", .fetch, "download", "download the real data set"),
        entry(.program, .everywhere, "ctrl+x", .cancel, "cancel", "give up a download, or loading"),
        entry(.program, .everywhere, "`", .moreKeys, "more", "more keys in this line"),
        entry(.program, .everywhere, "", .tour, "tour", "the five lines that one needs at first"),
        entry(.program, .everywhere, "q ctrl+c", .quit, "quit", "quit"),
        entry(.program, "load", .dataset, "load", "load a data set"),
        entry(.program, "experiment", .experiment, "experiment", "start a named experiment"),
        entry(.program, .everywhere, "X", .lessons, "lessons", "lessons: pictures with sliders"),
        entry(.program, "lesson", .lesson, "lesson", "open a lesson"),
        entry(.program, "slide", .slide, "slide", "move a slider of the lesson that is open"),
    ]

    // MARK: In one pane

    private static let data = [
        entry(.data, .data, "enter", .focus(.inspector), "inspect", "inspect the chosen sample"),
        entry(.data, .data, "right l ]", .nextPart, "part", "next part: train, validation, test"),
        entry(.data, .data, "left h [", .previousPart, "part back", "previous part"),
        entry(.data, .data, "f", .filterWords, "filter", "keep only samples with these words"),
        entry(.data, .data, "t", .filterClass, "class", "keep only samples of one class"),
        entry(.data, .data, "i", .jump, "jump", "jump to a sample's number"),
        entry(.data, .data, "m", .mark, "mark", "mark the sample; take the mark away"),
        entry(.data, .data, "'", .nextMark, "next mark", "next marked sample"),
        entry(.data, .data, "M", .keepMarked, "marked", "keep only marked samples; all again"),
        entry(.data, .data, "v", .read, "read", "the sample alone; the list again"),
        entry(.data, .data, "c", .classSizes, "sizes", "sizes; lengths or pictures; the sample"),
        entry(.data, .data, "J shift+down", .textDown, "text down", "scroll the text down"),
        entry(.data, .data, "K shift+up", .textUp, "text up", "scroll the text up"),
        entry(.data, "part", .part, "part", "list a part of the samples"),
        entry(.data, "select", .sample, "select", "choose a sample by its number"),
        entry(.data, "keep words", .words, "filter", "keep the samples with all of these words"),
        entry(.data, "keep class", .label, "class", "keep the samples of a class"),
    ]

    private static let model = [
        entry(.model, .model, "enter", .edit, "edit", "type or choose a new value"),
        entry(.model, .model, "+ =", .nextValue, "more", "next value: more units, next choice"),
        entry(.model, .model, "- _", .previousValue, "less", "previous value"),
        entry(.model, .model, "a", .addLayer, "add", "add a layer below the chosen one"),
        entry(.model, .model, "d delete", .removeLayer, "remove", "remove the chosen layer"),
        entry(.model, .model, "K shift+up", .raiseLayer, "move up", "move the layer up"),
        entry(.model, .model, "J shift+down", .lowerLayer, "move down", "move the layer down"),
        entry(.model, .everywhere, "u", .undo, "undo", "take the last change of the model back"),
        entry(.model, .everywhere, "ctrl+r", .redo, "redo", "make it again"),
        entry(.model, "change", .change, "change", "make one change, as in units(layer=1, 4)"),
    ]

    private static let curves = [
        curve("left h", .cursorLeft, "cursor", "read the values one point earlier"),
        curve("right l", .cursorRight, "later", "read the values one point later"),
        curve("*", .cursorBest, "best", "read the values of the best epoch"),
        curve("", .cursorOff, "no cursor", "take the cursor away"),
        curve("+ =", .zoomIn, "zoom in", "fewer points, larger"),
        curve("- _", .zoomOut, "zoom out", "more points"),
        curve("H shift+left", .panLeft, "earlier", "earlier points"),
        curve("L shift+right", .panRight, "later", "later points"),
        curve("f", .all, "all", "all points again"),
        curve("]", .smoother, "smoother", "smooth more"),
        curve("[", .rougher, "rougher", "smooth less"),
        curve("i", .raw, "raw", "raw values behind smoothed curves; without"),
        curve("x", .axis, "axis", "count by epochs, steps or seconds"),
        curve("w", .logY, "log", "powers of ten upwards; even steps again"),
        curve("W", .logX, "log x", "powers of ten to the right; even steps again"),
        curve("v", .fit, "fit", "the values that are seen, large; from 0 again"),
        curve("}", .skipMore, "skip", "leave out more points at the start"),
        curve("{", .skipFewer, "skip less", "leave out fewer points"),
        curve("c", .other, "metric", "the next metric"),
        curve("enter", .single, "one chart", "one chart; as many as fit"),
        curve("t", .table, "table", "the epochs as a table; curves again"),
        curve("B", .asInBook, "book", "as the book draws it; as measured"),
        curve("m", .band, "mean", "the mean of all runs with its deviation"),
        curve("r", .nextRun, "run", "the next run in front"),
        curve("R", .hideRun, "hide run", "hide the run in front"),
        curve("A", .allRuns, "all runs", "show all runs again"),
        entry(.curves, "curves", .curves, "curves", "change how curves are shown"),
    ]

    private static func curve(
        _ keys: String, _ change: CurvesChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        entry(.curves, .curves, keys, .curves(change), hint, help)
    }

    private static let inspector = [
        entry(.inspector, .inspector, "right l ]", .nextPart, "part", "next part: train, validation, test"),
        entry(.inspector, .inspector, "left h [", .previousPart, "part back", "previous part"),
        entry(.inspector, .inspector, "f", .filterWords, "filter", "keep only samples with these words"),
        entry(.inspector, .inspector, "t", .filterClass, "class", "keep only samples of one class"),
        entry(.inspector, .inspector, "i", .jump, "jump", "jump to a sample's number"),
        entry(.inspector, .inspector, "m", .mark, "mark", "mark the sample; take the mark away"),
        entry(
            .inspector, .inspector, "v", .inspectorView, "view",
            "next view: words, units; residuals; pictures"),
    ]

    // MARK: Lists and lines over the panes

    private static let typing = [
        entry(.typing, .typing, "enter", .accept, "take it", "take what is typed"),
        entry(.typing, .typing, "esc ctrl+c", .command(.back), "back", "leave all as it was"),
        entry(.typing, .typing, "left ctrl+b", .typing(.left), "left", "a character left"),
        entry(.typing, .typing, "right ctrl+f", .typing(.right), "right", "a character right"),
        entry(.typing, .typing, "alt+b ctrl+left shift+left", .typing(.wordLeft), "word left", "a word left"),
        entry(
            .typing, .typing, "alt+f ctrl+right shift+right", .typing(.wordRight), "word right",
            "a word right"),
        entry(.typing, .typing, "home ctrl+a", .typing(.home), "start", "to the start of the line"),
        entry(.typing, .typing, "end ctrl+e", .typing(.end), "end", "to the end of the line"),
        entry(.typing, .typing, "backspace ctrl+h", .typing(.backspace), "delete", "delete to the left"),
        entry(.typing, .typing, "delete ctrl+d", .typing(.delete), "delete", "delete to the right"),
        entry(
            .typing, .typing, "ctrl+w alt+backspace", .typing(.deleteWord), "delete word",
            "delete the word to the left"),
        entry(
            .typing, .typing, "alt+d", .typing(.deleteWordRight), "delete word",
            "delete the word to the right"),
        entry(
            .typing, .typing, "ctrl+u", .typing(.deleteToStart), "clear", "delete to the start of the line"),
        entry(.typing, .typing, "ctrl+k", .typing(.deleteToEnd), "clear", "delete to the end of the line"),
        entry(.typing, .typing, "ctrl+y", .typing(.yank), "put back", "put back what was deleted last"),
        entry(.typing, .typing, "up ctrl+p", .history(-1), "before", "what was typed before"),
        entry(.typing, .typing, "down ctrl+n", .history(1), "after", "what was typed after it"),
        entry(.typing, .typing, "tab", .complete, "complete", "complete the word"),
    ]

    private static let lists = [
        entry(.list, .menu, "enter", .accept, "choose", "take what is chosen"),
        entry(.list, .menu, "esc ctrl+c", .command(.back), "cancel", "leave all as it was"),
        entry(.list, .menu, "up ctrl+p shift+tab", .command(.move(.up)), "up", "up"),
        entry(.list, .menu, "down ctrl+n tab", .command(.move(.down)), "down", "down"),
        entry(.list, .menu, "pageup", .command(.move(.pageUp)), "page up", "a screenful up"),
        entry(.list, .menu, "pagedown", .command(.move(.pageDown)), "page down", "a screenful down"),
        entry(.list, .help, "esc enter f1 ? ctrl+c", .command(.back), "close", "close the help"),
        entry(.list, .help, "up ctrl+p", .command(.move(.up)), "up", "a line up"),
        entry(.list, .help, "down ctrl+n", .command(.move(.down)), "down", "a line down"),
        entry(.list, .help, "pageup", .command(.move(.pageUp)), "page up", "a screenful up"),
        entry(.list, .help, "pagedown", .command(.move(.pageDown)), "page down", "a screenful down"),
        entry(.list, .help, "home", .command(.move(.home)), "start", "to the start"),
        entry(.list, .help, "end", .command(.move(.end)), "end", "to the end"),
    ]

    private static let questions = [
        entry(.question, .question, "y enter q ctrl+c", .command(.quit), "yes, quit", "yes"),
        entry(.question, .question, "n esc", .command(.back), "no, stay", "no"),
    ]

    private static let lessons =
        [
            entry(.lesson, .lesson, "left h", .slide(.less), "less", "move the slider to the left"),
            entry(.lesson, .lesson, "right l", .slide(.more), "more", "move the slider to the right"),
            entry(.lesson, .lesson, "tab down j", .slide(.next), "slider", "the next slider"),
            entry(.lesson, .lesson, "]", .nextLesson, "lesson", "the next lesson"),
            entry(.lesson, .lesson, "esc q X ctrl+c", .back, "close", "close the lessons"),
            entry(.lesson, .lesson, "p", .slide(.example), "example", "the next example"),
            entry(
                .lesson, .lesson, "space d w", .slide(.toggle), "more", "slopes, or powers of ten; without"),
            entry(.lesson, .lesson, "r", .slide(.reset), "reset", "the lesson as it began"),
            entry(
                .lesson, .lesson, "L shift+right", .slide(.muchMore), "much more",
                "move the slider far to the right"),
            entry(
                .lesson, .lesson, "H shift+left", .slide(.muchLess), "much less",
                "move the slider far to the left"),
            entry(.lesson, .lesson, "home g", .slide(.least), "start", "the slider to its start"),
            entry(.lesson, .lesson, "end G", .slide(.most), "end", "the slider to its end"),
            entry(.lesson, .lesson, "shift+tab up k", .slide(.previous), "slider back", "the slider before"),
            entry(.lesson, .lesson, "[", .previousLesson, "lesson back", "the lesson before"),
        ]
        + Lesson.allCases.map {
            entry(.lesson, .lesson, "\($0.number)", .lesson($0), $0.name, "the lesson on \($0.rawValue)")
        }

    // MARK: Looking up

    /// The commands that need nothing more, by their text.
    static let simple: [String: Command] = entries.reduce(into: [:]) { table, entry in
        if let command = entry.command { table[command.description] = command }
    }

    /// The first words of all commands.
    static let verbs: [String] = Set(
        actions.compactMap { $0.text.split(separator: " ").first }.map(String.init)
    )
    .sorted()

    /// The text forms of the commands that begin with a word.
    static func forms(of verb: String) -> [String] {
        Set(actions.map(\.text).filter { $0 == verb || $0.hasPrefix(verb + " ") }).sorted()
    }

    /// The complaint about a name behind a verb; `nil` where the name is known, or the verb takes no names.
    static func unknownName(behind verb: String, _ rest: String) -> TermError? {
        guard let word = rest.split(separator: " ").first.map(String.init) else { return nil }
        let argument = entries.lazy.compactMap { entry -> Argument? in
            if case .with(verb, let argument) = entry.meaning { argument } else { nil }
        }.first
        guard let argument, let words = argument.words else { return nil }
        let simple = entries.compactMap(\.command?.description).filter { $0.hasPrefix(verb + " ") }
            .map { String($0.dropFirst(verb.count + 1)) }.filter { !words.contains($0) && !$0.contains(" ") }
        guard !(words + simple).contains(word) else { return nil }
        let kind = argument.usage.split(separator: " ").first.map { $0.lowercased() } ?? ""
        return .unknownName(word.clipped(to: 30), kind: kind, choices: words + Set(simple).sorted())
    }

    /// The actions that a person can want, each once: without the keys of lists and lines.
    static let actions: [ActionEntry] = {
        var seen: Set<ActionEntry.Meaning> = []
        return entries.filter { entry in
            guard ![.typing, .menu, .help, .question, .lesson].contains(entry.scope) else { return false }
            return seen.insert(entry.meaning).inserted
        }
    }()
}

extension Key {
    /// Reads keys with blanks between them.
    static func list(_ text: String) -> [Key] {
        text.split(separator: " ").compactMap { Key(String($0)) }
    }
}

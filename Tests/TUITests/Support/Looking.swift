import Datasets

@testable import TUI
@testable import Training

extension Dashboard {
    /// Does what a command says, as a session log would.
    @discardableResult
    mutating func perform(_ text: String) -> [Effect] {
        Command(text).map { update(.command($0)) } ?? []
    }

    /// The last line of the screen.
    var footer: String { draw().lines.last ?? "" }

    /// The items of the open list.
    var menuItems: [String] {
        guard case .menu(let menu)? = overlay else { return [] }
        return menu.items.map(\.text)
    }

    /// The chosen item of the open list.
    var chosenItem: String? {
        guard case .menu(let menu)? = overlay else { return nil }
        return menu.chosen?.text
    }

    /// The line that is being typed, with `|` at its cursor.
    var line: String? {
        switch overlay {
        case .prompt(let prompt): prompt.field.picture
        case .menu(let menu): menu.filter.picture
        case .help(let help): help.filter.picture
        default: nil
        }
    }

    /// The mistake in the line that is being typed.
    var lineError: String? {
        guard case .prompt(let prompt)? = overlay else { return nil }
        return prompt.error
    }

    /// The completions of the line that is being typed.
    var completions: [String] {
        guard case .prompt(let prompt)? = overlay else { return [] }
        return prompt.completions
    }
}

extension TextField {
    /// The text with `|` at the cursor.
    var picture: String { text.prefix(position) + "|" + text.dropFirst(position) }
}

extension Effect {
    /// The name of the case.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Fixture {
    /// A dashboard that shows the data set, opened with what a test needs.
    static func opened(
        _ columns: Int = 120, _ rows: Int = 40, downloads: [Dashboard.Download] = [],
        themes: [Theme] = [.dark, Theme(name: "dusk"), Theme(name: "nord")], keymap: Keymap = Keymap(),
        layout: LayoutState = LayoutState(), history: [String] = [], showsTour: Bool = false
    ) -> Dashboard {
        var dashboard = Dashboard(
            experiment: Experiment(
                dataset: Term("fruit"), model: Model(layers: []), settings: TrainingSettings(validation: 100)),
            size: Size(columns, rows), downloads: downloads,
            experiments: ExperimentLibrary().experiments, themes: themes, keymap: keymap, layout: layout,
            history: LineHistory(history), showsTour: showsTour)
        _ = dashboard.update(.loaded(dataset))
        return dashboard
    }

    /// A dashboard whose samples are still on their way.
    static func unloaded(_ columns: Int = 120, _ rows: Int = 40) -> Dashboard {
        Dashboard(
            experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])),
            size: Size(columns, rows)
        )
    }
}

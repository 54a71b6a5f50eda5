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

    /// What the open list has.
    var menuItems: [String] {
        guard case .menu(let menu)? = overlay else { return [] }
        return menu.items.map(\.text)
    }

    /// What of the open list is chosen.
    var chosenItem: String? {
        guard case .menu(let menu)? = overlay else { return nil }
        return menu.chosen?.text
    }

    /// What stands on the line that is being typed, with `|` at its cursor.
    var line: String? {
        switch overlay {
        case .prompt(let prompt): prompt.field.picture
        case .menu(let menu): menu.filter.picture
        case .help(let help): help.filter.picture
        default: nil
        }
    }

    /// What is wrong with the line that is being typed.
    var lineError: String? {
        guard case .prompt(let prompt)? = overlay else { return nil }
        return prompt.error
    }

    /// What the line that is being typed could become.
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
    /// Which case it is.
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

import Datasets
import Training

/// Commands that open a line to type in, or a list to choose from.
extension Dashboard {
    mutating func askForCommand(beginning text: String = "") {
        var prompt = Prompt(purpose: .command, title: "", field: TextField(text))
        prompt.draft = text
        overlay = .prompt(prompt)
    }

    mutating func askForSearch() {
        guard dataset != nil || focus == .log else { return }
        let title = "find in \(focus.title)"
        overlay = .prompt(
            Prompt(purpose: .search(focus, from: row(of: focus)), title: title, field: TextField()))
    }

    mutating func askForWords() {
        guard let dataset else { return }
        guard dataset.vocabulary != nil else { return refuseWords(of: dataset) }
        let words = samples.words
        overlay = .prompt(
            Prompt(
                purpose: .words(before: words, selected: samples.selected), title: "words",
                field: TextField(words)))
    }

    mutating func askForNumber() {
        guard dataset != nil else { return }
        overlay = .prompt(Prompt(purpose: .jump, title: "go to \(samples.part.rawValue)", field: TextField()))
    }

    mutating func askForClass() {
        guard let dataset else { return }
        guard dataset.hasClasses else { return refuseClasses(of: dataset) }
        let items =
            [Menu.Item(text: "all \(dataset.nouns.labels)", choice: .command(.keepClass(nil)))]
            + dataset.classes.enumerated().map {
                .init(text: dataset.name(of: $0.offset), choice: .command(.keepClass($0.offset)))
            }
        var menu = Menu(purpose: .classFilter, title: "keep one \(dataset.nouns.label)", all: items)
        let place = samples.label.map { $0 + 1 } ?? 0
        menu.position.go(to: place, count: items.count, visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    mutating func askForDataset() {
        let items = Catalog.entries.map { entry in
            Menu.Item(
                text: "\(entry.name): \(entry.title)",
                detail: downloads.contains { $0.name == entry.name } ? "not downloaded" : "",
                choice: .command(.load(Term(entry.name))))
        }
        var menu = Menu(purpose: .dataset, title: "data set", all: items)
        let shown = Catalog.entries.firstIndex { $0.name == experiment.dataset.name } ?? 0
        menu.position.go(to: shown, count: items.count, visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    /// Lists every action, those of the pane in focus first.
    mutating func openPalette() {
        let scope = Scope(focus)
        let actions = ActionTable.actions.filter { $0.command != .palette }
        let own = actions.filter { $0.scope == scope }
        let others = actions.filter { $0.scope != scope }
        let items = (own + others).map { entry -> Menu.Item in
            let keys = keymap.keys(of: entry).first?.description ?? ""
            // A key that means it in one pane alone is given with the pane.
            let place = entry.scope == .everywhere || entry.scope == scope ? "" : "\(entry.scope.rawValue) "
            let choice: Menu.Choice
            switch entry.meaning {
            case .command(let command): choice = .command(command)
            case .with(let words, _): choice = .begin(words)
            default: choice = .value
            }
            return Menu.Item(
                text: entry.help, detail: keys.isEmpty ? entry.text : place + keys, isKey: !keys.isEmpty,
                words: "\(entry.hint) \(entry.text)", choice: choice)
        }
        overlay = .menu(Menu(purpose: .palette, title: "actions", all: items))
    }
}

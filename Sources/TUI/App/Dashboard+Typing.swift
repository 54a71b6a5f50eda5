import Datasets
import Training

/// Keys in what lies over the panes: a line, a list, the help.
extension Dashboard {
    /// Gives a key to the overlay that is open: what the table doesn't know there is text.
    mutating func answer(_ key: Key, in overlay: Overlay) -> [Effect] {
        // The command line and lists need both: what steps through them, and what edits the text.
        let meaning = keymap.meaning(of: key, in: overlay.scope) ?? keymap.meaning(of: key, in: .typing)
        switch meaning {
        case .command(let command):
            // Help closes on the key that opened it, but only while nothing has been typed.
            if case .help(let help) = overlay, key == .character("?"), !help.filter.text.isEmpty { break }
            return perform(command)
        case .accept: return accept()
        case .typing(let edit): return type(edit)
        case .history(let step): return goThroughHistory(step)
        case .complete:
            complete()
            return []
        case .with, nil: break
        }
        guard case .character(let character) = key else { return [] }
        return type(.insert(String(character)))
    }

    /// Changes the line that is being typed; filters follow at once.
    mutating func type(_ edit: TextField.Edit) -> [Effect] {
        switch overlay {
        case .prompt(var prompt):
            if prompt.isFresh, case .insert = edit { prompt.field = TextField() }
            prompt.isFresh = false
            prompt.field.apply(edit)
            (prompt.error, prompt.completions, prompt.completion) = (nil, [], nil)
            (prompt.past, prompt.draft) = (nil, prompt.field.text)
            overlay = .prompt(prompt)
            switch prompt.purpose {
            case .words: return perform(.keepWords(prompt.field.text))
            case .search(let pane, let row): searchAsTyped(prompt.field.text, in: pane, from: row)
            case .suppose: suppose(prompt.field.text)
            case .addWords: add(words: prompt.field.text)
            default: break
            }
        case .menu(var menu):
            let before = menu.filter.text
            menu.filter.apply(edit)
            if menu.filter.text != before { menu.position = ListPosition() }
            overlay = .menu(menu)
            previewTheme(of: menu)
        case .help(var help):
            help.filter.apply(edit)
            help.top = 0
            overlay = .help(help)
        default: break
        }
        return []
    }

    /// Closes what lies over the panes, and puts back what it showed in passing.
    mutating func closeOverlay() {
        let closed = overlay
        overlay = nil
        switch closed {
        case .prompt(let prompt):
            switch prompt.purpose {
            case .words(let before, let selected):
                list(part: samples.part, words: before, label: samples.label, marked: samples.onlyMarked)
                if let selected, samples.select(selected, visible: listRows) { predict() }
            case .search(let pane, let row):
                search = nil
                choose(row, in: pane)
            case .suppose(let before), .addWords(let before):
                inspector.draft = before
                predict()
            default: break
            }
        case .menu(let menu):
            if case .theme(let before) = menu.purpose {
                theme = themes.first { $0.name == before } ?? theme
            }
        default: break
        }
    }

    // MARK: Taking typed text

    /// Takes what is typed or chosen.
    mutating func accept() -> [Effect] {
        switch overlay {
        case .prompt(let prompt): return accept(prompt)
        case .menu(let menu):
            guard let chosen = menu.chosen else { return [] }
            overlay = nil
            switch (menu.purpose, chosen.choice) {
            case (.field(let field), .value): return set(field, to: chosen.text)
            case (_, .command(let command)): return perform(command)
            case (_, .begin(let words)): askForCommand(beginning: words + " ")
            case (_, .value): break
            }
        case .help: closeOverlay()
        default: break
        }
        return []
    }

    private mutating func accept(_ prompt: Prompt) -> [Effect] {
        let text = prompt.field.text
        switch prompt.purpose {
        case .words: overlay = nil
        case .suppose:
            overlay = nil
            return perform(.why(text.trimmed.isEmpty ? .restore : .suppose(String(text.trimmed))))
        case .addWords:
            overlay = nil
            if !text.trimmed.isEmpty { return perform(.why(.add(String(text.trimmed)))) }
        case .search:
            overlay = nil
            searchHistory.append(text)
            guard let search, !text.isEmpty else {
                self.search = nil
                return []
            }
            if search.rows.isEmpty {
                notice = Notice(
                    text: "“\(text.clipped(to: 30))” is not found in \(focus.title).", isPassing: true)
            }
        case .jump:
            guard let number = Int(grouped: text.filter { $0 != " " }), let dataset else {
                overlay = .prompt(with(prompt, error: "Type a number, as in the list."))
                return []
            }
            let count = dataset.split(of: samples.part).count
            guard 0..<max(0, count) ~= number else {
                let error = ListNumbers.missing(number, in: samples.part.rawValue, count: count)
                overlay = .prompt(with(prompt, error: error))
                return []
            }
            overlay = nil
            return perform(.select(samples.part, number))
        case .field(let field):
            let effects = set(field, to: text)
            if case .prompt(let now) = overlay, now.error != nil { return [] }
            overlay = nil
            return effects
        case .command:
            do {
                let command = try Command(text: text)
                overlay = nil
                commandHistory.append(text)
                return perform(command)
            } catch .empty {
                overlay = nil
            } catch {
                overlay = .prompt(with(prompt, error: "\(error)"))
            }
        }
        return []
    }

    private func with(_ prompt: Prompt, error: String) -> Prompt {
        var prompt = prompt
        prompt.error = error
        return prompt
    }

    // MARK: Lines typed before, and completions

    private mutating func goThroughHistory(_ step: Int) -> [Effect] {
        guard case .prompt(var prompt) = overlay else { return [] }
        let lines: [String]
        switch prompt.purpose {
        case .command: lines = commandHistory.lines
        case .search: lines = searchHistory.lines
        default: return []
        }
        // Only lines that begin as what was typed: a few letters find the one that is meant.
        let fitting = lines.filter { $0.hasPrefix(prompt.draft) }
        let place = (prompt.past ?? fitting.count) + step
        guard fitting.indices.contains(place) || place == fitting.count else { return [] }
        let draft = prompt.draft
        prompt.field = TextField(place == fitting.count ? draft : fitting[place])
        (prompt.past, prompt.error) = (place == fitting.count ? nil : place, nil)
        (prompt.completions, prompt.completion) = ([], nil)
        overlay = .prompt(prompt)
        if case .search(let pane, let row) = prompt.purpose {
            searchAsTyped(prompt.field.text, in: pane, from: row)
        }
        return []
    }

    /// Completes a command: as far as it is clear, then each that it could be, one after another.
    private mutating func complete() {
        guard case .prompt(var prompt) = overlay, prompt.purpose == .command else { return }
        if prompt.completions.count > 1 {
            let next = ((prompt.completion ?? -1) + 1) % prompt.completions.count
            prompt.completion = next
            prompt.field = TextField(prompt.completions[next])
        } else {
            let lines = Completion.lines(for: prompt.field.text, on: self)
            let start = Completion.commonStart(of: lines)
            if start.count > prompt.field.text.count { prompt.field = TextField(start) }
            prompt.completions = lines.count > 1 ? lines : []
            let isWrong = lines.isEmpty && Command(prompt.field.text) == nil
            prompt.error = isWrong ? "Nothing begins like that." : nil
        }
        prompt.draft = prompt.field.text
        overlay = .prompt(prompt)
    }
}

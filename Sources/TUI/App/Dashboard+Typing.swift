import Datasets
import Training

extension TextField.Edit {
    /// What a key does in a line of text, by the keys that shells have.
    init?(_ key: Key) {
        switch key {
        case .character(let character): self = .insert(String(character))
        case .backspace, .control("h"): self = .backspace
        case .delete, .control("d"): self = .delete
        case .left, .control("b"): self = .left
        case .right, .control("f"): self = .right
        case .home, .control("a"): self = .home
        case .end, .control("e"): self = .end
        case .control("w"): self = .deleteWord
        case .control("u"): self = .deleteToStart
        case .control("k"): self = .deleteToEnd
        case .shiftLeft: self = .wordLeft
        case .shiftRight: self = .wordRight
        default: return nil
        }
    }
}

extension Dashboard {
    // MARK: Asking

    mutating func askForWords() {
        guard dataset?.vocabulary != nil else { return }
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
        let items =
            [Menu.Item(text: "all \(dataset.nouns.labels)", label: nil)]
            + dataset.classes.enumerated().map { .init(text: "\($0.offset) \($0.element)", label: $0.offset) }
        var menu = Menu(purpose: .classFilter, title: "keep one \(dataset.nouns.label)", all: items)
        let place = samples.label.map { $0 + 1 } ?? 0
        menu.position.go(to: place, count: items.count, visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    // MARK: Answering

    /// Gives a key to the prompt or menu that is open.
    mutating func edit(with key: Key) -> [Effect] {
        switch key {
        case .control("c"): return perform(.quit)
        case .escape:
            cancel()
            return []
        case .enter: return accept()
        default: break
        }
        if case .menu(var menu) = overlay {
            let motions: [Key: Motion] = [
                .up: .up, .down: .down, .control("p"): .up, .control("n"): .down, .pageUp: .pageUp,
                .pageDown: .pageDown, .home: .home, .end: .end,
            ]
            if let motion = motions[key] {
                menu.position.move(motion, count: menu.items.count, visible: MenuOverlay.rows(menu, size))
                overlay = .menu(menu)
                return []
            }
        }
        return TextField.Edit(key).map { type($0) } ?? []
    }

    /// Changes the line that is being typed; filters follow at once.
    mutating func type(_ edit: TextField.Edit) -> [Effect] {
        switch overlay {
        case .prompt(var prompt):
            if prompt.isFresh, case .insert = edit { prompt.field = TextField() }
            prompt.isFresh = false
            prompt.field.apply(edit)
            prompt.error = nil
            overlay = .prompt(prompt)
            if case .words = prompt.purpose { return perform(.keepWords(prompt.field.text)) }
        case .menu(var menu):
            menu.filter.apply(edit)
            menu.position = ListPosition()
            overlay = .menu(menu)
        default: break
        }
        return []
    }

    private mutating func cancel() {
        if case .prompt(let prompt) = overlay, case .words(let before, let selected) = prompt.purpose {
            list(part: samples.part, words: before, label: samples.label)
            if let selected, samples.select(selected, visible: listRows) { predict() }
        }
        overlay = nil
    }

    private mutating func accept() -> [Effect] {
        switch overlay {
        case .prompt(let prompt): return accept(prompt)
        case .menu(let menu):
            guard let chosen = menu.chosen else { return [] }
            overlay = nil
            switch menu.purpose {
            case .classFilter: return perform(.keepClass(chosen.label))
            case .field(let field): return set(field, to: chosen.text)
            }
        default: break
        }
        return []
    }

    private mutating func accept(_ prompt: Prompt) -> [Effect] {
        switch prompt.purpose {
        case .words: overlay = nil
        case .jump:
            guard let number = Int(prompt.field.text.filter { $0 != " " && $0 != "," }), let dataset else {
                overlay = .prompt(with(prompt, error: "Type a number, as in the list."))
                return []
            }
            let last = dataset.split(of: samples.part).count - 1
            guard 0...max(0, last) ~= number else {
                overlay = .prompt(with(prompt, error: "The numbers go from 0 to \(Format.grouped(last))."))
                return []
            }
            overlay = nil
            return perform(.select(samples.part, number))
        case .field(let field):
            let effects = set(field, to: prompt.field.text)
            if case .prompt(let now) = overlay, now.error != nil { return [] }
            overlay = nil
            return effects
        }
        return []
    }

    private func with(_ prompt: Prompt, error: String) -> Prompt {
        var prompt = prompt
        prompt.error = error
        return prompt
    }
}

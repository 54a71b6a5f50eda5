/// Questions that a command asks before it is done, as lines, and the answers that a line can give.
extension Dashboard {
    /// The question that is open, as lines; none where nothing is asked.
    var plainQuestion: [String] {
        switch overlay {
        case .menu(let menu):
            return ["\(menu.title):"]
                + menu.items.enumerated().map { "  \($0.offset + 1) \($0.element.text)" }
                + ["Write a number or a name; an empty line leaves all as it was."]
        case .prompt(let prompt):
            let value = prompt.field.text.isEmpty ? "" : " (now \(prompt.field.text))"
            switch prompt.purpose {
            case .command: return ["Write the rest of: \(prompt.draft)"]
            case .words: return ["\(prompt.title)\(value)? An empty line lists all."]
            default: return ["\(prompt.title)\(value)? An empty line leaves all as it was."]
            }
        case .confirmQuit: return ["A run is under way. Quit and lose it? Write yes or no."]
        case .help, .lesson, nil: return []
        }
    }

    /// Answers the question that is open.
    mutating func answerPlainly(_ line: String) -> [Effect] {
        switch overlay {
        case .menu(var menu):
            guard !line.isEmpty else { return perform(.back) }
            let wanted = line.lowercased()
            let number = Int(line).map { $0 - 1 }.flatMap { menu.items.indices.contains($0) ? $0 : nil }
            let names = menu.items.map { $0.text.lowercased() }
            let place = number ?? names.firstIndex(of: wanted) ?? names.firstIndex { $0.hasPrefix(wanted) }
            guard let place else {
                complain("“\(line.clipped(to: 30))” is none of them.")
                return []
            }
            menu.position.go(to: place, count: menu.items.count, visible: menu.items.count)
            overlay = .menu(menu)
            return accept()
        case .prompt(var prompt):
            var isWords = false
            if case .words = prompt.purpose { isWords = true }
            guard !line.isEmpty || isWords else { return perform(.back) }
            let asked = overlay
            let text = prompt.purpose == .command ? prompt.draft + line : line
            (prompt.field, prompt.isFresh) = (TextField(), false)
            overlay = .prompt(prompt)
            let effects = type(.insert(text)) + accept()
            if case .prompt(let refused) = overlay, let error = refused.error {
                complain(error)
                overlay = asked
            }
            return effects
        case .confirmQuit:
            let answer = line.lowercased()
            // Who asks for the end once more means it.
            if answer == "quit" || answer.hasPrefix("y") { return perform(.quit) }
            if answer.isEmpty || answer.hasPrefix("n") { return perform(.back) }
            complain("“\(line.clipped(to: 30))” is neither yes nor no.")
            return []
        case .help, .lesson, nil: return []
        }
    }
}

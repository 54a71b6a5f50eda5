/// Completions of a command that has been begun.
enum Completion {
    /// The lines that a line could become, each by one word more.
    ///
    /// - Parameters:
    ///   - line: The line as typed so far.
    ///   - dashboard: The dashboard, for the names of classes, themes, panes.
    /// - Returns: Whole lines, in order, none twice.
    static func lines(for line: String, on dashboard: Dashboard) -> [String] {
        let typed = String(line.drop { $0 == " " })
        var found: [String] = []
        for entry in ActionTable.actions {
            switch entry.meaning {
            case .command(let command): found.append(command.description)
            case .with(let words, let argument):
                if typed.hasPrefix(words + " ") {
                    found += argument.choices(on: dashboard).map { "\(words) \($0)" }
                } else {
                    found.append(words + " ")
                }
            default: break
            }
        }
        let fitting = found.filter { $0.hasPrefix(typed) && $0 != typed }
        // One word at a time: what follows can be completed next.
        let steps = fitting.map { candidate -> String in
            let rest = candidate.dropFirst(typed.count)
            guard let blank = rest.dropFirst().firstIndex(of: " ") else { return candidate }
            return String(candidate[..<candidate.index(after: blank)])
        }
        return Set(steps).sorted()
    }

    /// Finds the text that all lines begin with.
    static func commonStart(of lines: [String]) -> String {
        guard var start = lines.first else { return "" }
        for line in lines.dropFirst() {
            while !line.hasPrefix(start) { start.removeLast() }
        }
        return start
    }
}

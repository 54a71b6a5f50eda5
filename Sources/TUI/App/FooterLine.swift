/// The last line: what is being typed, a message, or the keys of the pane in focus.
struct FooterLine {
    let dashboard: Dashboard

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        canvas.fill(area, " ", Style(.text, on: .bar))
        switch dashboard.overlay {
        case .prompt(let prompt): draw(prompt, in: area, on: &canvas, glyphs)
        case .menu:
            draw(
                [("enter", "choose"), ("esc", "cancel"), ("a\(glyphs.dash)z", "narrow")], in: area,
                on: &canvas, glyphs)
        case .confirmQuit:
            let question = area.columns >= 60 ? " A run goes on. Quit and lose it? " : " Quit? "
            let end = canvas.put(
                question, area.left, area.top, Style(.warning, on: .bar, .bold),
                in: area)
            let rest = Rect(end, area.top, area.right - end, 1)
            draw(KeyTable.hints(for: .question).map { ("\($0.key)", $0.hint) }, in: rest, on: &canvas, glyphs)
        case .help: draw([("esc", "close"), ("j k", "scroll")], in: area, on: &canvas, glyphs)
        case nil:
            if let notice = dashboard.notice {
                draw(notice, above: area.bottom, on: &canvas)
            } else {
                drawHints(in: area, on: &canvas, glyphs)
            }
        }
    }

    /// A message, in as many lines as it takes: what to do next often stands at its end.
    private func draw(_ notice: Notice, above bottom: Int, on canvas: inout Canvas) {
        let lines = WrappedText(notice.text, columns: canvas.size.columns - 2).lines
        let top = max(0, bottom - lines.count)
        canvas.fill(Rect(0, top, canvas.size.columns, bottom - top), " ", Style(.text, on: .bar))
        for (row, line) in zip(top..<bottom, lines) {
            canvas.put(line, 1, row, Style(notice.isError ? .error : .text, on: .bar, .bold))
        }
    }

    /// The keys of the pane in focus; at the right end, always, those that lead on and out.
    private func drawHints(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let isRoomy = area.columns >= 60
        let isActive = dashboard.run?.isActive == true
        let all = KeyTable.hints(for: .init(dashboard.focus)).filter { hint in
            switch hint.command {
            case .stop: isActive
            case .fetch: dashboard.canFetch && !isActive
            default: true
            }
        }
        let last = all.filter { $0.command == .help || (isRoomy && $0.command == .quit) }
        // What to do next comes first: train, stop, or get the real data.
        let first: [Command] = [.train, .stop, .fetch, .focusNext]
        let hints =
            first.compactMap { command in all.first { $0.command == command } }
            + all.filter { !(first + [.help]).contains($0.command) && !(isRoomy && $0.command == .quit) }
        func pairs(_ hints: [(key: Key, command: Command, hint: String)]) -> [(String, String)] {
            hints.map { ($0.key.sign(glyphs), hint(of: $0.command) ?? $0.hint) }
        }
        let width = pairs(last).reduce(1) { $0 + $1.0.columns + $1.1.columns + 3 }
        let (rest, end) = area.splitLeft(area.columns - width)
        draw(pairs(hints), in: rest, on: &canvas, glyphs)
        draw(pairs(last), in: end, on: &canvas, glyphs)
    }

    private func draw(_ hints: [(String, String)], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var column = area.left + 1
        for (key, hint) in hints {
            // Whole hints only: half a key helps nobody.
            guard column + key.columns + 1 + hint.columns <= area.right else { continue }
            column = canvas.put(key, column, area.top, Style(.key, on: .bar, .bold), in: area)
            column = canvas.put(" " + hint, column, area.top, Style(.label, on: .bar), in: area) + 2
        }
    }

    private func draw(_ prompt: Prompt, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let title = area.columns < 40 ? " \(prompt.title.prefix(8)): " : " \(prompt.title): "
        let column = canvas.put(title, area.left, area.top, Style(.label, on: .bar), in: area)
        if let error = prompt.error {
            draw(Notice(text: error, isError: true), above: area.top, on: &canvas)
        }
        let aside = aside(of: prompt)
        let free = area.right - column - 1
        let asideWidth = free - aside.columns - 2 >= 12 ? aside.columns : 0
        prompt.field.draw(column, area.top, free - (asideWidth > 0 ? asideWidth + 2 : 0), on: &canvas)
        guard asideWidth > 0 else { return }
        canvas.put(aside, area.right - 1 - asideWidth, area.top, Style(.label, on: .bar), in: area)
    }

    private func aside(of prompt: Prompt) -> String {
        switch prompt.purpose {
        case .words:
            guard let nouns = dashboard.dataset?.nouns else { return "" }
            return Format.count(dashboard.samples.rows.count, nouns.sample, nouns.samples)
        case .jump: return "enter goes there, esc back"
        case .field: return prompt.isFresh ? "type to replace it, esc back" : "enter takes it, esc back"
        }
    }
}

extension Key {
    /// The key as a footer shows it: arrows as arrows where there are such characters.
    fileprivate func sign(_ glyphs: Glyphs) -> String {
        let arrows: [Key: String] = [.up: "↑", .down: "↓", .left: "←", .right: "→"]
        return glyphs == .ascii ? description : arrows[self] ?? description
    }
}

extension FooterLine {
    /// What a key would do now, where that depends on what goes on.
    private func hint(of command: Command) -> String? {
        switch command {
        case .train: trainHint
        case .fetch: dashboard.fetched == nil ? nil : "cancel download"
        default: nil
        }
    }

    private var trainHint: String {
        switch dashboard.run?.status {
        case .running: "pause"
        case .paused: "go on"
        case .finished, .stopped, .failed: "train again"
        case nil: "train"
        }
    }
}

/// The last line: what is being typed, a message, or the keys of the pane in focus.
struct FooterLine {
    let dashboard: Dashboard

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        canvas.fill(area, " ", Style(.text, on: .bar))
        switch dashboard.overlay {
        case .prompt(let prompt):
            PromptLine(prompt: prompt, dashboard: dashboard).draw(in: area, on: &canvas, glyphs)
        case .menu, .help, .lesson:
            drawHints(of: dashboard.overlay?.scope ?? .menu, in: area, on: &canvas, glyphs)
        case .confirmQuit:
            let question = area.columns >= 60 ? " A run is under way. Quit and lose it? " : " Quit? "
            let end = canvas.put(
                question, area.left, area.top, Style(.warning, on: .bar, .bold), in: area)
            drawHints(of: .question, in: Rect(end, area.top, area.right - end, 1), on: &canvas, glyphs)
        case nil:
            if let notice = dashboard.notice {
                Self.draw(notice, above: area.bottom, on: &canvas)
            } else {
                drawPaneHints(in: area, on: &canvas, glyphs)
            }
        }
    }

    /// A message, in as many lines as it takes: what to do next often stands at its end.
    static func draw(_ notice: Notice, above bottom: Int, on canvas: inout Canvas) {
        let lines = lines(of: notice, columns: canvas.size.columns)
        let top = max(0, bottom - lines.count)
        canvas.fill(Rect(0, top, canvas.size.columns, bottom - top), " ", Style(.text, on: .bar))
        for (row, line) in zip(top..<bottom, lines) {
            canvas.put(line, 1, row, Style(notice.isError ? .error : .text, on: .bar, .bold))
        }
    }

    /// The lines of a message on a screen of that width.
    static func lines(of notice: Notice, columns: Int) -> [String] {
        WrappedText(notice.text, columns: columns - 2).lines
    }

    // MARK: Keys

    private func drawHints(of scope: Scope, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        // Not every lesson has a switch.
        let lacksSwitch = dashboard.lessons.map { $0.lesson.switchName == nil } ?? false
        let hints = dashboard.keymap.hints(for: scope).filter {
            !lacksSwitch || $0.command != .slide(.toggle)
        }
        _ = draw(hints, in: area, on: &canvas, glyphs)
    }

    /// The keys of the pane in focus, page by page; at the right end, always, those that lead on and out.
    private func drawPaneHints(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let all = dashboard.keymap.hints(for: .init(dashboard.focus))
        func hints(_ commands: [Command]) -> [Keymap.Hint] {
            commands.compactMap { command in all.first { $0.command == command } }
        }
        let isRoomy = area.columns >= 60
        let last = hints(isRoomy ? [.moreKeys, .palette, .help, .quit] : [.help])
        let width = last.reduce(1) { $0 + $1.key.sign(glyphs).columns + text(of: $1).columns + 3 }
        let (rest, end) = area.splitLeft(area.columns - width)
        let others = ranked(all.filter { !last.contains($0) })
        // Nearly always it is the first page, for which the others need not be laid out.
        let pages = pages(
            of: others, columns: rest.columns, glyphs, most: dashboard.footerPage == 0 ? 1 : .max)
        if !pages.isEmpty {
            _ = draw(pages[dashboard.footerPage % pages.count], in: rest, on: &canvas, glyphs)
        }
        _ = draw(last, in: end, on: &canvas, glyphs)
    }

    /// The groups of keys in their order: the likely next ones first, then those of the pane, and the way out of it.
    private enum Group: Int, CaseIterable {
        case train, stop, cancel, asking, own, fetch, leave, rest, others
    }

    /// Puts keys into the order of their groups.
    private func ranked(_ hints: [Keymap.Hint]) -> [Keymap.Hint] {
        var groups: [[Keymap.Hint]] = Array(repeating: [], count: Group.allCases.count)
        // The pane's own keys come first in the list.
        var own = 0
        for hint in hints where isSensible(hint) {
            groups[group(of: hint, own: &own).rawValue].append(hint)
        }
        return groups.flatMap { $0 }
    }

    /// The group of a key, where `own` counts those that the pane may call its own: the first three are.
    private func group(of hint: Keymap.Hint, own: inout Int) -> Group {
        switch hint.command {
        case .train: return .train
        case .stop: return .stop
        case .cancel: return .cancel
        case .move: return .rest
        case _ where isForOthers(hint): return .others
        default: own += 1
        }
        if isAsking(hint) { return .asking }
        if own <= 3 { return .own }
        return switch hint.command {
        case .fetch: .fetch
        case .focusNext: .leave
        default: .rest
        }
    }

    /// Tells whether a key has something to act on now.
    private func isSensible(_ hint: Keymap.Hint) -> Bool {
        switch hint.command {
        case .stop: dashboard.isTraining
        case .fetch: dashboard.download != nil && !dashboard.isTraining
        case .cancel: dashboard.isCancellable
        case .filterWords: dashboard.dataset.map { $0.vocabulary != nil } ?? true
        case .filterClass: dashboard.dataset?.hasClasses ?? true
        default: true
        }
    }

    /// Tells whether a key asks something of the view of a prediction that is shown.
    private func isAsking(_ hint: Keymap.Hint) -> Bool {
        guard case .why(let change) = hint.command, dashboard.inspector.view.isExplanation else {
            return false
        }
        return dashboard.canAsk(change) && change != .previousView
    }

    /// Tells whether a key is for samples of another form, or for another view of them.
    private func isForOthers(_ hint: Keymap.Hint) -> Bool {
        switch hint.command {
        case .why(let change): !dashboard.canAsk(change)
        case .cloud, .plane: dashboard.dataset?.form != .point
        default: false
        }
    }

    private func pages(
        of hints: [Keymap.Hint], columns: Int, _ glyphs: Glyphs, most: Int
    ) -> [[Keymap.Hint]] {
        var pages: [[Keymap.Hint]] = []
        var used = Int.max
        for hint in hints {
            let width = hint.key.sign(glyphs).columns + text(of: hint).columns + 3
            guard width < columns else { continue }
            if used == Int.max || used + width > columns {
                guard pages.count < most else { break }
                pages.append([])
                used = 1
            }
            pages[pages.count - 1].append(hint)
            used += width
        }
        return pages
    }

    private func draw(
        _ hints: [Keymap.Hint], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) -> Int {
        var column = area.left + 1
        for hint in hints {
            let (key, text) = (hint.key.sign(glyphs), text(of: hint))
            // Whole hints only: half a key helps nobody.
            guard column + key.columns + 1 + text.columns <= area.right else { continue }
            let start = column
            column = canvas.put(key, column, area.top, Style(.key, on: .bar, .bold), in: area)
            column = canvas.put(" " + text, column, area.top, Style(.label, on: .bar), in: area)
            canvas.link(Rect(start, area.top, column - start, 1), to: hint.command)
            column += 2
        }
        return column
    }

    /// Says what a key would do now, where that depends on the work under way.
    private func text(of hint: Keymap.Hint) -> String {
        switch hint.command {
        case .train: trainHint
        case .fetch where dashboard.fetching != nil: "cancel download"
        case .moreKeys where dashboard.size.columns < 100: dashboard.glyphs.ellipsis
        case .why(.switchWord) where dashboard.pointsPane != nil: "layer"
        case .slide(.toggle): dashboard.lessons?.lesson.switchName ?? hint.text
        default: hint.text
        }
    }

    private var trainHint: String {
        switch dashboard.status {
        case .running: "pause"
        case .paused: "resume"
        case .finished, .stopped, .failed: "train again"
        case nil: "train"
        }
    }
}

extension Key {
    /// The key as a footer shows it: arrows as arrows where there are such characters.
    fileprivate func sign(_ glyphs: Glyphs) -> String {
        switch self {
        case .control(let letter): "^\(letter.uppercased())"
        case _ where glyphs == .ascii: description
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        default: description
        }
    }
}

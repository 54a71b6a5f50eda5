/// The line that is being typed, at the place of the footer.
struct PromptLine {
    let prompt: Prompt
    let dashboard: Dashboard

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let column = canvas.put(title(area), area.left, area.top, Style(.label, on: .bar), in: area)
        if let error = prompt.error {
            FooterLine.draw(Notice(text: error, isError: true), above: area.top, on: &canvas)
        } else if !prompt.completions.isEmpty {
            drawCompletions(above: area.top, on: &canvas, glyphs)
        }
        let aside = aside
        let free = area.right - column - 1
        let asideWidth = free - aside.columns - 2 >= 12 ? aside.columns : 0
        prompt.field.draw(column, area.top, free - (asideWidth > 0 ? asideWidth + 2 : 0), on: &canvas)
        guard asideWidth > 0 else { return }
        canvas.put(aside, area.right - 1 - asideWidth, area.top, Style(.label, on: .bar), in: area)
    }

    private func title(_ area: Rect) -> String {
        if prompt.purpose == .command { return " : " }
        return area.columns < 40 ? " \(prompt.title.prefix(8)): " : " \(prompt.title): "
    }

    /// Draws the completions of the line on the line above; the last words suffice.
    private func drawCompletions(above bottom: Int, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let row = Rect(0, bottom - 1, canvas.size.columns, 1)
        canvas.fill(row, " ", Style(.text, on: .popup))
        let shared = Completion.commonStart(of: prompt.completions)
        let known =
            shared.lastIndex(of: " ").map { shared.distance(from: shared.startIndex, to: $0) + 1 } ?? 0
        // The chosen one stays on the line.
        var first = 0
        var column = 1
        for (index, line) in prompt.completions.enumerated() where index <= prompt.completion ?? 0 {
            let width = line.dropFirst(known).columns + 2
            if column + width >= row.columns { (first, column) = (index, 1) }
            column += width
        }
        column = 1
        for (index, line) in prompt.completions.enumerated().dropFirst(first) {
            var text = String(line.dropFirst(known))
            if index == first { text = text.clipped(to: row.columns - 4, ellipsis: glyphs.ellipsis) }
            guard column + text.columns < row.columns - 2 else {
                canvas.put(glyphs.ellipsis, column, row.top, Style(.label, on: .popup), in: row)
                break
            }
            let isChosen = index == prompt.completion
            column =
                canvas.put(
                    text, column, row.top, Style(.text, on: isChosen ? .selection : .popup), in: row) + 2
        }
    }

    private var aside: String {
        switch prompt.purpose {
        case .words:
            guard let nouns = dashboard.dataset?.nouns else { return "" }
            return Format.count(dashboard.samples.rows.count, nouns.sample, nouns.samples)
        case .search:
            return prompt.field.text.isEmpty
                ? "enter keeps it, esc back" : "\(Format.grouped(dashboard.search?.rows.count ?? 0)) found"
        case .suppose, .addWords:
            let unknown = dashboard.draft?.unknown(dashboard.why.encoder) ?? []
            return unknown.isEmpty
                ? "enter keeps it, esc back" : "not known: \(unknown.suffix(3).joined(separator: ", "))"
        case .command: return "tab completes, up: before, esc back"
        case .jump: return "enter goes there, esc back"
        case .field: return prompt.isFresh ? "type to replace it, esc back" : "enter takes it, esc back"
        }
    }
}

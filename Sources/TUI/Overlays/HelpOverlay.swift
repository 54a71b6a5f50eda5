/// Every action with its keys, over the panes.
struct HelpOverlay {
    let help: Help
    let keymap: Keymap

    private func area(in screen: Rect) -> Rect {
        let rows = screen.rows - (screen.rows >= 12 ? 2 : 1)
        // As high as the whole list, so that it does not jump while it is narrowed.
        return Rect(screen.left, screen.top, screen.columns, rows).centered(
            Size(96, min(rows, Help.lineCount(keymap) + 3)))
    }

    /// Counts the lines that are on the screen at once.
    func visible(_ size: Size) -> Int { max(1, Frame.inside(area(in: Rect(size))).rows - 1) }

    /// The first line after a step, within what there is to see.
    func scrolled(_ motion: Motion, size: Size) -> Int {
        let (count, visible) = (help.lines(keymap).count, visible(size))
        let step =
            switch motion {
            case .up, .left: -1
            case .down, .right: 1
            case .pageUp: -visible
            case .pageDown: visible
            case .home: -count
            case .end: count
            }
        return max(0, min(count - visible, help.top + step))
    }

    func draw(in screen: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let area = area(in: screen)
        canvas.fill(area, " ", Style(.text, on: .popup))
        canvas.link(area, to: nil)
        let inside = Frame.inside(area)
        if inside != area {
            canvas.drawFrame(around: area, Style(.focusBorder, on: .popup), glyphs)
            canvas.put(" Keys ", area.left + 2, area.top, Style(.focusTitle, on: .popup, .bold), in: area)
        }
        let (line, body) = inside.splitTop(1)
        let label = " find: "
        let column = canvas.put(label, line.left, line.top, Style(.label, on: .popup), in: line)
        help.filter.draw(column, line.top, line.right - column - 1, on: &canvas)
        let lines = help.lines(keymap)
        if lines.isEmpty {
            canvas.put("nothing like that", body.left + 1, body.top, Style(.label, on: .popup), in: body)
        }
        drawLines(lines, in: body, on: &canvas, glyphs)
        let hidden = lines.count - first(of: lines, in: body) - body.rows
        if hidden > 0, inside != area {
            let more = " \(hidden) more lines "
            canvas.put(
                more, area.right - more.columns - 2, area.bottom - 1, Style(.label, on: .popup), in: area)
        }
    }

    /// The first line on the screen: in a window that has grown there is room for more before it.
    private func first(of lines: [Help.Line], in body: Rect) -> Int {
        max(0, min(help.top, lines.count - body.rows))
    }

    private func drawLines(
        _ lines: [Help.Line], in body: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let keyWidth = min(22, body.columns * 2 / 5)
        let top = first(of: lines, in: body)
        // The command's text stands at the right, where there is room for it.
        let commandWidth = body.columns >= 72 ? 24 : 0
        for (index, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
            let row = body.top + index
            switch line {
            case .empty: break
            case .heading(let text):
                canvas.put(text, body.left + 1, row, Style(.accent, on: .popup, .bold), in: body)
            case .action(let keys, let command, let help):
                let shown = keys.clipped(to: keyWidth - 2, ellipsis: glyphs.ellipsis)
                canvas.put(shown, body.left + 1, row, Style(.key, on: .popup, .bold), in: body)
                let room = body.columns - keyWidth - 1 - commandWidth
                canvas.put(
                    help.clipped(to: room, ellipsis: glyphs.ellipsis), body.left + keyWidth, row,
                    Style(.text, on: .popup), in: body)
                guard commandWidth > 0 else { continue }
                canvas.put(
                    command.clipped(to: commandWidth - 1, ellipsis: glyphs.ellipsis),
                    body.right - commandWidth, row, Style(.label, on: .popup), in: body)
            }
        }
    }
}

/// Every key, from the one table of keys.
struct HelpOverlay {
    /// The first line on the screen.
    let top: Int

    /// A line of the help: a heading, or keys with what they do.
    private enum Line {
        case heading(String)
        case keys(String, String)
        case empty
    }

    private static let lines: [Line] = {
        let order: [KeyTable.Scope] = [.everywhere, .data, .model, .curves, .inspector]
        return order.flatMap { scope -> [Line] in
            let bindings = KeyTable.bindings.filter { $0.scope == scope }
            guard !bindings.isEmpty else { return [] }
            let keys = bindings.map { Line.keys($0.keys.map(\.description).joined(separator: " "), $0.help) }
            return [.heading(scope.title)] + keys + [.empty]
        }
    }()

    private static func area(in screen: Rect) -> Rect {
        let rows = screen.rows - (screen.rows >= 12 ? 2 : 1)
        return Rect(screen.left, screen.top, screen.columns, rows).centered(
            Size(80, min(rows, lines.count + 2)))
    }

    /// The first line after a step, within what there is to see.
    static func scroll(from top: Int, _ motion: Motion, size: Size) -> Int {
        let visible = max(1, Frame.inside(area(in: Rect(size))).rows)
        let step =
            switch motion {
            case .up, .left: -1
            case .down, .right: 1
            case .pageUp: -visible
            case .pageDown: visible
            case .home: -lines.count
            case .end: lines.count
            }
        return max(0, min(lines.count - visible, top + step))
    }

    func draw(in screen: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let area = Self.area(in: screen)
        canvas.fill(area, " ", Style(.text, on: .popup))
        let inside = Frame.inside(area)
        if inside != area {
            canvas.drawFrame(around: area, Style(.focusBorder, on: .popup), glyphs)
            canvas.put(" Keys ", area.left + 2, area.top, Style(.focusTitle, on: .popup, .bold), in: area)
        }
        let keyWidth = min(26, inside.columns * 2 / 5)
        for (index, line) in Self.lines.dropFirst(top).prefix(inside.rows).enumerated() {
            let row = inside.top + index
            switch line {
            case .empty: break
            case .heading(let text):
                canvas.put(text, inside.left + 1, row, Style(.accent, on: .popup, .bold), in: inside)
            case .keys(let keys, let help):
                let shown = keys.clipped(to: keyWidth - 2, ellipsis: glyphs.ellipsis)
                canvas.put(shown, inside.left + 1, row, Style(.key, on: .popup, .bold), in: inside)
                let room = inside.columns - keyWidth - 1
                canvas.put(
                    help.clipped(to: room, ellipsis: glyphs.ellipsis), inside.left + keyWidth, row,
                    Style(.text, on: .popup), in: inside)
            }
        }
        let hidden = Self.lines.count - top - inside.rows
        if hidden > 0, inside != area {
            let more = " \(hidden) more lines: j "
            canvas.put(
                more, area.right - more.columns - 2, area.bottom - 1, Style(.label, on: .popup), in: area)
        }
    }
}

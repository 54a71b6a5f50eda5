/// The first things to know, in five lines over a corner of the panes.
struct TourOverlay {
    let keymap: Keymap

    /// Keys and what they do; the keys are those that are bound now.
    private func lines(_ glyphs: Glyphs) -> [(keys: String, text: String)] {
        func key(_ command: Command) -> String {
            keymap.keys(of: command, in: .everywhere).first?.description ?? ":\(command)"
        }
        return [
            (key(.train), "trains the network, and pauses it"),
            (
                "\(key(.focus(.data)))\(glyphs.dash)\(key(.focus(.inspector))), \(key(.focusNext))",
                "go from pane to pane; arrows move in one"
            ),
            ("enter", "opens what is chosen, \(key(.back)) goes back"),
            (key(.palette), "lists every action, \(key(.help)) every key"),
            (key(.chooseTheme), "changes the colours, \(key(.quit)) quits"),
        ]
    }

    /// Tells whether there is room for it next to the main things on the screen.
    static func fits(_ size: Size) -> Bool { size.columns >= 44 && size.rows >= 15 }

    /// Draws it in the lower right corner of an area.
    func draw(in body: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let size = Size(min(body.columns, 64), min(body.rows, 8))
        let area = Rect(body.right - size.columns, body.bottom - size.rows, size.columns, size.rows)
        canvas.fill(area, " ", Style(.text, on: .popup))
        canvas.link(area, to: .back)
        canvas.drawFrame(around: area, Style(.focusBorder, on: .popup), glyphs)
        canvas.put(
            " Welcome to nnboard ", area.left + 2, area.top, Style(.focusTitle, on: .popup, .bold), in: area)
        let inside = area.inset(columns: 2, rows: 1)
        let lines = lines(glyphs)
        let width = min(lines.map(\.keys.columns).max() ?? 0, inside.columns / 3)
        for (index, line) in lines.enumerated() {
            let row = inside.top + index
            canvas.put(
                line.keys.clipped(to: width, ellipsis: glyphs.ellipsis), inside.left, row,
                Style(.key, on: .popup, .bold), in: inside)
            let room = inside.columns - width - 2
            canvas.put(
                line.text.clipped(to: room, ellipsis: glyphs.ellipsis), inside.left + width + 2, row,
                Style(.text, on: .popup), in: inside)
        }
        canvas.put(
            "any key closes this for good; :\(Command.tour) shows it again"
                .clipped(to: inside.columns, ellipsis: glyphs.ellipsis),
            inside.left, inside.top + lines.count, Style(.label, on: .popup), in: inside)
    }
}

/// What has happened, line by line, the newest last.
struct LogPane: Pane {
    let log: EventLog
    let search: Search?
    let isFocused: Bool
    /// What keys are called that the pane speaks of.
    var keymap = Keymap()

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !log.entries.isEmpty else {
            canvas.putHint(
                ["Nothing has happened yet.", "Press \(keymap.name(of: .train)) to train."], in: area)
            return
        }
        let wanted = search?.text.lowercased() ?? ""
        for line in 0..<area.rows {
            let place = log.position.top + line
            guard log.entries.indices.contains(place) else { break }
            let entry = log.entries[place]
            let isChosen = place == log.position.cursor && isFocused
            let surface: Surface = isChosen ? .selection : .background
            let row = Rect(area.left, area.top + line, area.columns, 1)
            if isChosen { canvas.fill(row, " ", Style(.text, on: surface)) }
            let time = Self.clock(entry.seconds)
            var column = canvas.put(time + " ", row.left, row.top, Style(.label, on: surface), in: row)
            column = canvas.put(
                entry.kind.sign + " ", column, row.top, Style(entry.kind.role, on: surface), in: row)
            let text = entry.text.clipped(to: row.right - column, ellipsis: glyphs.ellipsis)
            // Asked of the lines on the screen alone: new ones come all the time.
            let isFound = !wanted.isEmpty && entry.text.lowercased().contains(wanted)
            let role: Role = isFound ? .match : entry.kind == .error ? .error : .text
            canvas.put(text, column, row.top, Style(role, on: surface), in: row)
            canvas.link(row, to: .choose(.log, place))
        }
    }

    /// Minutes and seconds since the start, hours where there are any.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e7)))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = "\(two(whole / 60 % 60)):\(two(whole % 60))"
        return whole < 3600 ? rest : "\(whole / 3600):\(rest)"
    }
}

extension LogEntry.Kind {
    /// What tells the kinds apart without colours.
    fileprivate var sign: String {
        switch self {
        case .command: ">"
        case .news: " "
        case .notice: "i"
        case .error: "!"
        }
    }

    fileprivate var role: Role {
        switch self {
        case .command: .key
        case .news: .label
        case .notice: .accent
        case .error: .error
        }
    }
}

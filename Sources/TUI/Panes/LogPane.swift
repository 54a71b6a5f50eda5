/// The events of a session, entry by entry, the newest last; each in as many lines as it takes.
struct LogPane: Pane {
    let log: EventLog
    let search: Search?
    let isFocused: Bool
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !log.entries.isEmpty else {
            canvas.putHint(
                ["Nothing has happened yet.", "Press \(keymap.name(of: .train)) to train."], in: area)
            return
        }
        var top = area.top
        var place = log.firstSeen(in: area.size)
        while top < area.bottom, log.entries.indices.contains(place) {
            let lines = LogLines(log.entries[place], columns: area.columns)
            let room = Rect(area.left, top, area.columns, min(lines.texts.count, area.bottom - top))
            draw(lines, of: place, in: room, on: &canvas, glyphs)
            top += lines.texts.count
            place += 1
        }
    }

    private func draw(
        _ lines: LogLines, of place: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let entry = log.entries[place]
        let wanted = search?.text.lowercased() ?? ""
        let surface: Surface = place == log.position.cursor && isFocused ? .selection : .background
        if surface == .selection { canvas.fill(area, " ", Style(.text, on: surface)) }
        // Asked of the lines on the screen alone: new ones come all the time.
        let isFound = !wanted.isEmpty && entry.text.lowercased().contains(wanted)
        let role: Role = isFound ? .match : entry.kind == .error ? .error : .text
        let sign = canvas.put(lines.time + " ", area.left, area.top, Style(.label, on: surface), in: area)
        canvas.put(entry.kind.sign, sign, area.top, Style(entry.kind.role, on: surface), in: area)
        for (line, text) in lines.texts.prefix(area.rows).enumerated() {
            // An entry that is longer than the pane is seen from its start.
            let isCut = line == area.rows - 1 && lines.texts.count > area.rows
            let shown =
                isCut
                ? (text + " " + glyphs.ellipsis).clipped(
                    to: area.columns - lines.indent, ellipsis: glyphs.ellipsis) : text
            canvas.put(shown, area.left + lines.indent, area.top + line, Style(role, on: surface), in: area)
        }
        canvas.link(area, to: .choose(.log, place))
    }
}

/// An entry of the log as lines of a pane.
struct LogLines {
    /// The time of the event.
    let time: String
    /// The column in which its text begins.
    let indent: Int
    /// Its text, broken at blanks; at least one line.
    let texts: [String]

    init(_ entry: LogEntry, columns: Int) {
        time = Self.clock(entry.seconds)
        indent = time.columns + 3
        let lines = WrappedText(entry.text, columns: columns - indent).lines
        texts = lines.isEmpty ? [""] : lines
    }

    /// Minutes and seconds since the start, hours where there are any.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e7)))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = "\(two(whole / 60 % 60)):\(two(whole % 60))"
        return whole < 3600 ? rest : "\(whole / 3600):\(rest)"
    }
}

extension EventLog {
    /// The first entry on a screen of that size: as near to the place that was scrolled to as lets the chosen entry be
    /// seen whole.
    func firstSeen(in size: Size) -> Int {
        let (top, cursor) = (position.top, position.cursor)
        guard top < cursor, entries.indices.contains(cursor) else { return min(top, cursor) }
        var first = cursor
        var rows = LogLines(entries[cursor], columns: size.columns).texts.count
        while first > top {
            rows += LogLines(entries[first - 1], columns: size.columns).texts.count
            guard rows <= size.rows else { break }
            first -= 1
        }
        return first
    }

    /// Moves from entry to entry; a screenful is as many as are seen.
    mutating func move(_ motion: Motion, in size: Size) {
        let first = firstSeen(in: size)
        var (seen, rows) = (0, 0)
        while entries.indices.contains(first + seen) {
            rows += LogLines(entries[first + seen], columns: size.columns).texts.count
            guard rows <= size.rows else { break }
            seen += 1
        }
        position.scroll(to: first)
        position.move(motion, count: entries.count, visible: max(1, seen))
        isFollowing = position.cursor >= entries.count - 1
    }
}

extension LogEntry.Kind {
    /// The sign that tells the kinds apart without colours.
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

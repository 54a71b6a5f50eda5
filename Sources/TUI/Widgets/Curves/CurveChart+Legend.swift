extension CurveChart {
    /// The legend's entry for one curve.
    private struct Entry {
        var sample: String
        var name: String
        var value: String
        var role: Role
        var isFocused: Bool

        /// The number of columns that it takes.
        func columns(hasSample: Bool, hasName: Bool) -> Int {
            (hasSample ? 2 + sample.columns : 0) + (hasName && !name.isEmpty ? 1 + name.columns : 0)
                + (value.isEmpty ? 0 : 1 + value.columns)
        }
    }

    /// Samples, names and values where they fit; else the values, which are what changes.
    ///
    /// Notes on things that the chart leaves out must be seen, so names give way to them.
    func drawLegend(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var column = canvas.put(title, area.left, area.top, Style(.text, .bold), in: area)
        var entries = entries(glyphs)
        let note = legendNotes(glyphs).joined(separator: glyphs.separator)
        let room = area.right - column - (note.isEmpty ? 0 : note.columns + 2)
        func width(_ hasSample: Bool, _ hasName: Bool) -> Int {
            entries.reduce(0) { $0 + $1.columns(hasSample: hasSample, hasName: hasName) }
        }
        // Of several runs the one in focus stays; the others have names and values at the ends of their curves.
        var dropped = 0
        while width(true, true) + (dropped > 0 ? 4 : 0) > room, entries.first?.isFocused == true,
            entries.last?.isFocused == false
        {
            // An entry without a name belongs to the entry before it.
            if entries.removeLast().name.isEmpty, entries.last?.isFocused == false { entries.removeLast() }
            dropped += 1
        }
        let hasName = width(true, true) + (dropped > 0 ? 4 : 0) <= room
        let showsSample = hasName || width(true, false) <= room
        for entry in entries {
            if showsSample {
                column = canvas.put("  \(entry.sample)", column, area.top, Style(entry.role), in: area)
            }
            if hasName, !entry.name.isEmpty {
                let style = Style(.label, entry.isFocused && series.count > 2 ? .bold : [])
                column = canvas.put(" \(entry.name)", column, area.top, style, in: area)
            }
            guard !entry.value.isEmpty else { continue }
            column = canvas.put(" \(entry.value)", column, area.top, Style(entry.role, .bold), in: area)
        }
        if dropped > 0, showsSample {
            column = canvas.put("  +\(dropped)", column, area.top, Style(.label), in: area)
        }
        let left = area.right - column - 2
        guard !note.isEmpty, left > 0 else { return }
        let text = note.clipped(to: left, ellipsis: glyphs.ellipsis)
        canvas.put(text, area.right - text.columns, area.top, Style(.label), in: area)
    }

    private func entries(_ glyphs: Glyphs) -> [Entry] {
        let ordered = series.filter(\.isFocused) + series.filter { !$0.isFocused }
        return ordered.map { entry in
            let line = entry.dash == .none ? glyphs.samples?.line : glyphs.dashedSample
            let sample = entry.shape == .dots ? glyphs.samples?.dots : line
            return Entry(
                sample: sample ?? String(repeating: entry.sign, count: 2), name: entry.name,
                value: reading(of: entry), role: entry.role, isFocused: entry.isFocused)
        }
    }

    /// The value of a curve at the cursor, or its last; the measured value in brackets behind a smoothed one.
    func reading(of entry: CurveSeries) -> String {
        let index = cursor.map { entry.points.nearest(to: $0) } ?? (entry.points.count - 1)
        guard let index, entry.points.values.indices.contains(index) else { return "" }
        let measured = format(entry.points.values[index])
        guard let smoothed = entry.smoothed, smoothed.values.indices.contains(index) else { return measured }
        return "\(format(smoothed.values[index])) (\(measured))"
    }

    /// The place of the cursor, and the number of values that can't be seen.
    private func legendNotes(_ glyphs: Glyphs) -> [String] {
        var all: [String] = []
        if let cursor { all.append("\(xName) \(formatX(cursor))") }
        let leftOut = leftOut
        if leftOut > 0 {
            let zero = glyphs == .ascii ? "<= 0" : "≤ 0"
            all.append("\(Format.count(leftOut, "value", "values")) \(zero) left out")
        }
        return all + notes
    }
}

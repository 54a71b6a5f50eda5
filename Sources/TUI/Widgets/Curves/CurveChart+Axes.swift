extension CurveChart {
    func drawVerticalAxis(_ axis: Axis, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let plot = Plot(area: area, across: axis, up: axis, glyphs: glyphs)
        let line = area.right - 1
        canvas.fill(Rect(line, area.top, 1, area.rows), glyphs.frame.vertical, Style(.faint))
        var taken = area.bottom
        for tick in axis.ticks {
            let row = plot.row(tick)
            // In few rows two ticks may fall on one.
            guard row < taken, row >= area.top else { continue }
            taken = row
            let label = axis.label(tick)
            canvas.put(label, line - 1 - label.count, row, Style(.label), in: area)
            canvas.put(String(glyphs.axis.left), line, row, Style(.faint), in: area)
        }
    }

    func drawHorizontalAxis(_ axis: Axis, below plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let row = plot.bottom
        canvas.put(String(glyphs.axis.corner), plot.left - 1, row, Style(.faint))
        canvas.fill(Rect(plot.left, row, plot.columns, 1), glyphs.frame.horizontal, Style(.faint))
        let frame = Plot(area: plot, across: axis, up: axis, glyphs: glyphs)
        let ticks = self.ticks(of: axis)
        for tick in ticks {
            canvas.put(String(glyphs.axis.bottom), frame.column(tick), row, Style(.faint))
        }
        guard hasNumbers else { return }
        let line = Rect(plot.left, row + 1, plot.columns, 1)
        // The name of the axis stands at its end, the cursor's place where it is; numbers that would touch them
        // give way.
        let nameStart = plot.right - xName.columns
        canvas.put(xName, nameStart, row + 1, Style(.label), in: line)
        var taken = [max(plot.left, nameStart)..<max(plot.left, plot.right)]
        if let cursor, axis.contains(cursor) {
            let label = label(of: cursor, on: axis)
            let start = max(
                plot.left, min(nameStart - 1 - label.count, frame.column(cursor) - label.count / 2))
            if start + label.count < nameStart {
                canvas.put(label, start, row + 1, Style(.cursor, .bold), in: line)
                taken.append(start..<start + label.count)
            }
        }
        for tick in ticks {
            let label = label(of: tick, on: axis)
            let start = max(plot.left, frame.column(tick) - label.count / 2)
            let columns = start..<start + label.count
            // One column stays free between two numbers.
            let wide = columns.lowerBound - 1..<columns.upperBound + 1
            guard columns.upperBound <= plot.right, !taken.contains(where: { $0.overlaps(wide) }) else {
                continue
            }
            canvas.put(label, start, row + 1, Style(.label), in: line)
            taken.append(columns)
        }
    }

    /// The marks of the horizontal axis: at its beginning, and at round numbers.
    private func ticks(of axis: Axis) -> [Double] {
        guard isWhole, firstX == firstX.rounded(), axis.contains(firstX) else { return axis.ticks }
        return [firstX] + axis.ticks.filter { $0 > firstX }
    }

    private func label(of x: Double, on axis: Axis) -> String {
        isWhole ? axis.countLabel(x) : axis.ticks.contains(x) ? axis.label(x) : formatX(x)
    }
}

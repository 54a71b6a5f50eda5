/// A lesson on the whole screen between header and footer: tabs, picture, what it means, sliders.
struct LessonOverlay {
    let lessons: Lessons

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        canvas.fill(area)
        canvas.link(area, to: nil)
        let state = lessons.state
        let (tabs, body) = area.splitTop(area.rows >= 10 ? 1 : 0)
        drawTabs(in: tabs, on: &canvas, glyphs)
        var inside = Frame.inside(body)
        if inside != body {
            canvas.drawFrame(around: body, Style(.focusBorder), glyphs)
            let title = " \(state.lesson.title) ".clipped(to: body.columns - 4, ellipsis: glyphs.ellipsis)
            canvas.put(title, body.left + 2, body.top, Style(.focusTitle, .bold), in: body)
            inside = inside.inset(columns: 1)
        }
        let content = state.content
        // In little room, the slider that is moved is the one to see.
        let sliders =
            inside.rows >= 8 + state.sliders.count ? state.sliders.count : min(1, state.sliders.count)
        let (rest, lower) = inside.splitBottom(sliders)
        drawSliders(state, in: lower, on: &canvas, glyphs)
        draw(content, in: rest, on: &canvas, glyphs)
    }

    private func draw(
        _ content: any LessonContent, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard area.rows >= content.leastRows, area.columns >= 36 else {
            for (row, fact) in content.facts.prefix(area.rows).enumerated() {
                canvas.put(
                    fact.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top + row,
                    Style(.text, row == 0 ? .bold : []), in: area)
            }
            return
        }
        let words = words(content, in: area)
        // A blank row before the words and after them, where there is one to spare.
        let gap = area.rows - words.count >= content.goodRows + 2 ? 1 : 0
        let (picture, rest) = area.splitTop(area.rows - (words.isEmpty ? 0 : words.count + 2 * gap))
        content.draw(in: picture, on: &canvas, glyphs)
        for (row, line) in words.enumerated() {
            canvas.put(line, rest.left, rest.top + gap + row, Style(.label), in: rest)
        }
    }

    /// As many whole sentences as leave the picture its room; half a sentence helps nobody.
    private func words(_ content: any LessonContent, in area: Rect) -> [String] {
        // Long lines are hard to read.
        let columns = min(area.columns, 110)
        var lines: [String] = []
        for (number, sentence) in content.sentences.enumerated() {
            var more = WrappedText(sentence, columns: columns).lines
            if number == 0 {
                let rows = (content.longestSentence + columns - 3) / (columns - 2)
                more += Array(repeating: "", count: max(0, rows - more.count))
            }
            let left = area.rows - lines.count - more.count
            guard left >= (number == 0 ? content.leastRows + 2 : content.goodRows) else { break }
            lines += more
        }
        return lines
    }

    private func drawSliders(
        _ state: LessonState, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let nameWidth = state.sliders.map(\.name.columns).max() ?? 0
        // Wide enough for every number, so that nothing moves but the knob.
        let valueWidth =
            state.sliders.map { slider in
                max(
                    8, slider.text.columns, slider.text(slider.range.lowerBound).columns,
                    slider.text(slider.range.upperBound).columns)
            }.max() ?? 0
        let isWhole = area.rows >= state.sliders.count
        let shown = state.sliders.indices.filter { isWhole || $0 == state.chosen }
        for (row, number) in shown.prefix(area.rows).enumerated() {
            SliderRow(
                slider: state.sliders[number], number: number, isChosen: number == state.chosen,
                nameWidth: nameWidth, valueWidth: valueWidth
            ).draw(in: Rect(area.left, area.top + row, area.columns, 1), on: &canvas, glyphs)
        }
    }

    private func drawTabs(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let full = Lesson.allCases.map { " \($0.number) \($0.name) " }
        // If not all names fit, the one that is seen has its name.
        let fits = full.reduce(1) { $0 + $1.columns + 1 } <= area.columns
        var column = area.left + 1
        for (lesson, text) in zip(Lesson.allCases, full) {
            let isSeen = lesson == lessons.lesson
            let text = fits || isSeen ? text : " \(lesson.number) "
            let start = column
            column = canvas.put(
                text, column, area.top,
                isSeen ? Style(.accent, on: .quietSelection, .bold) : Style(.title), in: area)
            canvas.link(Rect(start, area.top, column - start, 1), to: .lesson(lesson))
            column += 1
        }
    }
}

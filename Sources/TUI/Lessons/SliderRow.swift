/// A slider on one row: its name, the way with its ends, the number where it stands.
struct SliderRow {
    let slider: LessonSlider
    /// Its number among the lesson's sliders, from 0.
    let number: Int
    /// Tells whether the keys move it.
    let isChosen: Bool
    /// The number of columns that the names of all sliders take, and the numbers.
    let nameWidth: Int
    let valueWidth: Int

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let strong: Attributes = isChosen ? .bold : []
        var column = canvas.put(
            isChosen ? glyphs.pointer + " " : "  ", area.left, area.top, Style(.accent, .bold), in: area)
        let name = slider.name.clipped(
            to: max(1, min(nameWidth, area.columns / 3)), ellipsis: glyphs.ellipsis)
        canvas.put(name, column, area.top, Style(isChosen ? .text : .label, strong), in: area)
        column += min(nameWidth, area.columns / 3) + 1
        let end = area.right - valueWidth
        canvas.put(
            slider.text.leftPadded(valueWidth), max(column, end), area.top,
            Style(isChosen ? .accent : .text, strong), in: area)
        var way = Rect(column, area.top, end - 1 - column, 1)
        let (low, high) = (slider.text(slider.range.lowerBound), slider.text(slider.range.upperBound))
        if way.columns >= low.columns + high.columns + 22 {
            let left = canvas.put(low, way.left, way.top, Style(.label), in: way) + 1
            canvas.put(high, way.right - high.columns, way.top, Style(.label), in: way)
            way = Rect(left, way.top, way.right - high.columns - 1 - left, 1)
        }
        guard way.columns >= 3 else { return }
        drawWay(way, on: &canvas, glyphs)
    }

    private func drawWay(_ way: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let knob = way.left + Int((slider.share * Double(way.columns - 1)).rounded())
        canvas.fill(way, glyphs.frame.horizontal, Style(.faint))
        canvas.fill(
            Rect(way.left, way.top, knob - way.left, 1), glyphs.filledWay,
            Style(isChosen ? .accent : .label))
        canvas.put(String(glyphs.points[0]), knob, way.top, Style(isChosen ? .accent : .text, .bold), in: way)
        for column in way.left..<way.right {
            let share = Double(column - way.left) / Double(max(1, way.columns - 1))
            canvas.link(
                Rect(column, way.top, 1, 1), to: .slideTo(number, slider.value(at: share)))
        }
    }
}

extension Glyphs {
    /// The way that a slider has come.
    fileprivate var filledWay: Character {
        switch self {
        case .braille: "━"
        case .block: "═"
        case .ascii: "="
        }
    }
}

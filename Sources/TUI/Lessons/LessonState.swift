/// A lesson with the values of its sliders.
struct LessonState: Equatable, Sendable {
    let lesson: Lesson
    /// The sliders that can be moved; none where there is nothing to show.
    private(set) var sliders: [LessonSlider]
    /// The index of the slider that the keys move.
    private(set) var chosen = 0
    /// The number of the lesson's example that was taken last.
    private(set) var example = 0
    /// Tells whether it shows what its switch turns on.
    private(set) var isSwitched = false
    /// The text that is taken apart, where it is about one.
    let text: LessonText?

    /// A lesson as it begins.
    init(_ lesson: Lesson, text: LessonText? = nil) {
        self.lesson = lesson
        self.text = lesson == .words ? text : nil
        sliders = lesson.sliders(example: 0, text: text)
    }

    /// The value of a slider.
    subscript(slider: Int) -> Double { sliders.indices.contains(slider) ? sliders[slider].value : 0 }

    /// Does what a key says.
    mutating func apply(_ change: LessonChange) {
        guard sliders.indices.contains(chosen) else { return }
        switch change {
        case .less: sliders[chosen].move(by: -sliders[chosen].step)
        case .more: sliders[chosen].move(by: sliders[chosen].step)
        case .muchLess: sliders[chosen].move(by: -sliders[chosen].farStep)
        case .muchMore: sliders[chosen].move(by: sliders[chosen].farStep)
        case .least: sliders[chosen].moveToStart()
        case .most: sliders[chosen].moveToEnd()
        case .next: chosen = (chosen + 1) % sliders.count
        case .previous: chosen = (chosen + sliders.count - 1) % sliders.count
        case .example:
            example = (example + 1) % max(1, lesson.examples(text: text))
            let fresh = lesson.sliders(example: example, text: text)
            // The choice of the axis stays a matter of the switch.
            sliders = fresh.map(scaled)
        case .toggle:
            guard lesson.switchName != nil else { return }
            isSwitched.toggle()
            sliders = sliders.map(scaled)
        case .reset: self = LessonState(lesson, text: text)
        }
    }

    /// Moves a slider to a value, and chooses it.
    mutating func move(slider: Int, to value: Double) {
        guard sliders.indices.contains(slider) else { return }
        chosen = slider
        sliders[slider].go(to: value)
    }

    /// A probability has no 0 on a logarithmic axis.
    private func scaled(_ slider: LessonSlider) -> LessonSlider {
        guard lesson == .crossentropy else { return slider }
        var slider = slider
        slider.scale(to: isSwitched ? 1e-9...1 : 0...1, isLogarithmic: isSwitched)
        return slider
    }
}

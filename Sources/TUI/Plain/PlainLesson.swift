/// A lesson as lines: its numbers, what they mean, and how its sliders are moved.
struct PlainLesson: PlainText {
    let state: LessonState

    var lines: [String] {
        let content = state.content
        let sliders = state.sliders.enumerated().map { number, slider in
            let ends = "\(slider.text(slider.range.lowerBound)) to \(slider.text(slider.range.upperBound))"
            return "Slider \(number + 1), \(slider.name), is at \(slider.text), of \(ends)"
                + ": “slide \(number + 1) NUMBER” moves it."
        }
        return ["Lesson \(state.lesson.number), \(state.lesson.rawValue): \(state.lesson.title)."]
            + content.lines + content.sentences + sliders
    }
}

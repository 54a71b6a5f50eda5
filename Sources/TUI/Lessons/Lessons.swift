/// The lessons that are open, one of them seen; the others stay as they were left.
struct Lessons: Equatable, Sendable {
    private var states: [Lesson: LessonState]
    /// The lesson that is seen.
    private(set) var lesson: Lesson

    /// Opens a lesson.
    ///
    /// - Parameters:
    ///   - lesson: The lesson to show first.
    ///   - text: The text for the lesson that needs one; `nil` where the data set has none.
    init(_ lesson: Lesson, text: LessonText?) {
        self.lesson = lesson
        states = Lesson.allCases.reduce(into: [:]) { $0[$1] = LessonState($1, text: text) }
    }

    /// The one that is seen.
    var state: LessonState { states[lesson] ?? LessonState(lesson) }

    /// Turns to another one.
    mutating func turn(to lesson: Lesson) { self.lesson = lesson }

    /// Does what a key says to the one that is seen.
    mutating func apply(_ change: LessonChange) { states[lesson]?.apply(change) }

    /// Moves a slider of the one that is seen to a value.
    mutating func move(slider: Int, to value: Double) { states[lesson]?.move(slider: slider, to: value) }

    /// Takes another data set's text.
    mutating func take(_ text: LessonText?) { states[.words] = LessonState(.words, text: text) }
}

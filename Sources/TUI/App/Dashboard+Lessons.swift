import Datasets

extension Command {
    /// Tells whether it is about lessons.
    var isOfLessons: Bool {
        switch self {
        case .lessons, .lesson, .nextLesson, .previousLesson, .slide, .slideTo: true
        default: false
        }
    }
}

/// The lessons: pictures with sliders over the panes.
extension Dashboard {
    /// Does what a command says of lessons.
    mutating func performInLessons(_ command: Command) {
        switch command {
        case .lessons: open(lessons?.lesson ?? .activations)
        case .lesson(let lesson): open(lesson)
        case .nextLesson: turn(by: 1)
        case .previousLesson: turn(by: -1)
        case .slide(let change): inLesson { $0.apply(change) }
        case .slideTo(let slider, let value): slide(slider, to: value)
        default: break
        }
    }

    /// The lessons that are open, if they are.
    var lessons: Lessons? {
        guard case .lesson(let lessons) = overlay else { return nil }
        return lessons
    }

    private mutating func open(_ lesson: Lesson) {
        var lessons = lessons ?? Lessons(lesson, text: dataset.flatMap { LessonText($0) })
        lessons.turn(to: lesson)
        overlay = .lesson(lessons)
    }

    private mutating func turn(by offset: Int) {
        open(lessons.map { $0.lesson.moved(by: offset) } ?? .activations)
    }

    private mutating func inLesson(_ change: (inout Lessons) -> Void) {
        guard var lessons else {
            decline("No lesson is open: \(key(for: .lessons)) opens them.")
            return
        }
        change(&lessons)
        overlay = .lesson(lessons)
    }

    /// Moves a slider of the lesson to a value that it has.
    private mutating func slide(_ slider: Int, to value: Double) {
        if let sliders = lessons?.state.sliders {
            guard sliders.indices.contains(slider) else {
                return complain(
                    "There is no slider \(slider + 1): they are numbered from 1 to \(sliders.count).")
            }
            let range = sliders[slider].range
            guard range.contains(value) else {
                return complain(
                    "Slider \(slider + 1), \(sliders[slider].name), goes from \(range.lowerBound.spelt) to "
                        + "\(range.upperBound.spelt).")
            }
        }
        inLesson { $0.move(slider: slider, to: value) }
    }

    /// Moves in the lesson as one moves in a list: the wheel upwards is more.
    mutating func moveInLesson(_ motion: Motion) {
        inLesson { lessons in
            switch motion {
            case .up, .right: lessons.apply(.more)
            case .down, .left: lessons.apply(.less)
            case .pageUp: lessons.apply(.muchMore)
            case .pageDown: lessons.apply(.muchLess)
            case .home: lessons.apply(.least)
            case .end: lessons.apply(.most)
            }
        }
    }

    /// Takes a text from samples that have come while the lessons are open.
    mutating func refreshLesson() {
        guard var lessons, let dataset else { return }
        lessons.take(LessonText(dataset))
        overlay = .lesson(lessons)
    }
}

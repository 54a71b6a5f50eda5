import Testing

@testable import TUI
@testable import Training

@Suite struct `A lesson` {
    @Test func `opens on a key, by its name and from the palette, and closes on esc`() {
        var dashboard = Fixture.opened()
        dashboard.press("X")
        #expect(dashboard.screen.contains("Relu, sigmoid and tanh"))
        dashboard.press("esc")
        #expect(dashboard.overlay == nil)
        dashboard.press(":")
        dashboard.type("lesson softmax")
        dashboard.press("enter")
        #expect(dashboard.screen.contains("Softmax of three logits"))
        dashboard.press("q ctrl+p")
        dashboard.type("pictures with sliders")
        dashboard.press("enter")
        #expect(dashboard.lessons?.lesson == .activations)
    }

    @Test(arguments: Lesson.allCases)
    func `has a number that leads to it, and neighbours round and round`(lesson: Lesson) {
        var dashboard = LessonFixture.opened(.softmax)
        dashboard.press("\(lesson.number)")
        #expect(dashboard.lessons?.lesson == lesson)
        #expect(dashboard.screen.contains(lesson.title))
        dashboard.press("] ]")
        #expect(dashboard.lessons?.lesson == lesson.moved(by: 2))
        dashboard.press("[ [ [")
        #expect(dashboard.lessons?.lesson == lesson.moved(by: -1))
    }

    @Test func `is as it was left when one comes back from another`() {
        var dashboard = LessonFixture.opened(.softmax)
        dashboard.press("right right 1 2")
        #expect(dashboard.sliders[0] == 0.2)
        dashboard.press("r")
        #expect(dashboard.sliders == [0, 1, -1])
    }

    @Test func `moves its slider by steps, by long steps and to its ends`() {
        var dashboard = LessonFixture.opened(.activations)
        let start = dashboard.sliders[0]
        #expect(start == 1)
        let moves: [(String, Double)] = [
            ("right", 1.1), ("l l", 1.3), ("h", 1.2), ("shift+right", 2.2), ("H", 1.2), ("home", -6),
            ("left", -6), ("end", 6), ("L", 6), ("g G", 6),
        ]
        for (keys, value) in moves {
            dashboard.press(keys)
            #expect(abs(dashboard.sliders[0] - value) < 1e-12, "after \(keys)")
        }
    }

    @Test func `moves the slider that is chosen and no other`() {
        var dashboard = LessonFixture.opened(.softmax)
        dashboard.press("tab right")
        #expect(dashboard.sliders == [0, 1.1, -1])
        dashboard.press("down left up up left")
        #expect(dashboard.sliders == [-0.1, 1.1, -1.1])
        dashboard.press("shift+tab right")
        #expect(dashboard.sliders == [-0.1, 1.1, -1])
    }

    @Test func `takes a slider to a value that is written, within its ends`() {
        var dashboard = LessonFixture.opened(.softmax)
        dashboard.perform("slide 2 -3.25")
        #expect(dashboard.sliders == [0, -3.25, -1])
        dashboard.perform("slide 3 5")
        #expect(dashboard.sliders == [0, -3.25, 5])
        for text in ["slide 3 99", "slide 9 1"] {
            dashboard.perform(text)
            #expect(dashboard.sliders == [0, -3.25, 5] && dashboard.notice?.isError == true)
        }
        for text in [
            "slide", "slide 0 1", "slide 1", "slide 1 nan", "slide x 1", "slide sideways", "lesson none",
        ] {
            #expect(Command(text) == nil, "“\(text)” was read")
        }
    }

    @Test func `is moved by clicks on its track, by dragging and by the wheel`() throws {
        var dashboard = LessonFixture.opened(.activations, 80, 24)
        let track = dashboard.draw().links.filter { if case .slideTo = $0.command { true } else { false } }
        let (first, last) = (try #require(track.first), try #require(track.last))
        dashboard.click(first.area.left, first.area.top)
        #expect(dashboard.sliders == [-6])
        _ = dashboard.update(.event(.drag(last.area.origin)))
        #expect(dashboard.sliders == [6])
        _ = dashboard.update(.event(.mouse(Point(10, 10), .wheelDown)))
        #expect(abs(dashboard.sliders[0] - 5.7) < 1e-9)
        let tab = try #require(dashboard.draw().links.first { $0.command == .lesson(.losses) })
        dashboard.click(tab.area.left + 1, tab.area.top)
        #expect(dashboard.lessons?.lesson == .losses)
        // The panes that it covers can't be clicked on.
        let focus = dashboard.focus
        dashboard.click(70, 12)
        #expect(dashboard.lessons != nil && dashboard.focus == focus)
    }

    @Test func `leaves the panes as they were`() {
        var dashboard = Fixture.trained(3)
        let before = dashboard.screen
        dashboard.press("X right 3 w end ] p 5 L esc")
        #expect(dashboard.overlay == nil)
        #expect(dashboard.screen == before)
    }

    @Test func `shows its keys in the footer, its switch by what it does`() {
        var dashboard = LessonFixture.opened(.activations, 120)
        for text in ["← less", "→ more", "esc close", "space slopes", "p example"] {
            #expect(dashboard.footer.contains(text), "\(dashboard.footer)")
        }
        dashboard.press("3")
        #expect(dashboard.footer.contains("space log axis"))
    }

    @Test func `says how to open one where none is open`() {
        var dashboard = Fixture.opened()
        dashboard.perform("slide more")
        #expect(dashboard.footer.contains("X opens them"))
    }

    @Test func `goes on in front while a run goes on behind`() {
        var dashboard = Fixture.trained(14)
        dashboard.press("X")
        let id = RunID(number: dashboard.runs)
        _ = dashboard.update(.milestone(id, .epoch(Fixture.epoch(15))))
        #expect(dashboard.lessons != nil)
        #expect(dashboard.draw().lines[0].contains("epoch 15/20"))
    }

    @Test func `is told in lines, which commands move`() {
        var session = PlainSession(Fixture.opened(), isInteractive: false)
        _ = session.take(.loaded(LessonFixture.dataset))
        func tell(_ line: String) -> String { session.take(line: line).lines.joined(separator: "\n") }
        let softmax = tell("lesson softmax")
        #expect(softmax.contains("Softmax of three logits") && softmax.contains("0.6652"))
        #expect(tell("slide 1 5").contains("0.9796"))
        #expect(tell("slide example").contains("2.06e-9"))
        #expect(tell("lesson losses").contains("16.118"))
        let words = tell("lesson words")
        #expect(words.contains("87 words, 57 ones and 9,943 zeros"))
        // Any other command is about the panes again.
        #expect(tell("focus model").contains("units"))
        #expect(session.dashboard.lessons == nil)
        #expect(session.isReady)
    }
}

@Suite struct `A slider` {
    @Test func `keeps to round numbers however often it is moved`() {
        var slider = LessonSlider("x", 0, in: -6...6, step: 0.1, far: 1)
        for _ in 0..<37 { slider.move(by: 0.1) }
        #expect(slider.value == 3.7)
        for _ in 0..<37 { slider.move(by: -0.1) }
        #expect(slider.value == 0)
    }

    @Test func `goes from between two steps to the next one, not past it`() {
        var slider = LessonSlider("p", 1.0 / 46, in: 0...1, step: 0.01, far: 0.1)
        slider.move(by: 0.01)
        #expect(slider.value == 0.03)
        slider.go(to: 1.0 / 46)
        slider.move(by: -0.01)
        #expect(slider.value == 0.02)
    }

    @Test func `knows the value at each place of its track`() {
        var slider = LessonSlider("p", 0.3, in: 1e-9...1, step: 0.1, far: 1, isLogarithmic: true)
        #expect(abs(slider.value(at: 0) - 1e-9) < 1e-15)
        #expect(slider.value(at: 1) == 1)
        slider.go(to: slider.value(at: 0.5))
        #expect(abs(slider.share - 0.5) < 0.02)
        slider.go(to: .nan)
        #expect(abs(slider.share - 0.5) < 0.02)
    }
}

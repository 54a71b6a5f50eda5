import Testing

@testable import TUI
@testable import Training

@Suite struct `Lessons as pictures` {
    /// The keys that are pressed in each lesson before it is pictured.
    private static let keys: [Lesson: String] = [
        .activations: "d L", .softmax: "L", .crossentropy: "p p", .losses: "", .words: "p",
    ]

    private func dashboard(_ lesson: Lesson, _ columns: Int, _ rows: Int, _ glyphs: Glyphs = .braille)
        -> Dashboard
    {
        var dashboard = LessonFixture.opened(lesson, columns, rows, glyphs: glyphs)
        dashboard.press(Self.keys[lesson] ?? "")
        return dashboard
    }

    @Test(arguments: Lesson.allCases, [Size(80, 24), Size(120, 40), Size(60, 15), Size(20, 6)])
    func `at every size`(lesson: Lesson, size: Size) throws {
        try expect(
            dashboard(lesson, size.columns, size.rows).draw(),
            looksLike: "lesson-\(lesson.rawValue)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: Lesson.allCases)
    func `the same without colours`(lesson: Lesson) throws {
        try expect(
            dashboard(lesson, 80, 24).draw(), looksLike: "lesson-\(lesson.rawValue)-monochrome",
            monochrome: true)
    }

    @Test(arguments: [("softmax", "p"), ("cross-entropy", "w p p p p"), ("losses", "p w")])
    func `with another example and their switch on`(name: String, keys: String) throws {
        let lesson = try #require(Lesson(rawValue: name))
        var dashboard = LessonFixture.opened(lesson, 80, 24)
        dashboard.press(keys)
        try expect(dashboard.draw(), looksLike: "lesson-\(name)-switched")
    }

    @Test func `where there is no text to take apart`() throws {
        try expect(
            LessonFixture.opened(.words, 80, 24, on: LessonFixture.points).draw(),
            looksLike: "lesson-words-none")
    }

    @Test(arguments: Lesson.allCases, Glyphs.allCases)
    func `use no sign that their terminal lacks`(lesson: Lesson, glyphs: Glyphs) {
        guard glyphs != .braille else { return }
        let used = Set(dashboard(lesson, 80, 24, glyphs).draw().cells.map(\.character)).subtracting([
            Cell.rightHalf
        ])
        let strange = used.filter {
            !$0.isASCII && (glyphs == .ascii || !`The glyphs`.codePage437.contains($0))
        }
        #expect(strange.isEmpty, "\(strange)")
    }

    @Test(arguments: Lesson.allCases)
    func `stay on the screen at any size`(lesson: Lesson) {
        for dataset in [LessonFixture.dataset, LessonFixture.points] {
            var dashboard = LessonFixture.opened(lesson, on: dataset)
            for keys in ["", "end w p"] {
                dashboard.press(keys)
                for columns in [0, 1, 5, 20, 36, 39, 41, 66, 80, 130] {
                    for rows in Array(0...8) + [10, 15, 24, 45] {
                        _ = dashboard.update(.event(.resize(Size(columns, rows))))
                        let canvas = dashboard.draw()
                        #expect(canvas.size == Size(columns, rows))
                    }
                }
            }
        }
    }

    /// Nothing else may move, whether a slider is at its end or not.
    @Test(arguments: Lesson.allCases)
    func `keep their sliders' tracks in place`(lesson: Lesson) {
        var dashboard = LessonFixture.opened(lesson, 80, 24)
        func tracks() -> [Rect] {
            dashboard.draw().links.filter { if case .slideTo = $0.command { true } else { false } }.map(
                \.area)
        }
        let before = tracks()
        #expect(before.count >= 20)
        for keys in ["home", "L", "end"] {
            dashboard.press(keys)
            #expect(tracks() == before)
        }
    }
}

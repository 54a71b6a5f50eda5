import Datasets
import Testing

@testable import TUI

@Suite struct `The lesson on multi-hot rows` {
    @Test func `takes the text of 87 words that has 57 ones`() throws {
        let text = try #require(LessonText(LessonFixture.dataset))
        #expect(text.name == "made-up wires, train 1, acq")
        #expect(text.tokens.count == 87 && text.ones.count == 57)
        #expect(text.columns == 10_000)
        let screen = LessonFixture.opened(.words).screen
        #expect(screen.contains("87 words, 57 ones and 9,943 zeros"))
    }

    @Test func `takes the nearest where there is none like it`() throws {
        let text = try #require(LessonText(Fixture.dataset))
        let nearest = (0..<300).map { number -> Int in
            let words = Fixture.dataset.train.texts?[number] ?? []
            return abs(words.count - 87) + abs(Set(words).count - 57)
        }.min()
        #expect(abs(text.tokens.count - 87) + abs(text.ones.count - 57) == nearest)
    }

    @Test func `goes from word to word, its index and its column`() {
        var dashboard = LessonFixture.opened(.words)
        dashboard.press("home")
        #expect(dashboard.screen.contains("[start], index 1, column 1"))
        dashboard.press("right right")
        #expect(dashboard.screen.contains("the, rank 1 + 3 = index 4, column 4"))
        dashboard.press("end")
        #expect(dashboard.sliders == [87])
        #expect(dashboard.screen.contains("87 of 87"))
    }

    @Test func `says of a repeated word where it was before`() throws {
        let text = try #require(LessonText(LessonFixture.dataset))
        let repeated = try #require(text.firstPlaces.indices.first { text.firstPlaces[$0] < $0 })
        var dashboard = LessonFixture.opened(.words)
        dashboard.perform("slide 1 \(repeated + 1)")
        #expect(dashboard.screen.contains("It has stood at word \(text.firstPlaces[repeated] + 1) already"))
        dashboard.perform("slide 1 \(text.firstPlaces[repeated] + 1)")
        #expect(dashboard.screen.contains("but leaves a single one"))
    }

    @Test func `says where to get texts, and takes those that come`() {
        var dashboard = LessonFixture.opened(.words, on: LessonFixture.points)
        #expect(dashboard.screen.contains("needs a data set of texts"))
        dashboard.press("right end p tab w r")
        #expect(dashboard.sliders.isEmpty)
        _ = dashboard.update(.loaded(LessonFixture.dataset))
        #expect(dashboard.screen.contains("87 words, 57 ones"))
    }

    @Test func `keeps the word in sight in a text longer than the window`() {
        var dashboard = LessonFixture.opened(.words, 60, 15)
        for keys in ["home", "L L L", "end"] {
            dashboard.press(keys)
            let marked = dashboard.draw().cells.contains {
                $0.style.role == .cursor && $0.style.attributes.contains(.underline)
            }
            #expect(marked, "after \(keys)")
        }
    }

    @Test(arguments: Glyphs.allCases)
    func `draws a dot for each one, as long as there is room`(glyphs: Glyphs) {
        let ones = Array(stride(from: 0, to: 1000, by: 97))
        var canvas = Canvas(Size(80, 21))
        MultiHotStrip(columns: 1000, ones: ones, chosen: 97).draw(in: canvas.bounds, on: &canvas, glyphs)
        let dotted = canvas.cells.filter { [.run1, .cursor].contains($0.style.role) }
        #expect(dotted.count == ones.count)
        #expect(canvas.cells.count { $0.style.role == .cursor } == 1)
    }

    @Test func `draws strips of any length in any room`() {
        for columns in [0, 1, 9, 10_000, 1_000_000] {
            for size in [Size(0, 0), Size(1, 1), Size(12, 1), Size(12, 2), Size(40, 3), Size(200, 50)] {
                var canvas = Canvas(size)
                MultiHotStrip(columns: columns, ones: [-1, 0, columns - 1, columns], chosen: columns - 1)
                    .draw(in: canvas.bounds, on: &canvas, .braille)
                #expect(canvas.size == size)
            }
        }
    }
}

import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Marking samples` {
    private func marked() -> Dashboard {
        var dashboard = Fixture.dashboard()
        dashboard.press("m j j m j j m")
        return dashboard
    }

    @Test func `shows marks in the list, and takes them away again`() {
        var dashboard = marked()
        #expect(dashboard.screen.split(separator: "\n").count { $0.contains("◆") } == 3)
        #expect(dashboard.notice?.text.contains("3 notes") == true)
        dashboard.press("m")
        #expect(dashboard.screen.split(separator: "\n").count { $0.contains("◆") } == 2)
    }

    @Test func `goes from mark to mark, round and round`() {
        var dashboard = marked()
        var seen: [Int?] = []
        for _ in 0..<4 {
            dashboard.press("'")
            seen.append(dashboard.samples.selected)
        }
        #expect(seen == [100, 102, 104, 100])
    }

    @Test func `keeps the marked ones alone, and all again`() {
        var dashboard = marked()
        dashboard.press("M")
        #expect(dashboard.samples.rows == [100, 102, 104])
        #expect(dashboard.screen.contains("with a mark"))
        dashboard.press("M")
        #expect(dashboard.samples.rows.count == 200)
        dashboard.press("M esc")
        #expect(dashboard.samples.rows.count == 200)
        #expect(dashboard.samples.marks.count == 3)
    }

    @Test func `keeps marks beside the other filters`() throws {
        var dashboard = marked()
        dashboard.press("M f")
        dashboard.type("frost")
        let both = dashboard.samples.rows
        for row in both {
            #expect([100, 102, 104].contains(row))
            let text = try #require(Fixture.dataset.text(of: row, in: Fixture.dataset.train))
            #expect(text.contains("frost"))
        }
        dashboard.press("esc")
        #expect(dashboard.samples.rows == [100, 102, 104])
        dashboard.perform("keep class \(Fixture.dataset.train.labels[102])")
        #expect(dashboard.samples.rows.allSatisfy { [100, 102, 104].contains($0) })
        #expect(dashboard.samples.rows.contains(102))
    }

    @Test func `marks a sample in whatever part it is listed`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("select test 5")
        dashboard.press("m")
        dashboard.perform("select validation 5")
        #expect(!dashboard.samples.isMarked(5), "the fifth of the test samples is another")
        dashboard.press("m")
        // Set aside no longer, it is a training sample, and still the same.
        dashboard.perform("change validation(0)")
        dashboard.perform("part train")
        #expect(dashboard.samples.isMarked(5))
    }

    @Test func `marks from the inspector, too`() {
        var dashboard = Fixture.trained(3)
        dashboard.press("4 m")
        #expect(dashboard.samples.marks.count == 1)
    }

    @Test func `says how to mark where nothing is marked`() {
        var dashboard = Fixture.dashboard()
        for keys in ["'", "M"] {
            dashboard.press(keys)
            #expect(dashboard.notice?.text.contains("m marks one") == true)
            #expect(dashboard.samples.rows.count == 200)
        }
    }
}

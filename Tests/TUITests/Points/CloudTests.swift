import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The playground` {
    /// The data sets that effects load.
    private func loads(_ effects: [Effect]) -> [String] {
        effects.compactMap { if case .load(let term, _) = $0 { "\(term)" } else { nil } }
    }

    @Test(arguments: ["1", "4"])
    func `draws points with another noise or seed, or another shape`(pane: String) {
        var dashboard = PointsFixture.dashboard()
        dashboard.press(pane)
        func pressed(_ key: String) -> [String] {
            var dashboard = dashboard
            return loads(dashboard.press(key))
        }
        #expect(pressed("+") == ["blobs(noise=1.1)"])
        #expect(pressed("=") == ["blobs(noise=1.1)"])
        #expect(pressed("-") == ["blobs(noise=0.9)"])
        #expect(pressed("r") == ["blobs(seed=31)"])
        #expect(pressed("R") == ["blobs(seed=29)"])
        #expect(pressed("w") == ["spirals"])
        #expect(pressed("W") == ["gaussians"])
    }

    @Test func `remembers what was asked for while it is on its way`() {
        var dashboard = PointsFixture.dashboard()
        #expect(loads(dashboard.press("+ + r")).last == "blobs(noise=1.2, seed=31)")
        #expect(dashboard.notice?.text == "blobs: noise 1.2, seed 31.")
        #expect(loads(dashboard.press("w")) == ["spirals"])
        #expect(loads(dashboard.press("+")) == ["spirals(noise=0.25)"])
        dashboard.perform("seed 7")
        #expect(dashboard.notice?.text == "spirals: noise 0.25, seed 7.")
    }

    @Test func `goes on from what was asked for last, whatever arrives in between`() throws {
        var dashboard = PointsFixture.dashboard()
        dashboard.press("1 + +")
        let late = try Catalog.load(Term(parsing: "blobs(noise=1.1)"), from: DataLocations(environment: [:]))
        _ = dashboard.update(.loaded(late))
        #expect(loads(dashboard.press("r")) == ["blobs(noise=1.2, seed=31)"])
        let last = try Catalog.load(
            Term(parsing: "blobs(noise=1.2, seed=31)"), from: DataLocations(environment: [:]))
        _ = dashboard.update(.loaded(last))
        #expect(dashboard.plane.wanted == nil)
        dashboard.perform("load moons")
        #expect(loads(dashboard.press("+")) == ["blobs(seed=31, noise=1.3)"])
    }

    @Test(arguments: [
        ("noise 0.2", "blobs(noise=0.2)"), ("noise 0", "blobs(noise=0)"), ("seed 4", "blobs(seed=4)"),
        ("cloud moons", "moons"), ("noise more", "blobs(noise=1.1)"), ("seed previous", "blobs(seed=29)"),
        ("cloud next", "spirals"),
    ])
    func `is told the same by text`(text: String, term: String) {
        var dashboard = PointsFixture.dashboard()
        #expect(loads(dashboard.perform(text)) == [term])
        #expect(Command(text)?.description == text)
    }

    @Test(arguments: [
        "noise", "noise -1", "noise 101", "noise nan", "noise much", "seed -1", "seed 1.5",
        "seed 4294967296", "cloud", "cloud a b", "noise 1 2",
    ])
    func `is told by nothing else`(text: String) {
        #expect(Command(text) == nil)
    }

    @Test func `goes down in noise the way it came up, and ends at 0`() {
        var noise = 0.0
        var way = [noise]
        for _ in 0..<40 {
            noise = Dashboard.stepped(noise, by: 1)
            way.append(noise)
        }
        #expect(way.prefix(12) == [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
        #expect(way.contains(2) && way.contains(2.5))
        for expected in way.dropLast().reversed() {
            noise = Dashboard.stepped(noise, by: -1)
            #expect(noise == expected)
        }
        #expect(Dashboard.stepped(0, by: -1) == 0)
        #expect(Dashboard.stepped(100, by: 1) == 100)
    }

    @Test func `keeps the layers, and has as many outputs as the new points have classes`() throws {
        var dashboard = PointsFixture.dashboard()
        dashboard.press("+")
        _ = dashboard.update(
            .loaded(try Catalog.load(Term("spirals"), from: DataLocations(environment: [:]))))
        #expect(dashboard.experiment.model.layers.compactMap(\.units) == [2, 2])
        #expect(dashboard.plane.points.marks.count == dashboard.samples.rows.count)
    }

    @Test func `waits for the run to end`() {
        var dashboard = PointsFixture.trained()
        dashboard.press("1")
        #expect(loads(dashboard.press("+")).isEmpty)
        #expect(dashboard.notice?.text.contains("Stop the run first") == true)
    }

    @Test func `says what it needs where the samples are others`() {
        var dashboard = Fixture.dashboard()
        #expect(loads(dashboard.perform("noise 0.2")).isEmpty)
        #expect(dashboard.notice?.text.contains("no noise and no seed") == true)
        #expect(loads(dashboard.perform("cloud next")) == ["blobs"])
        #expect(loads(dashboard.perform("cloud teapot")).isEmpty)
        #expect(dashboard.notice?.isError == true)
    }
}

import Testing

@testable import TUI

@Suite struct `A scale` {
    /// Ends as data may have them, kind or not.
    static let ends: [(Double, Double)] = [
        (0, 1), (0, 0), (5, 5), (-3, 7), (2, 1), (0, 1e-9), (0.25, 0.75), (1, 1.000_000_000_000_1),
        (0, .leastNonzeroMagnitude),
        (-1e308, 1e308), (1e308, 1.7e308), (9999, 9999.001), (10_000, 10_004), (1e-5, 1.2e-5),
        (.nan, 1), (0, .nan), (.nan, .nan), (0, .infinity), (-.infinity, 0), (-.infinity, .infinity),
    ]

    @Test(arguments: ends)
    func `has finite ends, one above the other`(lower: Double, upper: Double) {
        let scale = Scale(lower, upper, ticks: 5)
        #expect(scale.lower.isFinite)
        #expect(scale.upper.isFinite)
        #expect(scale.lower < scale.upper)
        #expect(scale.step > 0)
    }

    @Test(arguments: ends)
    func `puts its ticks within its ends, each with a label of its own`(lower: Double, upper: Double) {
        let scale = Scale(lower, upper, ticks: 5)
        #expect(scale.ticks.isEmpty == false)
        #expect(scale.ticks.count <= 12)
        for tick in scale.ticks {
            #expect(-0.000_001...1.000_001 ~= scale.share(tick))
        }
        let labels = scale.ticks.map(scale.label)
        #expect(Set(labels).count == labels.count, "\(labels)")
    }

    @Test(arguments: ends)
    func `finds a dot for every value, or says that it is outside`(lower: Double, upper: Double) {
        let scale = Scale(lower, upper, ticks: 5)
        for value in [0, 1, -1, 1e308, -1e308, .infinity, -.infinity, .nan, .leastNonzeroMagnitude] {
            #expect(-1...40 ~= scale.dot(value, of: 40))
        }
        #expect(scale.dot(scale.lower, of: 40) == 0)
        #expect(scale.dot(scale.upper, of: 40) == 39)
        #expect(scale.dot(.nan, of: 40) == -1)
        #expect(scale.dot(scale.lower, of: 1) == 0)
    }

    @Test(arguments: [
        (1.0, 1.0), (0.9, 1), (1.3, 2), (2.4, 2), (2.6, 5), (5, 5), (7, 10), (0.013, 0.02), (4200, 5000),
    ])
    func `steps by 1, 2 or 5 times a power of ten`(rough: Double, step: Double) {
        #expect(abs(Scale.roundStep(rough, whole: false) - step) < step * 1e-9)
    }

    @Test func `has round ticks`() {
        #expect(
            Scale(0, 1, ticks: 5).ticks.map(Scale(0, 1, ticks: 5).label) == [
                "0.0", "0.2", "0.4", "0.6", "0.8", "1.0",
            ])
        #expect(Scale(0.13, 3.4, ticks: 3).ticks == [1, 2, 3])
        #expect(Scale(-7, 12, ticks: 4).ticks == [-5, 0, 5, 10])
    }

    @Test(arguments: [1, 2, 3, 7, 20, 1000, 100_000])
    func `has whole ticks where it counts`(last: Int) {
        let scale = Scale(1, Double(last), ticks: 8, whole: true)
        for tick in scale.ticks { #expect(tick == tick.rounded()) }
        #expect(scale.step >= 1)
    }

    @Test(arguments: [
        (10_000.0, 10_004.0, 10_002.0, "1.0002e4"), (0, 50_000, 20_000, "2e4"), (0, 1, 0, "0.0"),
        (0, 1e-6, 0, "0"),
        (0, 1e-6, 2e-7, "2e-7"), (0, 20, 10, "10"), (0, 0.01, 0.004, "0.004"),
    ])
    func `writes the digits that tell a tick from the next`(
        lower: Double, upper: Double, tick: Double, label: String
    ) {
        #expect(Scale(lower, upper, ticks: 5).label(tick) == label)
    }
}

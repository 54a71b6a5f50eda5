import Testing

@testable import TUI

@Suite struct `An axis` {
    private func logarithmic(_ lower: Double, _ upper: Double, ticks: Int = 5) -> Axis {
        Axis(lower, upper, ticks: ticks, isLogarithmic: true)
    }

    @Test(
        arguments: [
            (1, 1000, 3, [1, 10, 100, 1000]), (1, 100, 7, [1, 2, 5, 10, 20, 50, 100]),
            (0.03, 0.7, 5, [0.05, 0.1, 0.2, 0.5]), (1e-6, 1, 3, [1e-6, 1e-4, 1e-2, 1]),
            (1.1, 1.4, 3, [1.1, 1.2, 1.3, 1.4]),
        ] as [(Double, Double, Int, [Double])])
    func `has ticks at powers of ten, 1-2-5 where there is room`(
        lower: Double, upper: Double, ticks: Int, expected: [Double]
    ) {
        let axis = logarithmic(lower, upper, ticks: ticks)
        #expect(axis.ticks.count == expected.count, "\(axis.ticks)")
        for (tick, wanted) in zip(axis.ticks, expected) { #expect(abs(tick - wanted) < wanted * 1e-9) }
    }

    @Test(arguments: [
        (1.0, "1"), (0.05, "0.05"), (0.001, "0.001"), (0.0002, "2e-4"), (500, "500"), (10_000, "1e4"),
    ])
    func `writes logarithmic ticks in full where they are short`(tick: Double, label: String) {
        #expect(logarithmic(1e-6, 1e6).label(tick) == label)
    }

    @Test(arguments: [false, true])
    func `finds the way back from a place`(isLogarithmic: Bool) {
        let axis = Axis(0.5, 80, ticks: 4, isLogarithmic: isLogarithmic)
        for value in [0.5, 1, 7, 79.9] {
            #expect(abs(axis.value(at: axis.share(value)) - value) < 1e-9)
        }
        #expect(axis.dot(0.5, of: 40) == 0)
        #expect(axis.dot(80, of: 40) == 39)
    }

    @Test func `has no place for what has no logarithm`() {
        let axis = logarithmic(1, 10)
        #expect([0, -1, .nan, .infinity].allSatisfy { axis.takes($0) == false })
        #expect(axis.takes(0.5))
        #expect(axis.dot(-1, of: 10) == -1)
    }

    @Test(arguments: `A scale`.ends, [false, true])
    func `is sound whatever its ends`(ends: (Double, Double), isLogarithmic: Bool) {
        let axis = Axis(ends.0, ends.1, ticks: 5, isLogarithmic: isLogarithmic)
        #expect(axis.lower.isFinite)
        #expect(axis.upper.isFinite)
        #expect(axis.lower < axis.upper)
        #expect(axis.ticks.count <= 14)
        for tick in axis.ticks { #expect(-0.000_001...1.000_001 ~= axis.share(tick)) }
        for value in [0, 1, -1, 1e308, -1e308, .infinity, .nan] {
            #expect(-1...40 ~= axis.dot(value, of: 40))
        }
    }

    @Test func `counts in thousands where numbers are long`() {
        let axis = Axis(1, 2_000_000, ticks: 4, whole: true)
        #expect(axis.countLabel(500) == "500")
        #expect(axis.countLabel(500_000) == "500k")
        #expect(axis.countLabel(2_000_000) == "2M")
        #expect(axis.countLabel(12_345) == "12345")
    }

    @Test func `writes seconds as minutes`() {
        let axis = Axis(0, 600, ticks: 5, unit: 60)
        #expect(axis.ticks == [0, 120, 240, 360, 480, 600])
        #expect(axis.ticks.map(axis.label) == ["0", "2", "4", "6", "8", "10"])
    }
}

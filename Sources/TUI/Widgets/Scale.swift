import Glibc

/// A stretch of numbers with round ticks, mapped onto a stretch of dots.
struct Scale: Equatable {
    /// The ends.
    let lower: Double
    let upper: Double
    /// How far one tick is from the next: 1, 2 or 5 times a power of ten.
    let step: Double

    /// A scale between two values, widened to whole steps where `rounded`.
    ///
    /// - Parameters:
    ///   - lower: The least value.
    ///   - upper: The greatest; a little more than `lower` is taken where it is not above it.
    ///   - ticks: About how many ticks there is room for, at least 1.
    ///   - whole: Whether ticks stand at whole numbers only.
    ///   - rounded: Whether the ends move outwards to the next tick.
    init(_ lower: Double, _ upper: Double, ticks: Int, whole: Bool = false, rounded: Bool = true) {
        let lower = lower.isFinite ? lower : 0
        let upper =
            upper.isFinite && upper > lower ? upper : lower + (whole ? 1 : max(abs(lower) * 0.1, 1e-6))
        let step = Self.roundStep((upper - lower) / Double(max(1, ticks)), whole: whole)
        self.step = step
        self.lower = rounded ? (lower / step).rounded(.down) * step : lower
        self.upper = rounded ? (upper / step).rounded(.up) * step : upper
    }

    /// The least of 1, 2 and 5 times a power of ten that is not far below `rough`: a tick more does no harm.
    static func roundStep(_ rough: Double, whole: Bool) -> Double {
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.8 } ?? 10 * power
        return whole ? max(1, step.rounded()) : step
    }

    /// Where the ticks stand, from the lowest.
    var ticks: [Double] {
        let first = (lower / step - 1e-9).rounded(.up)
        let last = (upper / step + 1e-9).rounded(.down)
        guard first <= last, last - first < 1000 else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper.
    func share(_ value: Double) -> Double { (value - lower) / (upper - lower) }

    /// The dot that a value falls on.
    ///
    /// - Parameters:
    ///   - value: Any finite value; one outside the scale falls outside the dots.
    ///   - dots: How many dots the scale runs over, at least 1.
    /// - Returns: 0 at the lower end, `dots - 1` at the upper.
    func dot(_ value: Double, of dots: Int) -> Int {
        let place = (share(value) * Double(dots - 1)).rounded()
        // Far outside is as good as just outside, and fits an Int.
        return Int(max(-1, min(Double(dots), place)))
    }

    /// A tick's label, with just the digits that tell it from the next.
    func label(_ tick: Double) -> String {
        if abs(tick) >= 10_000 || (tick != 0 && abs(tick) < 0.001) { return Format.scientific(tick) }
        let places = max(0, -Int(floor(log10(step) + 1e-9)))
        return Format.fixed(tick == 0 ? 0 : tick, places)
    }
}

import Glibc

/// A stretch of numbers with round ticks, mapped onto a stretch of dots.
struct Scale: Equatable {
    /// The ends.
    let lower: Double
    let upper: Double
    /// The distance from one tick to the next: 1, 2 or 5 times a power of ten.
    let step: Double

    /// A scale between two values.
    ///
    /// - Parameters:
    ///   - lower: The least value; 0 is taken where it is no number.
    ///   - upper: The greatest; more than `lower` is taken where it is not clearly above it.
    ///   - ticks: The approximate number of ticks that there is room for, at least 1.
    ///   - whole: Ticks stand at whole numbers only.
    init(_ lower: Double, _ upper: Double, ticks: Int, whole: Bool = false) {
        let lower = lower.isFinite ? Self.clamped(lower) : 0
        let upper = upper.isFinite ? Self.clamped(upper) : lower
        // Closer ends leave too few digits to tell ticks apart.
        let isClear = upper - lower > max(abs(lower) * 1e-9, 1e-290)
        self.lower = lower
        self.upper = isClear ? upper : lower + max(abs(lower) * 0.1, whole ? 1 : 1e-6)
        step = Self.roundStep((self.upper - lower) / Double(max(1, ticks)), whole: whole)
    }

    /// The value, kept so far from the largest that differences of two remain numbers.
    private static func clamped(_ value: Double) -> Double { min(1e300, max(-1e300, value)) }

    /// The least of 1, 2 and 5 times a power of ten that is not far below `rough`: a tick more does no harm.
    static func roundStep(_ rough: Double, whole: Bool) -> Double {
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.8 } ?? 10 * power
        return whole ? max(1, step.rounded()) : step
    }

    /// The values of the ticks, from the lowest.
    var ticks: [Double] {
        let first = (lower / step - 1e-9).rounded(.up)
        let last = (upper / step + 1e-9).rounded(.down)
        guard first <= last, last - first < 1000 else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// The place of a value: 0 at the lower end, 1 at the upper.
    func share(_ value: Double) -> Double { (value - lower) / (upper - lower) }

    /// The dot that a value falls on.
    ///
    /// - Parameters:
    ///   - value: Any value; one outside the scale, or one that is no number, falls outside the dots.
    ///   - dots: The number of dots that the scale runs over, at least 1.
    /// - Returns: 0 at the lower end, `dots - 1` at the upper.
    func dot(_ value: Double, of dots: Int) -> Int {
        let place = (share(value) * Double(dots - 1)).rounded()
        guard !place.isNaN else { return -1 }
        // Far outside is as good as just outside, and fits an Int.
        return Int(max(-1, min(Double(dots), place)))
    }

    /// A tick's label, with just the digits that tell it from the next.
    func label(_ tick: Double) -> String {
        let size = abs(tick)
        // Sums of steps that should be zero may miss it by a hair.
        guard size > step * 1e-6 else { return step < 0.001 ? "0" : Format.fixed(0, places) }
        guard size < 0.001 || size >= 10_000 else { return Format.fixed(tick, places) }
        let digits = Self.exponent(size) - Self.exponent(step)
        return Format.scientific(tick, max(1, digits))
    }

    /// The number of digits behind the point in a multiple of the step.
    private var places: Int { max(0, -Self.exponent(step)) }

    private static func exponent(_ number: Double) -> Int { Int(floor(log10(number) + 1e-9)) }
}

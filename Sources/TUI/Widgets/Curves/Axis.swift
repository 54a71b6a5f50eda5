import Glibc

/// One axis of a chart: a stretch of numbers, even or logarithmic, mapped onto a stretch of dots.
struct Axis: Equatable {
    /// The ends.
    let lower: Double
    let upper: Double
    /// Tells whether equal distances are equal factors.
    let isLogarithmic: Bool
    /// The values with numbers, from the lowest.
    let ticks: [Double]
    private let scale: Scale
    /// Tells whether a logarithmic axis is so short that it has the ticks of a plain one.
    private let hasPlainTicks: Bool
    /// The unit in which ticks are written: 60 where seconds are written as minutes.
    private let unit: Double
    private let logLower: Double
    private let logSpan: Double

    /// An axis between two values.
    ///
    /// - Parameters:
    ///   - lower: The least value; where it can't be the end of such an axis, another is taken.
    ///   - upper: The greatest.
    ///   - ticks: The approximate number of ticks that there is room for, at least 1.
    ///   - whole: Ticks stand at whole numbers only.
    ///   - isLogarithmic: Equal distances are equal factors.
    ///   - unit: The size of one written unit.
    init(
        _ lower: Double, _ upper: Double, ticks: Int, whole: Bool = false, isLogarithmic: Bool = false,
        unit: Double = 1
    ) {
        self.isLogarithmic = isLogarithmic
        self.unit = unit > 0 ? unit : 1
        guard isLogarithmic else {
            scale = Scale(lower / self.unit, upper / self.unit, ticks: ticks, whole: whole)
            (self.lower, self.upper) = (scale.lower * self.unit, scale.upper * self.unit)
            (logLower, logSpan, hasPlainTicks) = (0, 1, true)
            self.ticks = scale.ticks.map { $0 * unit }
            return
        }
        let ends = Self.logarithmicEnds(lower / self.unit, upper / self.unit)
        scale = Scale(ends.lowerBound, ends.upperBound, ticks: ticks, whole: whole)
        (self.lower, self.upper) = (ends.lowerBound * self.unit, ends.upperBound * self.unit)
        logLower = log10(self.lower)
        logSpan = log10(self.upper) - logLower
        let decades = Self.logarithmicTicks(ends, ticks: max(1, ticks))
        hasPlainTicks = decades.isEmpty
        self.ticks = (decades.isEmpty ? scale.ticks.filter { $0 > 0 } : decades).map { $0 * unit }
    }

    /// Ends that have logarithms, clearly apart.
    private static func logarithmicEnds(_ lower: Double, _ upper: Double) -> ClosedRange<Double> {
        let upper = upper.isFinite && upper > 0 ? min(1e300, max(1e-280, upper)) : 1
        let lower = lower.isFinite && lower > 0 ? max(1e-290, lower) : upper / 1000
        return lower * 1.000_001 < upper ? lower...upper : upper / 1.5...upper * 1.5
    }

    /// Powers of ten, with their doubles and fivefolds where there is room; nothing where less than two of all these
    /// lie between the ends.
    private static func logarithmicTicks(_ ends: ClosedRange<Double>, ticks: Int) -> [Double] {
        let (first, last) = (Int(floor(log10(ends.lowerBound))), Int(ceil(log10(ends.upperBound))))
        let inside = ends.lowerBound * (1 - 1e-9)...ends.upperBound * (1 + 1e-9)
        func multiples(_ factors: [Double], every decades: Int) -> [Double] {
            (first...max(first, last)).filter { $0 % decades == 0 }.flatMap { decade in
                factors.map { $0 * pow(10, Double(decade)) }
            }.filter(inside.contains)
        }
        let fine = multiples([1, 2, 5], every: 1)
        if fine.count < 2 { return [] }
        if fine.count <= ticks + 1 { return fine }
        for decades in 1...max(1, last - first) {
            let coarse = multiples([1], every: decades)
            if coarse.count <= ticks + 1, !coarse.isEmpty { return coarse }
        }
        return multiples([1], every: 1).prefix(1).map(\.self)
    }

    /// Tells whether a value has a place on such an axis, inside its ends or not.
    func takes(_ value: Double) -> Bool { value.isFinite && (!isLogarithmic || value > 0) }

    /// The place of a value: 0 at the lower end, 1 at the upper; no number where it has no place.
    func share(_ value: Double) -> Double {
        guard isLogarithmic else { return scale.share(value / unit) }
        return value > 0 ? (log10(value) - logLower) / logSpan : .nan
    }

    /// The value at a place: at 0 the lower end, at 1 the upper.
    func value(at share: Double) -> Double {
        isLogarithmic ? pow(10, logLower + share * logSpan) : lower + share * (upper - lower)
    }

    /// The dot that a value falls on, as ``Scale/dot(_:of:)`` has it.
    func dot(_ value: Double, of dots: Int) -> Int {
        let place = (share(value) * Double(dots - 1)).rounded()
        guard !place.isNaN else { return -1 }
        return Int(max(-1, min(Double(dots), place)))
    }

    /// Tells whether a value lies between the ends.
    func contains(_ value: Double) -> Bool { 0...1 ~= share(value) }

    /// A tick's label, with just the digits that tell it from the next.
    func label(_ tick: Double) -> String {
        let tick = tick / unit
        // Logarithmic ticks are single digits with zeros, unless they are those of a plain scale.
        guard isLogarithmic, !hasPlainTicks else { return scale.label(tick) }
        guard tick < 10_000, tick >= 0.001 else { return Format.scientific(tick) }
        return Format.fixed(tick, max(0, -Int(floor(log10(tick) + 1e-9))))
    }

    /// A tick's label where ticks are counts: `800`, `12k`, `1500k`.
    func countLabel(_ tick: Double) -> String {
        let count = (tick / unit).rounded()
        guard abs(count) < 1e15 else { return Format.scientific(count) }
        let whole = Int(count)
        guard abs(whole) >= 10_000, whole % 1000 == 0 else { return "\(whole)" }
        return whole % 1_000_000 == 0 ? "\(whole / 1_000_000)M" : "\(whole / 1000)k"
    }
}

import Glibc

/// A number that a person moves between two ends.
struct LessonSlider: Equatable, Sendable {
    /// The quantity that it sets.
    var name: String
    /// Its ends.
    private(set) var range: ClosedRange<Double>
    /// The distance that a key moves it, and the longest one; in powers of ten where it is logarithmic.
    let step: Double
    let farStep: Double
    /// Tells whether equal ways are equal factors.
    private(set) var isLogarithmic: Bool
    /// The form in which the number is written.
    var format: Format
    /// The number that is set.
    private(set) var value: Double

    /// The forms in which a slider's number is written.
    enum Format: Equatable, Sendable {
        /// With so many digits behind the point.
        case places(Int)
        /// As a probability, which may be very small.
        case probability
        /// As one of so many.
        case outOf(Int)
    }

    /// Makes a slider.
    init(
        _ name: String, _ value: Double, in range: ClosedRange<Double>, step: Double, far: Double,
        isLogarithmic: Bool = false, format: Format = .places(1)
    ) {
        (self.name, self.range, self.step, farStep) = (name, range, step, far)
        (self.isLogarithmic, self.format) = (isLogarithmic, format)
        self.value = range.clamp(value)
    }

    /// The position between the ends: 0 at the lower, 1 at the upper.
    var share: Double {
        let ends = (place(of: range.lowerBound), place(of: range.upperBound))
        return ends.1 > ends.0 ? (place(of: value) - ends.0) / (ends.1 - ends.0) : 0
    }

    /// The value at a share of the way, on the nearest step.
    func value(at share: Double) -> Double {
        let ends = (place(of: range.lowerBound), place(of: range.upperBound))
        return range.clamp(number(at: ((ends.0 + share * (ends.1 - ends.0)) / step).rounded() * step))
    }

    /// Moves it to a value, or to the end that is nearer.
    mutating func go(to value: Double) {
        guard !value.isNaN else { return }
        self.value = range.clamp(value)
    }

    /// Moves it by so many steps, to whole steps.
    mutating func move(by way: Double) {
        // From between two steps it goes to the next one, not past it.
        let steps = place(of: value) / step
        let near = steps.rounded()
        let start = abs(steps - near) < 1e-6 ? near : way > 0 ? steps.rounded(.down) : steps.rounded(.up)
        go(to: number(at: (start + (way / step).rounded()) * step))
    }

    mutating func moveToStart() { value = range.lowerBound }
    mutating func moveToEnd() { value = range.upperBound }

    /// Changes its ends and the way distances are counted; its value stays as it is, as far as it can.
    mutating func scale(to range: ClosedRange<Double>, isLogarithmic: Bool) {
        (self.range, self.isLogarithmic) = (range, isLogarithmic)
        value = range.clamp(value)
    }

    private func place(of value: Double) -> Double {
        isLogarithmic ? log10(max(value, .leastNormalMagnitude)) : value
    }

    private func number(at place: Double) -> Double {
        // Sums of tenths miss round numbers by a hair.
        isLogarithmic ? pow(10, place) : (place * 1e9).rounded() / 1e9
    }

    /// A number of it in words.
    func text(_ value: Double) -> String {
        switch format {
        case .places(let places): TUI.Format.fixed(value, places)
        case .probability: LessonNumber.share(value)
        case .outOf: TUI.Format.fixed(value, 0)
        }
    }

    /// The number that is set, in words.
    var text: String {
        if case .outOf(let count) = format { return "\(text(value)) of \(count)" }
        return text(value)
    }
}

extension ClosedRange<Double> {
    /// The nearest value inside.
    fileprivate func clamp(_ value: Double) -> Double { Swift.min(upperBound, Swift.max(lowerBound, value)) }
}

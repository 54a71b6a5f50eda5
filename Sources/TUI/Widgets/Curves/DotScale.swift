import Glibc

/// An axis laid onto a number of dots, worked out once for many values.
struct DotScale {
    private let dots: Double
    private let lower: Double
    private let factor: Double
    private let isLogarithmic: Bool

    /// - Parameters:
    ///   - axis: The axis.
    ///   - dots: The number of dots that it runs over, at least 1.
    init(_ axis: Axis, dots: Int) {
        self.dots = Double(dots)
        isLogarithmic = axis.isLogarithmic
        lower = isLogarithmic ? log10(axis.lower) : axis.lower
        factor = Double(dots - 1) / ((isLogarithmic ? log10(axis.upper) : axis.upper) - lower)
    }

    /// The dot that a value falls on: 0 at the lower end; -1 or the number of dots outside, and -1 for what has no
    /// place.
    func dot(_ value: Double) -> Int {
        let place = ((isLogarithmic ? log10(value) : value) - lower) * factor + 0.5
        // No number is not above anything.
        guard place > 0 else { return -1 }
        return Int(min(dots, place))
    }
}

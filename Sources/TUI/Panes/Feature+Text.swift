import Datasets
import Glibc

/// Numbers as they were measured, with their units.
extension Feature {
    /// The number of digits shown of a measured number.
    private static let digits = 5

    /// The measured number behind a number of the network, without digits that come from rounding alone.
    func exact(_ value: Float) -> Double {
        let measured = measured(value)
        guard scale != 1 || offset != 0, measured.isFinite else { return measured }
        let blur = abs(scale) * max(1, abs(Double(value))) * 2.5e-7
        guard blur > 1e-30, blur < 1e30 else { return measured }
        let step = pow(10, log10(blur).rounded(.up))
        // Divided by a whole number, a decimal fraction is the nearest there is.
        return step < 1
            ? (measured / step).rounded() / (1 / step).rounded() : (measured / step).rounded() * step
    }

    /// The number alone, in what is shown as its unit: `37.88`.
    func number(_ value: Float) -> String { number(measured: exact(value), Self.digits) }

    /// A measured number alone.
    func number(measured: Double, _ digits: Int) -> String {
        Format.significant(measured * shown.factor, digits)
    }

    /// A unit such as `10 k$` brings a factor along: what is shown is in k$.
    private var shown: (unit: String, factor: Double) {
        let words = unit.split(separator: " ")
        guard words.count == 2, let factor = Double(words[0]) else { return (unit, 1) }
        return (String(words[1]), factor)
    }

    /// The number with its unit: `$228,400`, `15.2 k$`, `-118.24°`.
    func text(_ value: Float) -> String { text(measured: exact(value)) }

    /// A difference of two of the network's numbers, such as an error, with its unit.
    func text(difference: Double) -> String { text(measured: measured(difference: difference)) }

    /// A measured number with its unit.
    func text(measured: Double) -> String {
        guard measured.isFinite else { return measured.spelt }
        let size = abs(measured)
        switch unit {
        case "": return Format.significant(measured, Self.digits)
        case "$":
            let digits =
                size < 100
                ? Format.fixed(size, 2) : size < 1e15 ? Format.grouped(Int(size.rounded())) : "\(size)"
            return (measured < 0 ? "-$" : "$") + digits
        case "°": return Format.significant(measured, Self.digits) + unit
        default: return "\(number(measured: measured, 4)) \(shown.unit)"
        }
    }

    /// The unit of chart axes, chosen so that their numbers are short: thousands of dollars, say.
    var axis: (unit: String, factor: Double) { unit == "$" ? ("k$", 0.001) : (unit, 1) }

    /// The place of a number of the network on such an axis.
    func onAxis(_ value: Float) -> Double { measured(value) * axis.factor }
}

extension Format {
    /// A number with so many significant digits, without zeros at its end: `37.88`, `1467`, `0.00632`.
    static func significant(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : value.spelt }
        let size = abs(value)
        guard size >= 1e-4, size < 1e9 else { return scientific(value, max(1, digits - 1)) }
        var places = digits - 1
        var bound = 10.0
        while size >= bound, places > 0 {
            places -= 1
            bound *= 10
        }
        bound = 1
        while size < bound, bound > 1e-5 {
            places += 1
            bound /= 10
        }
        var text = fixed(value, places)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}

import Datasets
import Glibc

/// Numbers as people read them.
enum Format {
    /// A number with so many digits behind the point; `nan` and `inf` stay words.
    static func fixed(_ value: Double, _ places: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else {
            return value.isFinite ? scientific(value) : value.spelt
        }
        let scale = pow(10, Double(places))
        let scaled = (abs(value) * scale).rounded()
        // Beyond that a Double has no digits behind the point left to write.
        guard scaled < 9e15 else { return fixed(value, places - 1) }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + "\(Int(scaled))" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
        let digits = "\(rest)"
        return sign + "\(whole)." + String(repeating: "0", count: max(0, places - digits.count)) + digits
    }

    /// A few digits and a power of ten, as in `1.2e-5`.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - places: The number of digits behind the point, at most 15; zeros at the end are left out.
    /// - Returns: The text; `nan` and `inf` stay words.
    static func scientific(_ value: Double, _ places: Int = 1) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : value.spelt }
        var exponent = Int(floor(log10(abs(value))))
        // The powers of ten end before the smallest numbers do, so the way there has two steps.
        let lift = exponent < -200 ? 200 : 0
        let unit = value * pow(10, Double(lift)) / pow(10, Double(exponent + lift))
        let scale = pow(10, Double(min(15, places)))
        var mantissa = (unit * scale).rounded() / scale
        if abs(mantissa) >= 10 {
            mantissa /= 10
            exponent += 1
        }
        let text = mantissa == mantissa.rounded() ? "\(Int(mantissa))" : "\(mantissa)"
        return "\(text)e\(exponent)"
    }

    /// A share of one as percent with one digit behind the point; less where that is all that can be said.
    static func percent(_ share: Double, places: Int = 1) -> String {
        share.isFinite ? fixed(share * 100, places) + " %" : share.spelt
    }

    /// A whole number with a comma between thousands.
    static func grouped(_ number: Int) -> String { number.grouped }

    /// A great number in three digits: `126k`, `1.3M`.
    static func short(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 999.5e9 else { return scientific(number) }
        // A number that would round up to 1000 has the next unit.
        for (unit, sign) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where abs(number) >= unit * 0.9995 {
            let value = number / unit
            return fixed(value, abs(value) < 9.95 ? 1 : 0) + sign
        }
        return fixed(number, 0)
    }

    /// A time, from `0.8 s` to `2 h 5 min`.
    static func seconds(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "?" }
        if seconds < 9.95 { return fixed(seconds, 1) + " s" }
        let whole = Int(min(seconds, 1e9).rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    /// The next greater, or next smaller, of 1, 2 and 5 times a power of ten.
    static func neighbour(of number: Double, _ direction: Int) -> String {
        guard number > 0, number.isFinite else { return "0.001" }
        let exponents = -9...3
        let steps = exponents.flatMap { exponent in [1, 2, 5].map { Double("\($0)e\(exponent)") ?? 0 } }
        let next =
            direction > 0 ? steps.first { $0 > number * 1.000_001 } : steps.last { $0 < number * 0.999_999 }
        return "\(next ?? number)"
    }

    /// A count with its noun: `1 word`, `87 words`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }
}

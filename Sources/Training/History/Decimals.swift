import Datasets
import Glibc

extension Double {
    /// The number with so many decimals, the same in every locale: `0.8190`.
    func text(decimals: Int) -> String {
        guard isFinite, abs(self) < 1e12 else { return spelt }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((abs(self) * Double(scale)).rounded())
        let sign = self < 0 && scaled != 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(sign)\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count)
            + fraction
    }

    /// The number rounded to so many digits, and no more of them than it needs: `0.0001` for 0.00010000000475.
    package func text(digits: Int) -> String {
        guard isFinite, self != 0 else { return spelt }
        let scale = pow(10, Double(digits - 1) - log10(abs(self)).rounded(.down))
        let rounded = (self * scale).rounded() / scale
        return rounded.isFinite ? "\(Term.Value.number(rounded))" : spelt
    }
}

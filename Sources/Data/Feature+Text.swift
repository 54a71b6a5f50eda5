extension Feature {
    /// A value in the feature's unit as people write it: `$228,400`, `15.2 k$`, `41 years`.
    ///
    /// - Parameters:
    ///   - value: What ``measured(_:)`` gives.
    ///   - digits: How many digits matter.
    /// - Returns: The number without digits that say nothing, and the unit where there is one.
    public func text(of value: Double, digits: Int = 4) -> String {
        guard value.isFinite else { return "\(value)" }
        // The place of the last digit that matters; dollars have no more than cents.
        var step = 1.0
        while abs(value) >= step * 10, step < 1e15 { step *= 10 }
        while value != 0, abs(value) < step, step > 1e-12 { step /= 10 }
        for _ in 1..<max(2, digits) { step /= 10 }
        let rounded = abs((value / step).rounded() * step)
        let number =
            step >= 1 || (rounded.rounded() == rounded && rounded < 1e15)
            ? Self.grouped(Int(min(rounded.rounded(), 1e18))) : Self.short(rounded, step)
        let sign = value < 0 && number != "0" ? "-" : ""
        switch unit {
        case "": return sign + number
        case "$": return sign + "$" + number
        case "°": return sign + number + "°"
        default: return "\(sign)\(number) \(unit)"
        }
    }

    private static func short(_ value: Double, _ step: Double) -> String {
        var decimals = 0
        var rest = step
        while rest < 0.99, decimals < 12 {
            rest *= 10
            decimals += 1
        }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        let fraction = "\(scaled % Int(scale))"
        var text =
            "\(scaled / Int(scale))." + String(repeating: "0", count: decimals - fraction.count) + fraction
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in "\(number)".reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}

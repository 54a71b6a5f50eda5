/// Real numbers for the samples: made of whole ones by sums and quotients alone, since the logarithms and sines of two
/// machines may differ in the last digit.
extension SplitMix64 {
    /// A number from 0 up to, but not including, 1, with 53 random bits.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number from `low` up to `high`, every part as likely as another.
    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * unit()
    }

    /// A number with a mean of 0 and a deviation of 1, very nearly with Gauss' distribution: the sum of twelve even ones,
    /// of 16 bits each.
    mutating func gauss() -> Double {
        var sum: UInt64 = 0
        for _ in 0..<3 {
            let bits = next()
            sum += (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + bits >> 48
        }
        return Double(Int64(sum) - 12 * 0x8000) * 0x1p-16
    }

    /// A positive number with a median of 1 whose logarithm has very nearly Gauss' distribution, with this deviation.
    mutating func lognormal(_ spread: Double) -> Double {
        Self.exponential(spread * gauss())
    }

    /// Euler's number to some power, by its series and by squaring; to ten digits.
    static func exponential(_ power: Double) -> Double {
        let part = power / 256
        var result = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<8 { result *= result }
        return result
    }
}

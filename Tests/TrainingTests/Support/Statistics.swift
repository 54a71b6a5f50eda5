/// A few results of the same kind: one a seed.
struct Results {
    let count: Int
    let mean: Double
    /// The standard deviation, by one less than their number; 0 for a single result.
    let deviation: Double

    init(_ values: [Double]) {
        count = values.count
        let mean = values.reduce(0, +) / Double(count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.mean = mean
        deviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
    }

    /// The distance between the means, in standard errors of their difference (Welch's t, signed).
    ///
    /// A single result has no spread of its own: it is taken for one more draw of the other kind, which lies within
    /// `deviation · sqrt(1 + 1/n)` of its mean.
    ///
    /// - Parameter other: The results to compare with.
    /// - Returns: Our mean minus the other; infinite where neither varies and they differ.
    func standardErrors(above other: Results) -> Double {
        let variance =
            if other.count == 1 { deviation * deviation * (1 + 1 / Double(count)) } else if count == 1 {
                other.deviation * other.deviation * (1 + 1 / Double(other.count))
            } else { squaredError + other.squaredError }
        let difference = mean - other.mean
        return difference == 0 ? 0 : difference / variance.squareRoot()
    }

    private var squaredError: Double { deviation * deviation / Double(count) }
}

/// So many of so many.
struct Share: Equatable {
    let hits: Int
    let count: Int

    /// The probability that shares part as far as these by chance alone: Fisher's exact test, both sides.
    ///
    /// - Parameter other: The share to compare with.
    /// - Returns: The probability, at equal chances, of a table that is as unlikely as this one or more so.
    func chance(besides other: Share) -> Double {
        let all = count + other.count
        let hits = hits + other.hits
        func probability(_ here: Int) -> Double {
            Self.choose(count, here) * Self.choose(other.count, hits - here) / Self.choose(all, hits)
        }
        let observed = probability(self.hits)
        // Tables that are as unlikely as this one may come out a little likelier by rounding.
        return (max(0, hits - other.count)...min(count, hits)).map(probability)
            .filter { $0 <= observed * (1 + 1e-9) }.reduce(0, +)
    }

    /// The number of ways to take `part` of `whole`.
    private static func choose(_ whole: Int, _ part: Int) -> Double {
        (0..<part).reduce(1) { $0 * Double(whole - $1) / Double($1 + 1) }
    }
}

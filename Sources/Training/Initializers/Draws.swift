/// Draws that several initializers make.
extension [Float] {
    /// Numbers spread evenly from `-limit` to just under `limit`.
    static func even(_ count: Int, limit: Double, using random: inout Random) -> [Float] {
        let limit = Float(limit)
        return drawn(count) { random.symmetric() * limit }
    }

    /// Numbers of a normal distribution, drawn again where they are more than two deviations from its mean.
    ///
    /// - Parameters:
    ///   - count: The number of values.
    ///   - mean: The middle of the distribution.
    ///   - deviation: The standard deviation that it would have with its tails.
    ///   - random: The generator to draw by.
    /// - Returns: `count` numbers within two deviations of the mean.
    static func truncatedNormal(
        _ count: Int, mean: Double = 0, deviation: Double, using random: inout Random
    ) -> [Float] {
        drawn(count) {
            var number = random.normal()
            while abs(number) > 2 { number = random.normal() }
            return Float(mean + deviation * number)
        }
    }

    /// The standard deviation of a normal distribution of deviation 1 without what is beyond two deviations.
    ///
    /// Keras' constant, to its last digit.
    static var truncatedDeviation: Double { 0.87962566103423978 }

    /// As many numbers as wanted, one call each and in order.
    static func drawn(_ count: Int, _ draw: () -> Float) -> [Float] {
        [Float](unsafeUninitializedCapacity: count) { target, filled in
            for index in 0..<count { target.initializeElement(at: index, to: draw()) }
            filled = count
        }
    }
}

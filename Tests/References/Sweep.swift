import Foundation

/// Numbers from end to end of float32, at which a function of one number is compared with double precision.
///
/// Here, since this target is optimized in debug builds too: each function is asked at more than a hundred thousand.
package struct Sweep: Sendable {
    /// The distance of a function from the truth, as a share of the limit of the reference vectors.
    package struct Worst: Sendable {
        package var ratio = 0.0
        package var place = Float(0)
        package var value = Float(0)
        package var truth = 0.0
    }

    /// The numbers; a multiple of 16.
    package let points: [Float]

    /// Takes the numbers from -20 to 20 close together, those from -110 to 110 less so, both signs of 2,000
    /// sizes from the least that there is to the largest, zeros and infinities, NaN, and what lies next to
    /// points where something changes.
    ///
    /// - Parameter corners: The points at which a function bends or jumps.
    package init(corners: [Float]) {
        var points = (0...80_000).map { Float(-20 + 40 * Double($0) / 80_000) }
        points += (0...20_000).map { Float(-110 + 220 * Double($0) / 20_000) }
        for step in 0..<2_000 {
            let size = Float(exp2(-149 + 276.99 * Double(step) / 2_000))
            points += [size, -size]
        }
        for corner in corners + [0, 87.3, -87.3, 88, 88.8, -104, 15, -15] {
            var (up, down) = (corner, corner)
            points.append(corner)
            for _ in 0..<24 {
                (up, down) = (up.nextUp, down.nextDown)
                points += [up, down]
            }
        }
        points += [-0.0, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude]
        points += Array(repeating: 0, count: 16 - points.count % 16)
        self.points = points
    }

    /// Compares a function's values at all points with the truth.
    ///
    /// - Parameters:
    ///   - values: One for each point.
    ///   - truth: The function in double precision.
    ///   - other: The other right value at a point, if there is one: the derivative on the other side of a
    ///     corner.
    ///   - comparesNaN: `true` if what is not a number counts as a point; a derivative there has no meaning.
    /// - Returns: The point at which it was the furthest off. What is not a number on one side only is
    ///   infinitely far off; so is a finite number for an infinite one, unless float32 ends there.
    package func worst(
        _ values: [Float], _ truth: (Double) -> Double, or other: (Double) -> Double? = { _ in nil },
        comparesNaN: Bool = true
    ) -> Worst {
        var worst = Worst()
        for (point, value) in zip(points, values) where comparesNaN || !point.isNaN {
            let x = Double(point)
            let expected = truth(x)
            var ratio = Self.ratio(value, expected)
            if ratio > 0.1, let other = other(x) { ratio = min(ratio, Self.ratio(value, other)) }
            if ratio > worst.ratio {
                worst = Worst(ratio: ratio, place: point, value: value, truth: expected)
            }
        }
        return worst
    }

    private static func ratio(_ value: Float, _ truth: Double) -> Double {
        if value.isNaN || truth.isNaN { return value.isNaN && truth.isNaN ? 0 : .infinity }
        if value == Float(truth) { return 0 }
        // At the end of float32, infinity is as good as the largest number.
        if abs(truth) > 3.4e38, abs(value) > 3.4e38, (value < 0) == (truth < 0) { return 0 }
        guard value.isFinite, truth.isFinite else { return .infinity }
        return abs(Double(value) - truth) / Limit.of(truth, noise: 0)
    }
}

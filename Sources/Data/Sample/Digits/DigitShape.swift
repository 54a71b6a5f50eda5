/// A way to write a digit: strokes in a square with sides of 1, x from left to right and y from top to bottom.
struct DigitShape: Sendable {
    /// One movement of the pen.
    struct Stroke: Sendable {
        /// The points that the pen goes through.
        var points: [SIMD2<Double>]
        /// Tells whether it goes smoothly, or straight from point to point.
        var isCurved: Bool

        fileprivate static func curve(_ points: (Double, Double)...) -> Stroke {
            Stroke(points: points.map { SIMD2($0.0, $0.1) }, isCurved: true)
        }

        fileprivate static func line(_ points: (Double, Double)...) -> Stroke {
            Stroke(points: points.map { SIMD2($0.0, $0.1) }, isCurved: false)
        }
    }

    /// The strokes of the pen, in order.
    var strokes: [Stroke]

    private init(_ strokes: Stroke...) {
        self.strokes = strokes
    }

    /// The ways to write each digit, from 0 to 9.
    static let styles: [[DigitShape]] = [
        [
            DigitShape(
                .curve(
                    (0.55, 0.02), (0.2, 0.2), (0.1, 0.6), (0.3, 0.95), (0.62, 0.97), (0.88, 0.65),
                    (0.82, 0.25),
                    (0.5, 0.03))),
            DigitShape(
                .curve(
                    (0.45, 0), (0.25, 0.3), (0.22, 0.7), (0.45, 1), (0.72, 0.75), (0.75, 0.3), (0.5, 0.02),
                    (0.35, 0.1))),
        ],
        [
            DigitShape(.line((0.5, 0), (0.5, 1))),
            DigitShape(.line((0.56, 0), (0.48, 0.5), (0.44, 1))),
            DigitShape(.line((0.3, 0.2), (0.55, 0), (0.55, 1))),
            DigitShape(.line((0.32, 0.18), (0.55, 0), (0.52, 1)), .line((0.28, 1), (0.8, 0.98))),
        ],
        [
            DigitShape(
                .curve(
                    (0.12, 0.25), (0.3, 0.03), (0.65, 0.03), (0.8, 0.25), (0.62, 0.55), (0.35, 0.8),
                    (0.1, 0.97)),
                .curve((0.1, 0.97), (0.5, 0.95), (0.92, 0.97))),
            DigitShape(
                .curve(
                    (0.2, 0.2), (0.5, 0), (0.8, 0.2), (0.6, 0.6), (0.2, 0.95), (0.08, 0.85), (0.25, 0.75),
                    (0.55, 0.92), (0.95, 0.85))),
        ],
        [
            DigitShape(
                .curve((0.15, 0.12), (0.45, 0), (0.76, 0.14), (0.7, 0.37), (0.4, 0.47)),
                .curve((0.4, 0.47), (0.8, 0.58), (0.82, 0.85), (0.5, 1), (0.1, 0.9))),
            DigitShape(
                .line((0.15, 0.03), (0.78, 0.03), (0.42, 0.42)),
                .curve((0.42, 0.42), (0.78, 0.52), (0.82, 0.82), (0.52, 1), (0.12, 0.92))),
        ],
        [
            DigitShape(.line((0.2, 0.03), (0.12, 0.55), (0.88, 0.55)), .line((0.74, 0.08), (0.68, 1))),
            DigitShape(.line((0.64, 0.98), (0.66, 0.02), (0.1, 0.66), (0.92, 0.66))),
            DigitShape(
                .curve((0.18, 0.05), (0.14, 0.4), (0.4, 0.5), (0.78, 0.42)), .line((0.8, 0.02), (0.72, 1))),
        ],
        [
            DigitShape(
                .line((0.82, 0.03), (0.28, 0.03), (0.22, 0.42)),
                .curve((0.22, 0.42), (0.52, 0.36), (0.82, 0.58), (0.76, 0.87), (0.42, 1), (0.1, 0.9))),
            DigitShape(
                .curve(
                    (0.85, 0.03), (0.45, 0.05), (0.3, 0.25), (0.42, 0.42), (0.75, 0.62), (0.6, 0.95),
                    (0.15, 0.95))),
        ],
        [
            DigitShape(
                .curve(
                    (0.7, 0.02), (0.35, 0.25), (0.15, 0.62), (0.26, 0.94), (0.55, 1), (0.8, 0.8), (0.7, 0.58),
                    (0.45, 0.55), (0.2, 0.72))),
            DigitShape(
                .curve(
                    (0.42, 0), (0.22, 0.4), (0.18, 0.78), (0.42, 1), (0.72, 0.9), (0.74, 0.66), (0.5, 0.53),
                    (0.22, 0.7))),
        ],
        [
            DigitShape(.line((0.1, 0.06), (0.88, 0.04), (0.4, 1))),
            DigitShape(.line((0.12, 0.05), (0.88, 0.05), (0.42, 1)), .line((0.3, 0.52), (0.76, 0.5))),
            DigitShape(.curve((0.1, 0.2), (0.3, 0.08), (0.82, 0.06), (0.7, 0.4), (0.52, 0.7), (0.46, 1))),
        ],
        [
            DigitShape(
                .curve(
                    (0.5, 0.48), (0.2, 0.3), (0.3, 0.05), (0.65, 0.02), (0.8, 0.22), (0.5, 0.48),
                    (0.16, 0.72),
                    (0.3, 0.98), (0.68, 0.98), (0.85, 0.75), (0.5, 0.48))),
            DigitShape(
                .curve(
                    (0.8, 0.1), (0.45, 0), (0.22, 0.18), (0.5, 0.45), (0.8, 0.75), (0.5, 1), (0.2, 0.8),
                    (0.5, 0.48), (0.78, 0.12))),
        ],
        [
            DigitShape(
                .curve(
                    (0.8, 0.22), (0.6, 0.03), (0.25, 0.08), (0.15, 0.35), (0.4, 0.5), (0.7, 0.4), (0.8, 0.2)),
                .line((0.8, 0.2), (0.76, 0.6), (0.66, 1))),
            DigitShape(
                .curve(
                    (0.78, 0.2), (0.5, 0), (0.2, 0.2), (0.3, 0.48), (0.65, 0.42), (0.79, 0.18), (0.8, 0.65),
                    (0.6, 0.97), (0.22, 0.95))),
        ],
    ]
}

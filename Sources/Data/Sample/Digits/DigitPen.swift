/// Draws digits with a pen, each time in another hand.
///
/// A hand chooses one of the ways to write the digit, misses every point of it a little, and leans, stretches and moves
/// the whole; pens are thin or thick, hard or soft, and not always full.
struct DigitPen {
    /// The generator that decides about the next digit.
    var random: SplitMix64
    private var picture = [Float](repeating: 0, count: side * side)

    private static let side = MNIST.side
    /// The number of straight pieces of a curve between two of its points.
    private static let pieces = 4

    /// Takes up a pen; the same seed draws the same digits.
    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The tip of the pen, which decides how its lines look.
    private struct Nib {
        /// Half the width of a line, in pixels.
        var radius: Double
        /// The number of pixels over which its edge fades.
        var softness: Double
        /// The darkness of a line: 1 is black, more is cut off.
        var ink: Double
    }

    /// Draws one digit.
    ///
    /// - Parameter digit: From 0 to 9.
    /// - Returns: Its pixels, line by line, from 0 (paper) to 255 (ink), whole numbers.
    mutating func draw(_ digit: Int) -> [Float] {
        for pixel in picture.indices { picture[pixel] = 0 }
        let styles = DigitShape.styles[digit]
        let nib = Nib(
            radius: random.uniform(0.65, 1.7), softness: random.uniform(0.9, 1.6),
            ink: random.uniform(0.85, 1.1))
        let hand = hand()
        for stroke in styles[random.below(styles.count)].strokes {
            let places = stroke.points.map {
                hand.place(of: $0 + 0.045 * SIMD2(random.gauss(), random.gauss()))
            }
            draw(stroke.isCurved ? Self.curve(through: places) : places, with: nib)
        }
        return picture.map { grey in
            grey == 0 ? 0 : (255 * min(1, grey * Float(random.uniform(0.88, 1.08)))).rounded()
        }
    }

    // MARK: - The hand

    /// The way in which a digit, drawn in a square with sides of 1, lies on the paper.
    private struct Hand {
        var across: SIMD2<Double>
        var down: SIMD2<Double>
        var middle: SIMD2<Double>

        func place(of point: SIMD2<Double>) -> SIMD2<Double> {
            middle + across * (point.x - 0.5) + down * (point.y - 0.5)
        }
    }

    private mutating func hand() -> Hand {
        let (width, height) = (random.uniform(10, 16), random.uniform(16.5, 20.5))
        let slant = 0.22 * random.gauss() - 0.08
        // A turn by the tangent of half its angle needs no sine.
        let tangent = 0.055 * random.gauss()
        let cosine = (1 - tangent * tangent) / (1 + tangent * tangent)
        let sine = 2 * tangent / (1 + tangent * tangent)
        func turned(_ x: Double, _ y: Double) -> SIMD2<Double> {
            SIMD2(cosine * x - sine * y, sine * x + cosine * y)
        }
        return Hand(
            across: turned(width, 0), down: turned(slant * height, height),
            middle: SIMD2(13.5 + random.gauss(), 13.5 + random.gauss()))
    }

    /// Places on a smooth curve through the points (Catmull and Rom, 1974).
    private static func curve(through points: [SIMD2<Double>]) -> [SIMD2<Double>] {
        guard points.count > 2 else { return points }
        var result = [points[0]]
        for index in 1..<points.count {
            let (from, to) = (points[index - 1], points[index])
            let before = points[max(0, index - 2)]
            let after = points[min(points.count - 1, index + 1)]
            for piece in 1...pieces {
                let share = Double(piece) / Double(pieces)
                let (square, cube) = (share * share, share * share * share)
                // Step by step: as one expression the compiler takes seconds to find its types.
                var bend = before * 2
                bend -= from * 5
                bend += to * 4
                bend -= after
                var twist = from * 3
                twist -= before
                twist -= to * 3
                twist += after
                var place = from * 2
                place += (to - before) * share
                place += bend * square
                place += twist * cube
                result.append(place * 0.5)
            }
        }
        return result
    }

    // MARK: - The paper

    private mutating func draw(_ places: [SIMD2<Double>], with nib: Nib) {
        for (from, to) in zip(places, places.dropFirst()) { line(from, to, nib) }
    }

    private mutating func line(_ from: SIMD2<Double>, _ to: SIMD2<Double>, _ nib: Nib) {
        let reach = nib.radius + nib.softness / 2
        func pixels(_ a: Double, _ b: Double) -> ClosedRange<Int>? {
            let (low, high) = (max(0, min(a, b) - reach), min(Double(Self.side - 1), max(a, b) + reach))
            return low <= high ? Int(low.rounded(.up))...max(Int(low.rounded(.up)), Int(high)) : nil
        }
        guard let rows = pixels(from.y, to.y), let columns = pixels(from.x, to.x) else { return }
        let way = to - from
        let length = max(1e-9, (way * way).sum())
        for row in rows {
            for column in columns {
                let here = SIMD2(Double(column), Double(row)) - from
                let share = min(1, max(0, (here * way).sum() / length))
                let rest = here - way * share
                let distance = (rest * rest).sum()
                guard distance < reach * reach else { continue }
                let cover = min(1, (reach - distance.squareRoot()) / nib.softness)
                let place = row * Self.side + column
                picture[place] = max(picture[place], Float(nib.ink * cover))
            }
        }
    }
}

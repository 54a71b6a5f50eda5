import Foundation

/// An activation in double precision: its values and its derivative, written so that neither end loses digits.
struct ElementwiseTruth: Sendable {
    /// The activation.
    let text: String
    let value: @Sendable (Double) -> Double
    let slope: @Sendable (Double) -> Double
    /// Places where the derivative jumps, and the width of the range within which float32 may be on the other side: where
    /// sums round to the corner, or where Keras is.
    var corners: [(place: Double, width: Double)] = []

    /// All of them, those with arguments also with some.
    static let all: [ElementwiseTruth] = [
        .init("linear", { $0 }, { _ in 1 }),
        .init("relu", { max($0, 0) }, { $0 > 0 ? 1 : 0 }),
        .init(
            "relu(negative_slope=0.1, max_value=3, threshold=0.5)", reluWithin,
            {
                $0 > 3 ? 0 : $0 > 0.5 ? 1 : Double(Float(0.1))
            }),
        .init("relu6", { min(max($0, 0), 6) }, { $0 > 0 && $0 < 6 ? 1 : 0 }),
        .init("leaky_relu", { $0 < 0 ? Double(Float(0.2)) * $0 : $0 }, { $0 > 0 ? 1 : Double(Float(0.2)) }),
        .init("leaky_relu(negative_slope=0)", { max($0, 0) }, { $0 > 0 ? 1 : 0 }),
        // x + 3 is rounded in units of 2^-21 close to 6.
        .init("hard_sigmoid", { min(max(($0 + 3) / 6, 0), 1) }, { abs($0) < 3 ? 1 / 6 : 0 }, [(3, 0x1p-21)]),
        .init("elu", { $0 < 0 ? expm1($0) : $0 }, { $0 > 0 ? 1 : exp($0) }),
        .init("elu(alpha=0.5)", { $0 < 0 ? 0.5 * expm1($0) : $0 }, { $0 > 0 ? 1 : 0.5 * exp($0) }),
        .init("elu(alpha=2)", { $0 < 0 ? 2 * expm1($0) : $0 }, { $0 > 0 ? 1 : 2 * exp($0) }),
        // Keras in float32 is on the right side from -2^-25 on.
        .init(
            "selu", { scale * ($0 < 0 ? alpha * expm1($0) : $0) },
            { scale * ($0 > 0 ? 1 : alpha * exp($0)) }, [(0, 0x1p-25)]),
        .init("gelu", { times($0, normal($0)) }, { normal($0) + times($0, density($0)) }),
        .init("gelu(approximate=true)", { times($0, sigmoid(2 * tanhSum($0))) }, approximateSlope),
        .init("silu", { times($0, sigmoid($0)) }, { sigmoid($0) + times($0, sigmoid($0) * sigmoid(-$0)) }),
        .init("mish", { times($0, tanh(softplus($0))) }, mishSlope),
        .init("softplus", softplus, sigmoid),
        .init(
            "softsign", { $0.isInfinite ? ($0 < 0 ? -1 : 1) : $0 / (1 + abs($0)) },
            {
                1 / ((1 + abs($0)) * (1 + abs($0)))
            }),
        .init("sigmoid", sigmoid, { sigmoid($0) * sigmoid(-$0) }),
        .init("tanh", { tanh($0) }, { 4 * sigmoid(2 * $0) * sigmoid(-2 * $0) }),
        .init("exponential", { exp($0) }, { exp($0) }),
    ]

    private init(
        _ text: String, _ value: @escaping @Sendable (Double) -> Double,
        _ slope: @escaping @Sendable (Double) -> Double, _ corners: [(place: Double, width: Double)] = []
    ) {
        (self.text, self.value, self.slope, self.corners) = (text, value, slope, corners)
    }

    /// The derivative on the other side, at a point so close to a corner that either will do.
    func otherSlope(_ x: Double) -> Double? {
        guard let corner = corners.first(where: { abs(abs(x) - $0.place) <= $0.width }) else { return nil }
        // Twice as far away, on the other side.
        let there = abs(x) <= corner.place ? corner.place + 2 * corner.width : corner.place - 2 * corner.width
        guard corner.place > 0 else { return slope(x <= 0 ? 2 * corner.width : -2 * corner.width) }
        return slope(x < 0 ? -there : there)
    }
}

// MARK: - Parts

private let scale = 1.0507009873554805
private let alpha = 1.6732632423543772
private let root = (2 / Double.pi).squareRoot()

/// A product in which 0 wins against infinity.
private func times(_ x: Double, _ share: Double) -> Double { share == 0 && !x.isNaN ? 0 : x * share }
private func sigmoid(_ x: Double) -> Double { x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)) }
private func softplus(_ x: Double) -> Double { x.isNaN ? x : max(x, 0) + log1p(exp(-abs(x))) }
private func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
private func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
private func tanhSum(_ x: Double) -> Double { root * (x + 0.044715 * x * x * x) }

private func reluWithin(_ x: Double) -> Double {
    x > 3 ? 3 : x > 0.5 ? x : Double(Float(0.1)) * (x - 0.5)
}

private func approximateSlope(_ x: Double) -> Double {
    let (share, rest) = (sigmoid(2 * tanhSum(x)), sigmoid(-2 * tanhSum(x)))
    return share + times(x, 2 * share * rest) * (rest == 0 || share == 0 ? 0 : root * (1 + 0.134145 * x * x))
}

private func mishSlope(_ x: Double) -> Double {
    // 1 - tanh² as a product of two shares, which loses no digits.
    let (y, s) = (softplus(x), sigmoid(x))
    let rest = 4 * sigmoid(2 * y) * sigmoid(-2 * y)
    return tanh(y) + times(x, s * rest)
}

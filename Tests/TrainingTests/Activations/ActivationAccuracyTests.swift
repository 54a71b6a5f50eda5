import Foundation
import Testing

@testable import Training

@Suite struct `Vector activations` {
    /// The functions in double precision, and the number of units in the last place by which float32 may be
    /// off.
    static let truths: [(text: String, ulps: Double, value: @Sendable (Double) -> Double)] = [
        ("exponential", 2, { exp($0) }),
        ("sigmoid", 3, { 1 / (1 + exp(-$0)) }),
        ("tanh", 3, { tanh($0) }),
        ("softplus", 3, { max($0, 0) + log1p(exp(-abs($0))) }),
        ("silu", 4, { $0 / (1 + exp(-$0)) }),
        ("mish", 5, { $0 * tanh(log1p(exp($0))) }),
        ("elu", 3, { $0 < 0 ? expm1($0) : $0 }),
        ("gelu", 5, { $0 * erfc(-$0 / 2.0.squareRoot()) / 2 }),
        ("softsign", 2, { $0 / (1 + abs($0)) }),
    ]

    @Test(arguments: truths.indices, everyKernels)
    func `are right to the last places`(truth: Int, kernels: Kernels) throws {
        let (text, ulps, value) = Self.truths[truth]
        let activation = try Activation(text: text)
        // Close to zero and far from it, on both sides.
        let sizes = (0..<4000).map { Float(exp2(-30 + 36.4 * Double($0) / 4000)) }
        let inputs = sizes + sizes.map { -$0 }
        let (outputs, _) = activation.run([inputs], kernels)
        var worst = (ulps: 0.0, x: Float(0))
        for (x, y) in zip(inputs, outputs) {
            let truth = value(Double(x))
            // Close to where float32 has no more full numbers, 0 is as good as what is next to it.
            guard abs(truth) > 1e-35, abs(truth) < 3e38 else { continue }
            let off = abs(Double(y) - truth) / Double(Float(truth).ulp)
            if !(off <= worst.ulps) { worst = (off, x) }
        }
        #expect(worst.ulps <= ulps, "\(text) is \(worst.ulps) units off at \(worst.x)")
    }
}

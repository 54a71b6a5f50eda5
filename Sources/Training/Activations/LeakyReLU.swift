/// `x`, and below zero `negative_slope · x` (Maas, Hannun and Ng, 2013).
struct LeakyReLU: ElementwiseActivation {
    static let name = "leaky_relu"
    // A negative slope would hide from the outputs on which side of zero the sums were.
    static let settings: [Setting<LeakyReLU>] = [
        .init("negative_slope", \.negativeSlope, in: .notNegative)
    ]

    var negativeSlope = 0.2

    var kernel: Kernels.Elementwise { .init(Self.name, Float(negativeSlope)) }
}

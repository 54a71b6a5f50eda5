/// `x`, and below zero `alpha · (exp(x) - 1)` (Clevert, Unterthiner and Hochreiter, 2016).
struct ELU: ElementwiseActivation {
    static let name = "elu"
    static let settings: [Setting<ELU>] = [.init("alpha", \.alpha, in: .positive)]

    var alpha = 1.0

    var kernel: Kernels.Elementwise { .init(Self.name, Float(alpha)) }
}

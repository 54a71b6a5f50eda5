/// `scale · elu(x, alpha)` with the two numbers that keep means at 0 and variances at 1 (Klambauer et al., 2017).
struct SELU: ElementwiseActivation {
    static let name = "selu"

    var kernel: Kernels.Elementwise { .init(Self.name, 1.6732632423543772, 1.0507009873554805) }
}

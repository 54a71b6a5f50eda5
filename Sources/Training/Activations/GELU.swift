/// `x · Φ(x)`, where `Φ` is the normal distribution (Hendrycks and Gimpel, 2016).
///
/// The approximation is `x / 2 · (1 + tanh(sqrt(2 / π) · (x + 0.044715 x³)))`.
struct GELU: ElementwiseActivation {
    static let name = "gelu"
    static let settings: [Setting<GELU>] = [.init("approximate", \.approximate)]

    var approximate = false

    var kernel: Kernels.Elementwise { .init(approximate ? "gelu_tanh" : "gelu") }
}

/// `x / (1 + |x|)` (Bergstra et al., 2009).
struct Softsign: ElementwiseActivation {
    static let name = "softsign"
}

/// `exp(x)`.
struct Exponential: ElementwiseActivation {
    static let name = "exponential"
}

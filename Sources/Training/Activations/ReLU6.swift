/// `min(max(x, 0), 6)`.
struct ReLU6: ElementwiseActivation {
    static let name = "relu6"
    let canDie = true
}

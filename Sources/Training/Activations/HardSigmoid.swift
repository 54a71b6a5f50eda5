/// `relu6(x + 3) / 6`, a sigmoid of straight lines.
struct HardSigmoid: ElementwiseActivation {
    static let name = "hard_sigmoid"
}

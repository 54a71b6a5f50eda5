/// `x · sigmoid(x)` (Elfwing, Uchibe and Doya, 2017; called swish by Ramachandran, Zoph and Le, 2017).
struct SiLU: ElementwiseActivation {
    static let name = "silu"
    static let aliases = ["swish"]
}

/// Every number 0: Keras' default for the bias of a dense layer.
struct Zeros: InitializerRule {
    static let name = "zeros"
    static let aliases = ["zero"]

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        Array(repeating: 0, count: count)
    }
}

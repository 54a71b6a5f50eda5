/// Every number the same.
struct Constant: InitializerRule {
    static let name = "constant"
    static let settings: [Setting<Constant>] = [.init("value", \.value)]

    var value = 0.0

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        Array(repeating: Float(value), count: count)
    }
}

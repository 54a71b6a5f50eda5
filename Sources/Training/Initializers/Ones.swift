/// Every number 1.
struct Ones: InitializerRule {
    static let name = "ones"
    static let aliases = ["one"]

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        Array(repeating: 1, count: count)
    }
}

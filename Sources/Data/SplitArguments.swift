/// The arguments by which a data set is shuffled and divided, as `load_data` of Keras' house prices takes
/// them.
public struct SplitArguments: Equatable, Sendable {
    /// The share of the samples by which the network is judged, from 0 to just under 1.
    public var testSplit = 0.2
    /// The seed of the shuffle.
    public var seed: UInt32 = 113

    /// Keras' defaults.
    public init() {}

    /// Takes the arguments out of a term; the reader may be asked for others as well.
    init(from reader: inout TermReader, of name: String) throws {
        let standard = SplitArguments()
        testSplit = try reader.testSplit(of: name, default: standard.testSplit, leavesTraining: true)
        seed = try reader.seed(of: name, default: standard.seed)
    }

    /// Those arguments that differ from the defaults, in Keras' order.
    var arguments: [Term.Argument] {
        let standard = SplitArguments()
        return [
            testSplit == standard.testSplit ? nil : .init("test_split", .number(testSplit)),
            seed == standard.seed ? nil : .init("seed", .number(Double(seed))),
        ].compactMap(\.self)
    }
}

import Datasets

/// A rule for the first values of weights, as a value: `glorot_uniform`, `random_normal(stddev=0.01)`.
public struct Initializer: Hashable, Sendable, TermConvertible {
    let rule: any InitializerRule

    /// Every rule that nnboard has; a new one is a file of its own and one line here.
    private static let rules: [any InitializerRule.Type] = [
        GlorotUniform.self, GlorotNormal.self, HeUniform.self, HeNormal.self, LecunUniform.self,
        LecunNormal.self, RandomUniform.self, RandomNormal.self, TruncatedNormal.self, Zeros.self, Ones.self,
        Constant.self,
    ]

    /// The names of all initializers.
    public static var names: [String] { rules.map { $0.name } }

    /// Keras' default for the kernel of a dense layer.
    public static let glorotUniform = Initializer(GlorotUniform())
    /// Keras' default for the bias of a dense layer.
    public static let zeros = Initializer(Zeros())

    init(_ rule: any InitializerRule) {
        self.rule = rule
    }

    /// The initializer of that name with Keras' defaults.
    ///
    /// - Parameter name: One of ``names``.
    /// - Returns: The initializer.
    /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` where there is none.
    public static func named(_ name: String) throws -> Initializer {
        try Initializer(term: Term(name))
    }

    /// Reads a term such as `random_normal(stddev=0.01)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.rules, kind: "initializer") { $0 }
        rule = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { rule.name }
    /// The initializer as a term; settings at Keras' defaults are left out.
    public var term: Term { rule.term }

    /// The problems with the settings, in words; empty where there are none.
    public var problems: [String] { rule.problems }

    /// Draws the first values of a kernel or a bias.
    ///
    /// - Parameters:
    ///   - count: The number of values.
    ///   - inputs: The number of inputs that each unit sums up; for a bias, its own length, as in Keras.
    ///   - units: The number of units in the layer.
    ///   - random: The generator to draw by.
    /// - Returns: `count` values.
    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        rule.values(count: count, inputs: inputs, units: units, using: &random)
    }

    /// Tells whether the two are written alike.
    public static func == (left: Initializer, right: Initializer) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

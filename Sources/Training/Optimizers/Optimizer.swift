import Datasets

/// How the weights follow the gradient, as a value: `adam(learning_rate=0.01)`.
public struct Optimizer: Hashable, Sendable, TermConvertible {
    var rule: any OptimizerRule

    /// Every rule that nnboard has; a new one is a file of its own and one line here.
    private static let rules: [any OptimizerRule.Type] = [SGD.self, RMSprop.self, Adam.self]

    /// The names of all optimizers.
    public static var names: [String] { rules.map { $0.name } }

    /// Gradient descent, with Keras' defaults.
    public static let sgd = Optimizer(SGD())
    /// RMSprop, with Keras' defaults.
    public static let rmsprop = Optimizer(RMSprop())
    /// Adam, with Keras' defaults.
    public static let adam = Optimizer(Adam())

    init(_ rule: any OptimizerRule) {
        self.rule = rule
    }

    /// The optimizer of that name with Keras' defaults.
    ///
    /// - Parameter name: One of ``names``.
    /// - Returns: The optimizer.
    /// - Throws: ``TermError/unknownName(_:kind:choices:)`` where there is none.
    public static func named(_ name: String) throws -> Optimizer {
        try Optimizer(term: Term(name))
    }

    /// Reads a term such as `adam(learning_rate=0.01)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.rules, kind: "optimizer") { $0.name }
        rule = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { type(of: rule).name }
    /// The optimizer as a term; settings at Keras' defaults are left out.
    public var term: Term { rule.term }

    /// The size of a step.
    public var learningRate: Double {
        get { rule.learningRate }
        set { rule.learningRate = newValue }
    }

    /// Whether the two are written alike.
    public static func == (left: Optimizer, right: Optimizer) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

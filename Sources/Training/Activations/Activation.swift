import Datasets

/// A function that a layer applies to its weighted sums, as a value: `relu`, `softmax`.
public struct Activation: Hashable, Sendable, TermConvertible {
    let function: any ActivationFunction

    /// Every activation function that nnboard has; a new one is a file of its own and one line here.
    private static let functions: [any ActivationFunction.Type] = [
        ReLU.self,
        Tanh.self,
        Sigmoid.self,
        Softmax.self,
        Linear.self,
        LeakyReLU.self,
        ReLU6.self,
        ELU.self,
        SELU.self,
        GELU.self,
        SiLU.self,
        Mish.self,
        Softplus.self,
        Softsign.self,
        HardSigmoid.self,
        Exponential.self,
        LogSoftmax.self,
    ]

    /// Every activation with Keras' defaults, in the order in which they are offered.
    public static let all = functions.map { Activation($0.init()) }
    /// The names of all activations.
    public static var names: [String] { functions.map { $0.name } }

    /// `max(x, 0)`.
    public static let relu = Activation(ReLU())
    /// The hyperbolic tangent.
    public static let tanh = Activation(Tanh())
    /// `1 / (1 + exp(-x))`.
    public static let sigmoid = Activation(Sigmoid())
    /// `exp(x)` divided by its sum over the row.
    public static let softmax = Activation(Softmax())
    /// No change.
    public static let linear = Activation(Linear())

    init(_ function: any ActivationFunction) {
        self.function = function
    }

    /// Reads a term such as `relu` or `leaky_relu(negative_slope=0.01)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.functions, kind: "activation") { $0 }
        function = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { function.name }
    /// The activation as a term; arguments at Keras' defaults are left out.
    public var term: Term { function.term }
    /// The problems with the arguments, in words.
    var problems: [String] { function.settingProblems }

    /// Tells whether the two are written alike.
    public static func == (left: Activation, right: Activation) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

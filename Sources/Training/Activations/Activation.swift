import Datasets

/// What a layer does to its weighted sums, as a value: `relu`, `softmax`.
public struct Activation: Hashable, Sendable, TermConvertible {
    let function: any ActivationFunction

    /// Every activation function that nnboard has; a new one is a file of its own and one line here.
    private static let functions: [any ActivationFunction] = [
        ReLU(), Tanh(), Sigmoid(), Softmax(), Linear(),
    ]

    /// Every activation, in the order in which they are offered.
    public static let all = functions.map(Activation.init)
    /// The names of all activations.
    public static var names: [String] { all.map(\.name) }

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

    /// Reads a name such as `relu`.
    public init(term: Term) throws {
        function = try choice(named: term.name, among: Self.functions, kind: "activation", by: \.name)
        let reader = TermReader(term)
        try reader.finish()
    }

    /// Keras' name.
    public var name: String { function.name }
    /// The name as a term.
    public var term: Term { Term(name) }

    /// Whether the two are written alike.
    public static func == (left: Activation, right: Activation) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

import Datasets

/// The measure that training makes small, as a value: `categorical_crossentropy(from_logits=true)`.
public struct Loss: Hashable, Sendable, TermConvertible {
    var function: any LossFunction

    /// Every loss function that nnboard has; a new one is a file of its own and one line here.
    private static let functions: [any LossFunction.Type] = [
        CategoricalCrossentropy.self, SparseCategoricalCrossentropy.self, BinaryCrossentropy.self,
        MeanSquaredError.self, MeanAbsoluteError.self, MeanSquaredLogarithmicError.self, Huber.self,
        LogCosh.self,
    ]

    /// The names of all losses.
    public static var names: [String] { functions.map { $0.name } }

    /// The cross-entropy of one-hot labels.
    public static func categoricalCrossentropy(fromLogits: Bool = false) -> Loss {
        Loss(CategoricalCrossentropy(fromLogits: fromLogits))
    }

    /// The cross-entropy of labels that are class numbers.
    public static func sparseCategoricalCrossentropy(fromLogits: Bool = false) -> Loss {
        Loss(SparseCategoricalCrossentropy(fromLogits: fromLogits))
    }

    /// The cross-entropy of answers that are yes or no.
    public static func binaryCrossentropy(fromLogits: Bool = false) -> Loss {
        Loss(BinaryCrossentropy(fromLogits: fromLogits))
    }
    /// The square of the difference.
    public static let meanSquaredError = Loss(MeanSquaredError())

    init(_ function: any LossFunction) {
        self.function = function
    }

    /// The loss of that name with Keras' defaults.
    ///
    /// - Parameter name: One of ``names``.
    /// - Returns: The loss.
    /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` where there is none.
    public static func named(_ name: String) throws -> Loss {
        try Loss(term: Term(name))
    }

    /// Reads a term such as `categorical_crossentropy(from_logits=true)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.functions, kind: "loss") { $0 }
        function = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { type(of: function).name }
    /// The loss as a term.
    public var term: Term { function.term }

    /// Tells whether the outputs are taken as logits, on which softmax or sigmoid is still to be applied.
    ///
    /// Setting it changes nothing on a loss that knows no logits.
    public var fromLogits: Bool {
        get { (function as? any CrossentropyFunction)?.fromLogits ?? false }
        set {
            guard var crossentropy = function as? any CrossentropyFunction else { return }
            crossentropy.fromLogits = newValue
            function = crossentropy
        }
    }

    /// Tells whether it compares probabilities, or the logits that they come from.
    public var isCrossentropy: Bool { function is any CrossentropyFunction }

    /// Tells whether the two are written alike.
    public static func == (left: Loss, right: Loss) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

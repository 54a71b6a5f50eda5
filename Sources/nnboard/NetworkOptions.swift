import ArgumentParser
import Datasets
import Training

/// The layers of a network, as options.
struct NetworkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The hidden layers: a number of units each, or a layer as in dropout(0.5) or dense(64, activation=relu), \
            one of \(Layer.kindNames.joined(separator: ", ")). None where it is empty (softmax regression); the \
            last layer follows from the data.
            """,
            valueName: "n,n"), completion: .several(of: Layer.kindNames))
    var layers = Self.standard.layers

    @Option(
        help: ArgumentHelp(
            "The activation of hidden layers that are given by a number: \(Activation.names.joined(separator: ", ")).",
            valueName: "name"), completion: .list(Activation.names))
    var activation = Self.standard.activation

    @Option(
        help: ArgumentHelp(
            "The last layer's activation; by default the one that the loss needs.", valueName: "name"),
        completion: .list(Activation.names))
    var lastActivation: String?

    @Option(
        help: ArgumentHelp(
            """
            What weights begin with, in the last layer and in those that are given by a number: \
            \(Initializer.names.joined(separator: ", ")).
            """,
            valueName: "name"), completion: .list(Initializer.names))
    var kernelInitializer = Self.standard.kernelInitializer

    @Option(
        help: ArgumentHelp("What biases begin with, in the same layers.", valueName: "name"),
        completion: .list(Initializer.names))
    var biasInitializer = Self.standard.biasInitializer

    @Option(
        help: ArgumentHelp(
            "What large weights cost, in the same layers: \(Regularizer.names.joined(separator: ", ")).",
            valueName: "name"), completion: .list(Regularizer.names))
    var kernelRegularizer: String?

    @Option(
        help: ArgumentHelp("What large biases cost, in the same layers.", valueName: "name"),
        completion: .list(Regularizer.names))
    var biasRegularizer: String?

    @Flag(help: "Leave the biases out, in the same layers.")
    var noBias = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The share of units to leave out at random while training, after each hidden layer given by a number.",
            valueName: "x"))
    var dropout: Double?

    private static let standard = (
        layers: "64,64", activation: "relu", kernelInitializer: Initializer.glorotUniform.name,
        biasInitializer: Initializer.zeros.name
    )

    /// Tells whether nobody has chosen anything of it.
    var isStandard: Bool {
        (layers, activation, kernelInitializer, biasInitializer) == Self.standard && lastActivation == nil
            && kernelRegularizer == nil && biasRegularizer == nil && !noBias && dropout == nil
    }

    /// The layers, the last one fitted to what is to be learnt.
    ///
    /// - Parameters:
    ///   - target: The kind of answer to learn for each sample.
    ///   - loss: The loss, which decides about the last layer's outputs.
    /// - Returns: The layers, not yet checked against the data.
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func layers(for target: Model.Target, _ loss: Loss) throws -> [Layer] {
        let last = try lastActivation.map(Activation.init(text:)) ?? loss.lastActivation(for: target)
        return try hiddenLayers() + [try dense(loss.outputs(for: target), last)]
    }

    private func hiddenLayers() throws -> [Layer] {
        let activation = try Activation(text: activation)
        let values = try Term.Value.list(parsing: layers)
        try refuseIdle(activation, beside: values)
        return try values.flatMap { value -> [Layer] in
            switch value {
            case .term(let term): return [try Layer(term: term)]
            case .number(let number):
                guard let units = Int(exactly: number) else { throw unreadable(value) }
                return [try dense(units, activation)] + (dropout.map { [.dropout($0)] } ?? [])
            case .flag, .none, .text: throw unreadable(value)
            }
        }
    }

    /// Refuses what is said of layers given by a number where there are none: it would be passed over in silence.
    private func refuseIdle(_ activation: Activation, beside layers: [Term.Value]) throws {
        let areTerms = layers.allSatisfy { if case .term = $0 { true } else { false } }
        guard areTerms else { return }
        let idle: [(option: String, instead: String)] =
            (dropout == nil ? [] : [("--dropout", "64,dropout(0.5)")])
            + (activation == .relu ? [] : [("--activation", "dense(64, activation=tanh)")])
        guard let (option, instead) = idle.first else { return }
        throw ValidationError(
            "\(option) has nothing to act on, since no hidden layer in --layers is given by a number: leave it out, "
                + "or write it as a layer, as in \(instead).")
    }

    /// A fully connected layer with all that the options say of such.
    private func dense(_ units: Int, _ activation: Activation) throws -> Layer {
        var dense = Dense(units: units, activation: activation)
        dense.useBias = !noBias
        dense.kernelInitializer = try Initializer(text: kernelInitializer)
        dense.biasInitializer = try Initializer(text: biasInitializer)
        dense.kernelRegularizer = try kernelRegularizer.map(Regularizer.init(text:))
        dense.biasRegularizer = try biasRegularizer.map(Regularizer.init(text:))
        return Layer(dense)
    }

    private func unreadable(_ value: Term.Value) -> ValidationError {
        ValidationError(
            "“\(value)” in --layers can't be read: write whole numbers of units, as in 64,64, or layers, as in "
                + "64,dropout(0.5).")
    }
}

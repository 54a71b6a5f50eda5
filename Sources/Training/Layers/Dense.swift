import Datasets

/// A fully connected layer, Keras' `Dense`: `activation(inputs · kernel + bias)`.
public struct Dense: Hashable, Sendable {
    /// The number of units, each with one output for a sample.
    public var units: Int
    /// The activation that is applied to the sums.
    public var activation: Activation
    /// Tells whether each unit begins with a number of its own.
    public var useBias = true
    /// The initializer that fills the kernel, `[inputs, units]`, before training.
    public var kernelInitializer = Initializer.glorotUniform
    /// The initializer that fills the bias, `[units]`, before training.
    public var biasInitializer = Initializer.zeros
    /// The penalty on large weights of the kernel.
    public var kernelRegularizer: Regularizer?
    /// The penalty on large biases.
    public var biasRegularizer: Regularizer?

    /// A layer with Keras' defaults for all else.
    public init(units: Int, activation: Activation = .linear) {
        self.units = units
        self.activation = activation
    }
}

extension Dense: ActivatedLayer {
    static let name = "dense"
    static let className = "Dense"

    init(reading reader: inout TermReader, of term: Term) throws {
        guard let units = try reader.integer("units", at: 0) else {
            throw TermError.missingArgument("units", of: term.name)
        }
        self.init(units: units)
        if let term = try reader.term("activation", at: 1) { activation = try Activation(term: term) }
        if let flag = try reader.flag("use_bias") { useBias = flag }
        if let term = try reader.term("kernel_initializer") {
            kernelInitializer = try Initializer(term: term)
        }
        if let term = try reader.term("bias_initializer") { biasInitializer = try Initializer(term: term) }
        kernelRegularizer = try reader.term("kernel_regularizer").map(Regularizer.init(term:))
        biasRegularizer = try reader.term("bias_regularizer").map(Regularizer.init(term:))
    }

    var arguments: [Term.Argument] {
        let standard = Dense(units: units)
        var arguments = [Term.Argument(nil, .number(Double(units)))]
        func add(_ label: String, _ term: Term?, unless standard: Term? = nil) {
            guard let term, term != standard else { return }
            arguments.append(.init(label, .term(term)))
        }
        add("activation", activation.term, unless: standard.activation.term)
        if !useBias { arguments.append(.init("use_bias", .flag(false))) }
        add("kernel_initializer", kernelInitializer.term, unless: standard.kernelInitializer.term)
        add("bias_initializer", biasInitializer.term, unless: standard.biasInitializer.term)
        add("kernel_regularizer", kernelRegularizer?.term)
        add("bias_regularizer", biasRegularizer?.term)
        return arguments
    }

    func problems(of layer: String) -> [String] {
        let own =
            units < 1 ? ["The layer “\(layer)” has \(units) units. Give it at least 1, or remove it."] : []
        return own + activation.problems + kernelInitializer.problems + biasInitializer.problems
            + (kernelRegularizer?.problems ?? []) + (biasRegularizer?.problems ?? [])
    }

    func outputs(for inputs: Int) -> Int { units }

    func parameterCount(inputs: Int) -> Int {
        // Saturates, since a model is also counted while someone types ever more digits.
        let weights = inputs.multipliedReportingOverflow(by: units)
        let all = weights.partialValue.addingReportingOverflow(useBias ? units : 0)
        return weights.overflow || all.overflow ? .max : all.partialValue
    }

    func initialWeights(inputs: Int, using random: inout Random) -> Network.Weights {
        let kernel = kernelInitializer.values(
            count: inputs * units, inputs: inputs, units: units, using: &random)
        // Keras takes a vector's length for both fans.
        let bias =
            useBias
            ? biasInitializer.values(count: units, inputs: units, units: units, using: &random)
            : Array(repeating: 0, count: units)
        return Network.Weights(
            kernel: Matrix(rows: inputs, columns: units, values: kernel), bias: bias)
    }

    func addStages(to plan: inout StagePlan) throws {
        if case .sparse(let rows)? = plan.takeSource() {
            plan.add(try SparseDenseStage(self, rows: rows, plan), width: units)
        } else {
            try plan.takeRows()
            plan.add(try DenseStage(self, inputs: plan.width, plan), width: units)
        }
        guard activation != .linear else { return }
        let keepsSums = activation.function.needsInputs || (plan.isLastLayer && plan.lossSeesLogits)
        plan.add(try ActivationStage(activation, inPlace: !keepsSums, plan), width: units)
    }

    func sums(of values: [Float], _ weights: Network.Weights) -> [Float] { weights.sums(of: values) }
}

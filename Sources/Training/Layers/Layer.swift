import Datasets

/// One layer of a model, as a value: `dense(64, activation=relu)`, `dropout(0.5)`.
public struct Layer: Hashable, Sendable, TermConvertible {
    /// The name that was chosen for it; empty where ``Model/layerNames`` gives one as Keras does.
    public var name: String
    var function: any LayerFunction

    /// Every kind of layer that nnboard has; a new one is a file of its own and one line here.
    private static let kinds: [any LayerFunction.Type] = [
        Dense.self, ActivationLayer.self, Dropout.self, Normalization.self,
    ]

    /// The names of all kinds of layer.
    public static var kindNames: [String] { kinds.map { $0.name } }

    init(_ function: any LayerFunction, name: String = "") {
        self.function = function
        self.name = name
    }

    /// A fully connected layer with all its settings.
    public init(_ dense: Dense, name: String = "") {
        self.init(dense as any LayerFunction, name: name)
    }

    /// A fully connected layer.
    public static func dense(_ units: Int, activation: Activation = .linear, name: String = "") -> Layer {
        Layer(Dense(units: units, activation: activation), name: name)
    }

    /// An activation as a layer of its own.
    public static func activation(_ activation: Activation) -> Layer {
        Layer(ActivationLayer(activation: activation))
    }

    /// A layer that leaves out some of its inputs while training.
    public static func dropout(_ rate: Double) -> Layer { Layer(Dropout(rate: rate)) }

    /// A layer that gives each input mean 0 and deviation 1 over the training samples.
    public static let normalization = Layer(Normalization())

    /// The layer as a fully connected one with all its settings; `nil` where it is of another kind.
    public var dense: Dense? { function as? Dense }

    /// The number of units that it was given; `nil` where it has as many outputs as inputs.
    ///
    /// Setting it changes nothing on a layer without units.
    public var units: Int? {
        get { dense?.units }
        set {
            guard var dense, let newValue else { return }
            dense.units = newValue
            function = dense
        }
    }

    /// The activation that is applied to the layer's sums; `nil` where it has none.
    ///
    /// Setting it changes nothing on a layer without one.
    public var activation: Activation? {
        get { (function as? any ActivatedLayer)?.activation }
        set {
            guard var layer = function as? any ActivatedLayer, let newValue else { return }
            layer.activation = newValue
            function = layer
        }
    }

    /// The share of inputs that are left out while training; `nil` where none are.
    ///
    /// Setting it changes nothing on a layer without one.
    public var rate: Double? {
        get { (function as? Dropout)?.rate }
        set {
            guard function is Dropout, let newValue else { return }
            function = Dropout(rate: newValue)
        }
    }

    /// The penalty on the squares of a dense layer's kernel; `nil` where it is of another kind.
    ///
    /// Setting it changes nothing on a layer without a kernel; 0 takes the cost away.
    public var l2: Double? {
        get { dense.map { $0.kernelRegularizer?.l2 ?? 0 } }
        set {
            guard var dense, let newValue else { return }
            var regularizer = dense.kernelRegularizer ?? Regularizer()
            regularizer.l2 = newValue
            dense.kernelRegularizer = regularizer == Regularizer() ? nil : regularizer
            function = dense
        }
    }

    /// The details beyond its kind, in a word or two: `relu`, `rate 0.5`.
    public var detail: String { rate.map { "rate \($0)" } ?? activation?.text ?? "" }

    /// Works out the number of outputs for each sample.
    ///
    /// - Parameter inputs: The number of inputs of each sample.
    /// - Returns: The units of a dense layer, and as many as it takes for all others.
    public func outputs(for inputs: Int) -> Int { function.outputs(for: inputs) }

    /// The kind as Keras' summary writes it: `Dense`.
    public var kindName: String { type(of: function).className }

    /// Counts the weights of the layer, learnt or taken from the data.
    ///
    /// - Parameter inputs: The number of inputs of each sample.
    /// - Returns: `inputs × units + units` for a dense layer with a bias.
    public func parameterCount(inputs: Int) -> Int { function.parameterCount(inputs: inputs) }

    /// Reads `dense(units, activation=…, name=…)` and the like.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.kinds, kind: "layer") { $0.name }
        var reader = TermReader(term)
        function = try type.init(reading: &reader, of: term)
        name = try reader.text("name") ?? ""
        try reader.finish()
    }

    /// The layer as a term; what is at Keras' default, and an automatic name, are left out.
    public var term: Term {
        var arguments = function.arguments
        if !name.isEmpty { arguments.append(.init("name", .text(name))) }
        return Term(type(of: function).name, arguments)
    }

    /// Tells whether the two are written alike.
    public static func == (left: Layer, right: Layer) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

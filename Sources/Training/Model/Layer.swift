import Datasets

/// One layer of a model, as a value: `dense(64, activation=relu)`.
public struct Layer: Hashable, Sendable, TermConvertible {
    /// What the layer does.
    public enum Kind: Hashable, Sendable {
        /// Every unit sees every input: `activation(inputs · kernel + bias)`.
        case dense(units: Int, activation: Activation)
    }

    /// The name that was chosen for it; empty where ``Model/layerNames`` gives one as Keras does.
    public var name: String
    /// What it does, with its settings.
    public var kind: Kind

    /// Makes a layer from its parts.
    public init(name: String = "", kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// A fully connected layer.
    public static func dense(_ units: Int, activation: Activation = .linear, name: String = "") -> Layer {
        Layer(name: name, kind: .dense(units: units, activation: activation))
    }

    /// How many numbers the layer gives for each sample.
    public var units: Int {
        get {
            switch kind {
            case .dense(let units, _): units
            }
        }
        set { kind = .dense(units: newValue, activation: activation) }
    }

    /// What is done to the layer's sums.
    public var activation: Activation {
        get {
            switch kind {
            case .dense(_, let activation): activation
            }
        }
        set { kind = .dense(units: units, activation: newValue) }
    }

    /// The kind as Keras' summary writes it: `Dense`.
    public var kindName: String {
        switch kind {
        case .dense: "Dense"
        }
    }

    /// How many weights and biases the layer learns.
    ///
    /// - Parameter inputs: How many numbers each sample brings.
    /// - Returns: `inputs × units + units` for a dense layer.
    public func parameterCount(inputs: Int) -> Int {
        switch kind {
        case .dense(let units, _):
            // Saturates, since a model is also counted while someone types ever more digits.
            let weights = inputs.multipliedReportingOverflow(by: units)
            let all = weights.partialValue.addingReportingOverflow(units)
            return weights.overflow || all.overflow ? .max : all.partialValue
        }
    }

    /// Reads `dense(units, activation=…, name=…)`.
    public init(term: Term) throws {
        guard term.name == "dense" else {
            throw TermError.unknownName(term.name, kind: "layer", choices: ["dense"])
        }
        var reader = TermReader(term)
        guard let units = try reader.integer("units", at: 0) else {
            throw TermError.missingArgument("units", of: "dense")
        }
        let activation = try reader.term("activation", at: 1).map(Activation.init(term:)) ?? .linear
        name = try reader.text("name") ?? ""
        kind = .dense(units: units, activation: activation)
        try reader.finish()
    }

    /// The layer as a term; a linear activation and an automatic name are left out.
    public var term: Term {
        var arguments = [Term.Argument(nil, .number(Double(units)))]
        if activation != .linear { arguments.append(.init("activation", .term(activation.term))) }
        if !name.isEmpty { arguments.append(.init("name", .text(name))) }
        return Term("dense", arguments)
    }
}

import Datasets

/// An activation as a layer of its own, Keras' `Activation`: `activation(softmax)`.
struct ActivationLayer: ActivatedLayer {
    static let name = "activation"
    static let className = "Activation"

    var activation: Activation

    init(activation: Activation) {
        self.activation = activation
    }

    init(reading reader: inout TermReader, of term: Term) throws {
        guard let activation = try reader.term("activation", at: 0) else {
            throw TermError.missingArgument("activation", of: term.name)
        }
        self.activation = try Activation(term: activation)
    }

    var arguments: [Term.Argument] { [.init(nil, .term(activation.term))] }

    func addStages(to plan: inout StagePlan) throws {
        try plan.takeRows()
        // The outputs of the layer before may be needed for its own gradient.
        plan.add(try ActivationStage(activation, inPlace: false, plan), width: plan.width)
    }
}

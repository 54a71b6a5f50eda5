import Datasets
import Training

/// Something in the model pane that can be changed.
enum ModelField: Hashable, Sendable {
    case units(layer: Int)
    case activation(layer: Int)
    case rate(layer: Int)
    /// The cost of the squares of a dense layer's kernel.
    case l2(layer: Int)
    case optimizer, learningRate, momentum, loss, pace
    case batchSize, epochs, validation, folds, finalEpochs, seed

    /// The settings below the layers, row by row.
    ///
    /// The final run has a row where there is one: without it, the layers need the room more.
    static func settings(of experiment: Experiment) -> [[ModelField]] {
        [
            [.optimizer, .batchSize], [.learningRate, .epochs], [.pace, .validation], [.seed, .folds],
            experiment.model.optimizer.hasMomentum ? [.loss, .momentum] : [.loss],
        ]
            + (experiment.settings.finalEpochs == 0 ? [] : [[.finalEpochs]])
    }

    /// The text of a number that stands for nothing.
    static let none = "none"

    /// The name before the value.
    func name(in experiment: Experiment) -> String {
        if self == .momentum, let name = experiment.model.optimizer.momentumName { return name }
        return name
    }

    /// The same, whichever optimizer there is.
    var name: String {
        switch self {
        case .units: "units"
        case .activation: "activation"
        case .rate: "rate"
        case .optimizer: "optimizer"
        case .learningRate: "learning rate"
        case .momentum: "momentum"
        case .l2: "l2"
        case .loss: "loss"
        case .pace: "pace"
        case .batchSize: "batch size"
        case .epochs: "epochs"
        case .validation: "validation"
        case .folds: "folds"
        case .finalEpochs: "final epochs"
        case .seed: "seed"
        }
    }

    /// The values to choose from, where there are only a few; the present one is among them as it is written.
    func choices(in experiment: Experiment, pace: Pace) -> [String]? {
        let value = value(in: experiment, pace: pace)
        guard var choices = plainChoices, !choices.contains(value) else { return plainChoices }
        // With settings of its own it stands where the plain one of its name would.
        let name = value.prefix { $0 != "(" }
        if let place = choices.firstIndex(where: { $0 == name }) { choices[place] = value }
        return choices
    }

    /// The values to choose from, as Keras has them.
    private var plainChoices: [String]? {
        switch self {
        case .activation: Activation.names
        case .optimizer: Optimizer.names
        case .loss: Loss.choices
        case .pace: PaceChoice.all.map(\.name)
        default: nil
        }
    }

    /// The present value as it is written.
    func value(in experiment: Experiment, pace: Pace) -> String {
        let settings = experiment.settings
        return switch self {
        case .units(let layer): "\(experiment.model.layers[layer].units ?? 0)"
        case .activation(let layer): experiment.model.layers[layer].activation?.text ?? ""
        case .rate(let layer): "\(experiment.model.layers[layer].rate ?? 0)"
        case .optimizer: experiment.model.optimizer.settingsText
        case .learningRate:
            experiment.model.optimizer.schedule?.text ?? "\(experiment.model.optimizer.learningRate)"
        case .momentum: "\(experiment.model.optimizer.momentum ?? 0)"
        case .l2(let layer): "\(experiment.model.layers[layer].l2 ?? 0)"
        case .loss: experiment.model.loss.text
        case .pace: PaceChoice.name(of: pace)
        case .batchSize: "\(settings.batchSize)"
        case .epochs: "\(settings.epochs)"
        case .validation: "\(settings.validation)"
        case .folds: settings.folds == 0 ? Self.none : "\(settings.folds)"
        case .finalEpochs: settings.finalEpochs == 0 ? Self.none : "\(settings.finalEpochs)"
        case .seed: "\(settings.seed)"
        }
    }
}

extension Loss {
    /// All losses; those that know logits, with and without them.
    fileprivate static var choices: [String] {
        names.flatMap { name in
            let knowsLogits = (try? Loss.named(name))?.isCrossentropy == true
            return knowsLogits ? [name, "\(name)(from_logits=true)"] : [name]
        }
    }
}

extension Optimizer {
    /// The name with all settings but the learning rate, which has a place of its own: `sgd(momentum=0.9)`.
    fileprivate var settingsText: String {
        var term = term
        term.arguments.removeAll { $0.label == "learning_rate" }
        return term.description
    }
}

extension ModelField {
    /// The next number of folds: none, then two and more.
    static func folds(_ folds: Int, _ offset: Int) -> Int {
        let next = Quantity.folds.step(from: folds, by: offset)
        return next == 1 ? (offset > 0 ? 2 : 0) : next
    }
}

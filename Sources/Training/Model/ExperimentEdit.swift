import Datasets

/// One change to an experiment, as a value: `units(layer=1, 4)`.
///
/// The dashboard's keys and session logs change experiments by these and nothing else.
public enum ExperimentEdit: Hashable, Sendable {
    /// Puts a copy of a layer below it; of the last one, above it, since the last layer fits the classes.
    case addLayer(after: Int)
    /// Takes a layer away.
    case removeLayer(Int)
    /// Exchanges a layer with the one so many places below it.
    case moveLayer(Int, by: Int)
    /// Changes how many units a layer has.
    case units(layer: Int, Int)
    /// Changes a layer's activation.
    case activation(layer: Int, Activation)
    /// Changes the share that a layer leaves out while training.
    case rate(layer: Int, Double)
    /// Takes another optimizer, with its own default learning rate.
    case optimizer(Optimizer)
    /// Changes the size of a step.
    case learningRate(Double)
    /// Takes another loss.
    case loss(Loss)
    /// Changes how many samples go into a step.
    case batchSize(Int)
    /// Changes how often all samples are gone through.
    case epochs(Int)
    /// Changes how many samples are set aside for validation.
    case validation(Int)
    /// Changes into how many folds the training samples are divided; 0 for a single network.
    case folds(Int)
    /// Changes how long a new network is trained at the end; 0 for none.
    case finalEpochs(Int)
    /// Changes what chance begins with.
    case seed(UInt64)
}

extension ExperimentEdit {
    /// The layer that it changes, counted from 0; `nil` where it changes none that has to be there.
    public var layer: Int? {
        switch self {
        case .removeLayer(let layer), .moveLayer(let layer, _), .units(let layer, _),
            .activation(let layer, _),
            .rate(let layer, _):
            layer
        default: nil
        }
    }
}

extension Experiment {
    /// Makes one change; one that names a layer that isn't there changes nothing.
    public mutating func apply(_ edit: ExperimentEdit) {
        let layers = model.layers.indices
        switch edit {
        case .addLayer(let index):
            guard let last = layers.last else {
                model.layers = [.dense(64, activation: .relu)]
                return
            }
            let index = min(max(0, index), last)
            if index < last {
                model.layers.insert(Layer(model.layers[index].function), at: index + 1)
            } else {
                // Hidden layers of the book have 64 units; one of the kind that is there already fits better.
                let layer = last > 0 ? Layer(model.layers[last - 1].function) : .dense(64, activation: .relu)
                model.layers.insert(layer, at: last)
            }
        case .removeLayer(let index):
            if layers.contains(index) { model.layers.remove(at: index) }
        case .moveLayer(let index, let offset):
            if layers.contains(index), layers.contains(index + offset) {
                model.layers.swapAt(index, index + offset)
            }
        case .units(let index, let units):
            if layers.contains(index) { model.layers[index].units = units }
        case .activation(let index, let activation):
            if layers.contains(index) { model.layers[index].activation = activation }
        case .rate(let index, let rate):
            if layers.contains(index) { model.layers[index].rate = rate }
        case .optimizer(let optimizer): model.optimizer = optimizer
        case .learningRate(let rate): model.optimizer.learningRate = rate
        case .loss(let loss): model.loss = loss
        case .batchSize(let size): settings.batchSize = size
        case .epochs(let epochs): settings.epochs = epochs
        case .validation(let samples): settings.validation = samples
        case .folds(let folds): settings.folds = folds
        case .finalEpochs(let epochs): settings.finalEpochs = epochs
        case .seed(let seed): settings.seed = seed
        }
    }
}

extension ExperimentEdit: TermConvertible {
    /// Reads a term such as `units(layer=1, 4)`; layers are counted from 1, as people do.
    public init(term: Term) throws {
        var reader = TermReader(term)
        func required<T>(_ value: T?, _ label: String) throws -> T {
            guard let value else { throw TermError.missingArgument(label, of: term.name) }
            return value
        }
        // Without a trap where somebody writes the smallest of all numbers: there is no such layer either way.
        func layer() throws -> Int { try required(reader.integer("layer"), "layer") &- 1 }
        switch term.name {
        case "add_layer": self = .addLayer(after: try required(reader.integer("after", at: 0), "after") &- 1)
        case "remove_layer": self = .removeLayer(try layer())
        case "move_layer": self = .moveLayer(try layer(), by: try required(reader.integer("by", at: 0), "by"))
        case "units": self = .units(layer: try layer(), try required(reader.integer("units", at: 0), "units"))
        case "rate": self = .rate(layer: try layer(), try required(reader.number("rate", at: 0), "rate"))
        case "activation":
            let place = try layer()
            let name = try required(reader.term("activation", at: 0), "activation")
            self = .activation(layer: place, try Activation(term: name))
        case "optimizer":
            self = .optimizer(
                try Optimizer(term: required(reader.term("optimizer", at: 0), "optimizer")))
        case "learning_rate": self = .learningRate(try required(reader.number("value", at: 0), "value"))
        case "loss": self = .loss(try Loss(term: required(reader.term("loss", at: 0), "loss")))
        case "batch_size": self = .batchSize(try required(reader.integer("value", at: 0), "value"))
        case "epochs": self = .epochs(try required(reader.integer("value", at: 0), "value"))
        case "validation": self = .validation(try required(reader.integer("value", at: 0), "value"))
        case "folds": self = .folds(try required(reader.integer("value", at: 0), "value"))
        case "final_epochs": self = .finalEpochs(try required(reader.integer("value", at: 0), "value"))
        case "seed":
            let number = try required(reader.integer("value", at: 0), "value")
            guard let seed = UInt64(exactly: number), seed <= TrainingSettings.largestSeed else {
                throw TermError.wrongArgument(
                    "value", of: "seed", found: "\(number)",
                    expected: "from 0 to \(TrainingSettings.largestSeed)")
            }
            self = .seed(seed)
        default:
            throw TermError.unknownName(term.name, kind: "change", choices: Self.names)
        }
        try reader.finish()
    }

    /// The names that a change can have.
    public static let names = [
        "add_layer", "remove_layer", "move_layer", "units", "activation", "rate", "optimizer",
        "learning_rate", "loss", "batch_size", "epochs", "validation", "folds", "final_epochs", "seed",
    ]

    /// The change as a term.
    public var term: Term {
        func layer(_ index: Int) -> Term.Argument { .init("layer", .number(Double(index) + 1)) }
        func number(_ value: some BinaryInteger) -> Term.Argument { .init(nil, .number(Double(value))) }
        return switch self {
        case .addLayer(let index): Term("add_layer", [.init("after", .number(Double(index) + 1))])
        case .removeLayer(let index): Term("remove_layer", [layer(index)])
        case .moveLayer(let index, let offset):
            Term("move_layer", [layer(index), .init("by", .number(Double(offset)))])
        case .units(let index, let units): Term("units", [layer(index), number(units)])
        case .activation(let index, let activation):
            Term("activation", [layer(index), .init(nil, .term(activation.term))])
        case .rate(let index, let rate): Term("rate", [layer(index), .init(nil, .number(rate))])
        case .optimizer(let optimizer): Term("optimizer", [.init(nil, .term(optimizer.term))])
        case .learningRate(let rate): Term("learning_rate", [.init(nil, .number(rate))])
        case .loss(let loss): Term("loss", [.init(nil, .term(loss.term))])
        case .batchSize(let size): Term("batch_size", [number(size)])
        case .epochs(let epochs): Term("epochs", [number(epochs)])
        case .validation(let samples): Term("validation", [number(samples)])
        case .folds(let folds): Term("folds", [number(folds)])
        case .finalEpochs(let epochs): Term("final_epochs", [number(epochs)])
        case .seed(let seed): Term("seed", [number(seed)])
        }
    }
}

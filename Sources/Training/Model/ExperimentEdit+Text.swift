import Datasets

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
        case "momentum": self = .momentum(try required(reader.number("value", at: 0), "value"))
        case "l2": self = .l2(layer: try layer(), try required(reader.number("value", at: 0), "value"))
        case "early_stopping":
            let patience = try required(reader.integer("patience", at: 0), "patience")
            guard patience >= 0 else {
                throw TermError.wrongArgument(
                    "patience", of: term.name, found: "\(patience)", expected: "at least 1, or 0 for never")
            }
            self = .earlyStopping(patience: patience > 0 ? patience : nil)
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
        "learning_rate", "momentum", "l2", "early_stopping", "loss", "batch_size", "epochs", "validation",
        "folds", "final_epochs", "seed",
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
        case .momentum(let momentum): Term("momentum", [.init(nil, .number(momentum))])
        case .l2(let index, let factor): Term("l2", [layer(index), .init(nil, .number(factor))])
        case .earlyStopping(let patience): Term("early_stopping", [number(patience ?? 0)])
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

import Datasets
import Training

/// A value that was typed and can't be taken, with the values that can.
private struct ValueError: Error, CustomStringConvertible {
    let description: String

    /// Says which values would do, and what is wrong with a decimal comma.
    init(_ text: String, _ rule: String, isWhole: Bool = false) {
        description = text.numberFault(rule, isWhole: isWhole)
    }
}

extension ModelField {
    /// Reads a value that was typed or chosen.
    ///
    /// - Parameters:
    ///   - text: The value; blanks don't count.
    ///   - experiment: The experiment to change: a schedule keeps all else that the optimizer is set to.
    /// - Returns: The change that it makes.
    /// - Throws: A sentence that says what would do.
    func edit(from text: String, in experiment: Experiment) throws -> ExperimentEdit {
        let text = text.filter { $0 != " " }
        switch self {
        case .units(let layer): return .units(layer: layer, try whole(text))
        case .l2(let layer): return .l2(layer: layer, try number(text))
        case .momentum: return .momentum(try number(text))
        case .rate(let layer): return .rate(layer: layer, try number(text))
        case .activation(let layer): return .activation(layer: layer, try Activation(text: text))
        case .optimizer: return .optimizer(try Optimizer(text: text))
        case .loss: return .loss(try Loss(text: text))
        case .batchSize: return .batchSize(try whole(text))
        case .epochs: return .epochs(try whole(text))
        case .validation: return .validation(try whole(text))
        case .folds: return .folds(text == Self.none ? 0 : try whole(text))
        case .finalEpochs: return .finalEpochs(text == Self.none ? 0 : try whole(text))
        case .seed: return .seed(UInt64(try whole(text)))
        case .learningRate:
            if text.first?.isLetter == true, Double(text) == nil {
                var optimizer = experiment.model.optimizer
                optimizer.schedule = try LearningRateSchedule(text: text)
                return .optimizer(optimizer)
            }
            return .learningRate(try number(text))
        case .pace: throw ValueError(text, "Choose a pace from the list.")
        }
    }

    private func number(_ text: String) throws -> Double {
        guard let number = Double(text), quantity?.takes(number) ?? true else { throw fault(text) }
        return number
    }

    private func whole(_ text: String) throws -> Int {
        // A comma between thousands is as welcome as none.
        guard let number = Int(grouped: text), quantity?.takes(Double(number)) ?? true else {
            throw fault(text)
        }
        return number
    }

    private func fault(_ text: String) -> ValueError {
        ValueError(text, quantity?.rule ?? "", isWhole: quantity?.isWhole ?? false)
    }

    /// The number that it shows; `nil` where it shows none.
    private var quantity: Quantity? {
        switch self {
        case .units: .units
        case .rate: .rate
        case .l2: .l2
        case .learningRate: .learningRate
        case .momentum: .momentum
        case .batchSize: .batchSize
        case .epochs: .epochs
        case .validation: .validation
        case .folds: .folds
        case .finalEpochs: .finalEpochs
        case .seed: .seed
        case .activation, .optimizer, .loss, .pace: nil
        }
    }

    /// The place at which a problem with this field is reported.
    var place: ModelProblem.Place {
        switch self {
        case .units(let layer), .activation(let layer), .rate(let layer), .l2(let layer): .layer(layer)
        case .optimizer, .learningRate, .momentum: .optimizer
        case .loss: .loss
        case .pace: .setting("pace")
        case .batchSize: .setting("batch_size")
        case .epochs: .setting("epochs")
        case .validation: .setting("validation")
        case .folds: .setting("folds")
        case .finalEpochs: .setting("final_epochs")
        case .seed: .setting("seed")
        }
    }
}

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
        case .l2(let layer):
            guard let factor = Double(text), factor >= 0, factor <= 1000 else {
                throw ValueError(text, "What l2 costs is a number from 0 up, such as 0.001.")
            }
            return .l2(layer: layer, factor)
        case .momentum: return .momentum(try share(text))
        case .rate(let layer): return .rate(layer: layer, try share(text))
        case .activation(let layer): return .activation(layer: layer, try Activation(text: text))
        case .optimizer: return .optimizer(try Optimizer(text: text))
        case .loss: return .loss(try Loss(text: text))
        case .batchSize: return .batchSize(try whole(text))
        case .epochs: return .epochs(try whole(text))
        case .validation: return .validation(try whole(text))
        case .folds: return .folds(text == Self.none ? 0 : try whole(text))
        case .finalEpochs: return .finalEpochs(text == Self.none ? 0 : try whole(text))
        case .seed:
            guard let seed = UInt64(text), seed <= TrainingSettings.largestSeed else {
                throw ValueError(
                    text, "The seed is a whole number from 0 to \(TrainingSettings.largestSeed).",
                    isWhole: true)
            }
            return .seed(seed)
        case .learningRate:
            if text.first?.isLetter == true, Double(text) == nil {
                var optimizer = experiment.model.optimizer
                optimizer.schedule = try LearningRateSchedule(text: text)
                return .optimizer(optimizer)
            }
            guard let rate = Double(text), rate > 0, rate <= 1000 else {
                throw ValueError(text, "The learning rate is a number above 0, such as 0.001.")
            }
            return .learningRate(rate)
        case .pace: throw ValueError(text, "Choose a pace from the list.")
        }
    }

    private func share(_ text: String) throws -> Double {
        guard let share = Double(text), share >= 0, share < 1 else {
            throw ValueError(text, "The rate is a share from 0 to less than 1, such as 0.5.")
        }
        return share
    }

    private func whole(_ text: String) throws -> Int {
        // A comma between thousands is as welcome as none.
        guard let number = Int(grouped: text), bounds?.contains(number) ?? true else {
            throw ValueError(text, boundsText, isWhole: true)
        }
        return number
    }

    /// The whole numbers that a value can be; `nil` where it is none.
    private var bounds: ClosedRange<Int>? {
        switch self {
        case .units, .batchSize: 1...1_000_000
        case .epochs: 1...100_000
        case .validation: 0...1_000_000_000
        case .folds: 0...64
        case .finalEpochs: 0...100_000
        default: nil
        }
    }

    private var boundsText: String {
        guard let bounds else { return "\(name) is a whole number." }
        return
            "\(name) is a whole number from \(Format.grouped(bounds.lowerBound)) to \(Format.grouped(bounds.upperBound))."
    }

    /// The fault of a number that a change has given to the experiment, whoever wrote it; `nil` where there is none.
    ///
    /// - Parameters:
    ///   - changed: The experiment after the change.
    ///   - before: The experiment before it; what was wrong there is no fault of the change.
    ///   - dataset: The samples to learn from; `nil` while there are none.
    /// - Returns: A sentence.
    static func fault(in changed: Experiment, since before: Experiment, dataset: Dataset?) -> String? {
        let units = changed.model.layers.indices.filter { changed.model.layers[$0].units != nil }
        let fields = units.map(ModelField.units) + [.batchSize, .epochs, .validation, .folds, .finalEpochs]
        for field in fields {
            let (new, old) = (field.number(in: changed), field.number(in: before))
            guard let new, new != old, let bounds = field.bounds, !bounds.contains(new) else { continue }
            return "“\(new)” can't be taken: \(field.boundsText)"
        }
        func problems(of experiment: Experiment) -> [ModelProblem] {
            experiment.settings.problems(samples: dataset?.train.count ?? .max)
                + (dataset.map { experiment.problems(for: $0) } ?? []).filter { $0.place == .optimizer }
        }
        let known = problems(of: before)
        return problems(of: changed).first { problem in
            switch problem.place {
            case .setting, .optimizer: !known.contains(problem)
            case .model, .layer, .loss, .metrics: false
            }
        }?.message
    }

    private func number(in experiment: Experiment) -> Int? {
        let settings = experiment.settings
        return switch self {
        case .units(let layer):
            experiment.model.layers.indices.contains(layer) ? experiment.model.layers[layer].units : nil
        case .batchSize: settings.batchSize
        case .epochs: settings.epochs
        case .validation: settings.validation
        case .folds: settings.folds
        case .finalEpochs: settings.finalEpochs
        default: nil
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

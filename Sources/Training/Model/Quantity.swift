import Datasets

/// A number of an experiment that people change, with the values that they can give it.
///
/// A number beyond them is a slip of the finger. An experiment from a file may have it all the same, and be changed elsewhere.
public enum Quantity: Hashable, Sendable, CaseIterable {
    /// The number of units of a layer.
    case units
    /// The share of its inputs that a dropout layer sets to 0.
    case rate
    /// The factor of a layer's squared weights in the loss.
    case l2
    /// The optimizer's learning rate, where no schedule sets it.
    case learningRate
    /// The optimizer's momentum.
    case momentum
    /// The number of samples in a batch.
    case batchSize
    /// The number of epochs of a run.
    case epochs
    /// The number of samples that are set aside for validation.
    case validation
    /// The number of parts that the training samples are divided into for a cross-validation; 0 for none.
    case folds
    /// The number of epochs of a new network at the end; 0 for none.
    case finalEpochs
    /// The seed of all random numbers.
    case seed

    /// The name in sentences.
    public var name: String {
        switch self {
        case .learningRate: "learning rate"
        case .batchSize: "batch size"
        case .finalEpochs: "final epochs"
        default: "\(self)"
        }
    }

    /// The values from the smallest to the largest; the learning rate is more than zero, shares are less than one.
    public var bounds: ClosedRange<Double> {
        switch self {
        case .units, .batchSize: 1...1_000_000
        case .epochs: 1...100_000
        case .validation: 0...1_000_000_000
        case .folds: 0...Double(TrainingSettings.mostFolds)
        case .finalEpochs: 0...100_000
        case .seed: 0...Double(TrainingSettings.largestSeed)
        case .rate, .momentum: 0...1.0.nextDown
        case .l2: 0...1000
        case .learningRate: .leastNonzeroMagnitude...1000
        }
    }

    /// Tells whether all values are whole numbers.
    public var isWhole: Bool {
        switch self {
        case .units, .batchSize, .epochs, .validation, .folds, .finalEpochs, .seed: true
        case .rate, .l2, .learningRate, .momentum: false
        }
    }

    /// Tells whether it can be given a value.
    public func takes(_ value: Double) -> Bool { bounds.contains(value) }

    /// A whole number so many steps further, as far as the bounds go.
    ///
    /// - Parameters:
    ///   - value: The present value, which may be beyond them.
    ///   - offset: The number of steps.
    /// - Returns: The next value.
    public func step(from value: Int, by offset: Int) -> Int {
        let (least, most) = (Int(bounds.lowerBound), Int(bounds.upperBound))
        return max(least, min(most, max(0, min(most, value)) + offset))
    }

    /// The sentence that says which values would do.
    public var rule: String {
        switch self {
        case .seed: "The seed is a whole number from 0 to \(TrainingSettings.largestSeed)."
        case .rate, .momentum: "The \(name) is a share from 0 to less than 1, such as 0.5."
        case .l2: "The cost of squares, l2, is a number from 0 to \(largest), such as 0.001."
        case .learningRate: "The learning rate is a number above 0, up to \(largest), such as 0.001."
        case .units, .batchSize, .epochs, .validation, .folds, .finalEpochs:
            "\(name) is a whole number from \(Int(bounds.lowerBound).grouped) to \(largest)."
        }
    }

    private var largest: String { Int(bounds.upperBound).grouped }

    /// The values that an experiment has: one for each layer, or one.
    func values(in experiment: Experiment) -> [Double] {
        let (layers, settings) = (experiment.model.layers, experiment.settings)
        let optimizer = experiment.model.optimizer
        return switch self {
        case .units: layers.compactMap { $0.units.map(Double.init) }
        case .rate: layers.compactMap(\.rate)
        case .l2: layers.compactMap(\.l2)
        case .learningRate: optimizer.schedule == nil ? [optimizer.learningRate] : []
        case .momentum: optimizer.momentum.map { [$0] } ?? []
        case .batchSize: [Double(settings.batchSize)]
        case .epochs: [Double(settings.epochs)]
        case .validation: [Double(settings.validation)]
        case .folds: [Double(settings.folds)]
        case .finalEpochs: [Double(settings.finalEpochs)]
        case .seed: [Double(settings.seed)]
        }
    }

    /// The sentence that refuses a value; `nil` where it can be had.
    fileprivate func refusal(of value: Double) -> String? {
        takes(value) ? nil : "“\(value.written)” can't be taken: \(rule)"
    }
}

extension ExperimentEdit {
    /// The number that it sets; `nil` where it sets none, or many.
    fileprivate var number: (quantity: Quantity, value: Double)? {
        switch self {
        case .units(_, let units): (.units, Double(units))
        case .rate(_, let rate): (.rate, rate)
        case .l2(_, let factor): (.l2, factor)
        case .learningRate(let rate): (.learningRate, rate)
        case .momentum(let momentum): (.momentum, momentum)
        case .batchSize(let size): (.batchSize, Double(size))
        case .epochs(let epochs), .finalEpochs(let epochs):
            (self == .epochs(epochs) ? .epochs : .finalEpochs, Double(epochs))
        case .validation(let samples): (.validation, Double(samples))
        case .folds(let folds): (.folds, Double(folds))
        case .seed(let seed): (.seed, Double(seed))
        case .addLayer, .removeLayer, .moveLayer, .activation, .optimizer, .earlyStopping, .loss: nil
        }
    }
}

extension Experiment {
    /// The reason why an edit can't be made: it sets a number beyond its bounds, or one that no run could be trained
    /// with.
    ///
    /// - Parameters:
    ///   - edit: The edit; a number that it only moves is no fault of it.
    ///   - dataset: The samples to learn from; `nil` while there are none.
    /// - Returns: A sentence; `nil` where it can be made.
    public func refusal(of edit: ExperimentEdit, on dataset: Dataset?) -> String? {
        var changed = self
        changed.apply(edit)
        guard let number = edit.number else { return refusal(of: changed, on: dataset) }
        return number.quantity.refusal(of: number.value) ?? newProblem(in: changed, on: dataset)
    }

    /// The reason why it can't be replaced by another that somebody wrote.
    ///
    /// - Parameters:
    ///   - changed: The other one; a number that this one has too is no fault of it, nor in another layer.
    ///   - dataset: The samples to learn from; `nil` while there are none.
    /// - Returns: A sentence; `nil` where it can be.
    public func refusal(of changed: Experiment, on dataset: Dataset?) -> String? {
        for quantity in Quantity.allCases {
            let known = Set(quantity.values(in: self))
            let new = quantity.values(in: changed).filter { !known.contains($0) }
            if let refusal = new.lazy.compactMap(quantity.refusal).first { return refusal }
        }
        return newProblem(in: changed, on: dataset)
    }

    /// The first problem of the settings or the optimizer that the change brings.
    private func newProblem(in changed: Experiment, on dataset: Dataset?) -> String? {
        func problems(of experiment: Experiment) -> [ModelProblem] {
            experiment.settings.problems(samples: dataset?.train.count ?? .max)
                + (dataset.map { experiment.problems(for: $0) } ?? []).filter { $0.place == .optimizer }
        }
        let known = problems(of: self)
        return problems(of: changed).first { !known.contains($0) && $0.place != .model }?.message
    }
}

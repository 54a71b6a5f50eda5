import Datasets

extension Experiment {
    /// Makes the experiment for a data set where nobody chooses: the book's network, and settings for it.
    ///
    /// | samples, target | hidden layers | last layer | loss |
    /// |---|---|---|---|
    /// | numbers to be learnt | 64, 64 relu | linear | mean squared error |
    /// | texts of two classes | 16, 16 relu | one sigmoid unit | binary cross-entropy |
    /// | pictures | 512 relu | softmax | categorical cross-entropy |
    /// | points | 8, 8 tanh | softmax | categorical cross-entropy |
    /// | all others | 64, 64 relu | softmax | categorical cross-entropy |
    ///
    /// - Parameter dataset: The loaded data.
    /// - Returns: An experiment that can be run on it.
    public static func standard(for dataset: Dataset) -> Experiment {
        let target = dataset.target
        let (hidden, activation, loss) = dataset.standardLayers
        let layers =
            hidden.map { Layer.dense($0, activation: activation) } + [
                .dense(loss.outputs(for: target), activation: loss.lastActivation(for: target))
            ]
        return Experiment(
            dataset: dataset.reference,
            model: Model(layers: layers, loss: loss, metrics: [target.standardMetric]),
            settings: dataset.standardSettings)
    }

    /// Lets what nobody has changed follow from another data set: layers, loss, metrics, settings.
    ///
    /// - Parameters:
    ///   - dataset: The loaded data.
    ///   - standard: The experiment before anybody changed anything.
    ///   - keepsLayers: `true` if the layers are somebody's own; then only the last one is fitted.
    /// - Returns: The new standard.
    public mutating func follow(
        _ dataset: Dataset, from standard: Experiment, keepsLayers: Bool
    ) -> Experiment {
        let new = Experiment.standard(for: dataset)
        func follow<Value: Equatable>(_ path: WritableKeyPath<Experiment, Value>, _ own: inout Experiment) {
            if own[keyPath: path] == standard[keyPath: path] { own[keyPath: path] = new[keyPath: path] }
        }
        let loss = model.loss
        follow(\.model.loss, &self)
        follow(\.model.metrics, &self)
        follow(\.settings.batchSize, &self)
        follow(\.settings.epochs, &self)
        follow(\.settings.validation, &self)
        if !keepsLayers {
            // A loss of somebody's own stays where it goes with these layers.
            if !model.loss.suits(dataset.target, as: new.model.loss) { model.loss = new.model.loss }
            model.layers = new.model.layers
        } else if let last = model.outputLayer {
            model.layers[last].units = model.loss.outputs(for: dataset.target)
            if model.loss != loss {
                model.layers[model.layers.count - 1].activation = model.loss.lastActivation(
                    for: dataset.target)
            }
        }
        if !model.canMeasure(dataset.target, inputs: dataset.train.inputs.columns) {
            model.metrics = new.model.metrics
        }
        if settings.validation >= dataset.train.count { settings.validation = new.settings.validation }
        self.dataset = dataset.reference
        return new
    }
}

extension Loss {
    /// Tells whether it needs the same of the last layer as another loss.
    fileprivate func suits(_ target: Model.Target, as other: Loss) -> Bool {
        outputs(for: target) == other.outputs(for: target)
            && lastActivation(for: target) == other.lastActivation(for: target)
    }
}

extension Model {
    /// Tells whether all metrics have a meaning for such a target.
    fileprivate func canMeasure(_ target: Target, inputs: Int) -> Bool {
        let isOfClasses = metrics.contains { $0.name.hasSuffix("accuracy") }
        if case .values = target, isOfClasses { return false }
        if case .classes = target, metrics == [.meanAbsoluteError] { return false }
        return !problems(inputs: inputs, target: target).contains { $0.place == .metrics }
    }
}

extension Dataset {
    /// The units of the hidden layers, their activation, and the loss behind them.
    fileprivate var standardLayers: (hidden: [Int], activation: Activation, loss: Loss) {
        switch (form, target) {
        case (_, .values): ([64, 64], .relu, .meanSquaredError)
        case (.text, .classes(2)): ([16, 16], .relu, .binaryCrossentropy())
        case (.picture, _): ([512], .relu, .categoricalCrossentropy())
        case (.point, _): ([8, 8], .tanh, .categoricalCrossentropy())
        default: ([64, 64], .relu, .categoricalCrossentropy())
        }
    }

    /// Settings in which the standard layers learn: small batches where there are few samples.
    fileprivate var standardSettings: TrainingSettings {
        // A fifth where a thousand would be too much to set aside.
        let validation = train.count < 5000 ? train.count / 5 : 1000
        return switch (form, target) {
        case (_, .values): TrainingSettings(batchSize: 16, epochs: 50, validation: validation)
        case (.picture, _): TrainingSettings(batchSize: 128, epochs: 5, validation: validation)
        case (.point, _): TrainingSettings(batchSize: 16, epochs: 100, validation: validation)
        default: TrainingSettings(validation: train.count < 2000 ? validation : 1000)
        }
    }
}

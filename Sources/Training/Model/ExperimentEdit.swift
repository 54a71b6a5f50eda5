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
    /// Changes how much of the last step goes into the next; of optimizers that have such a thing.
    case momentum(Double)
    /// Changes what the squares of a dense layer's kernel cost; 0 for nothing.
    case l2(layer: Int, Double)
    /// Ends the run once validation has not got better for so many epochs, and puts the best weights back; `nil` for
    /// never.
    case earlyStopping(patience: Int?)
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
    /// The layer that it changes, counted from 0; `nil` where it changes none that has to exist.
    public var layer: Int? {
        switch self {
        case .removeLayer(let layer), .moveLayer(let layer, _), .units(let layer, _),
            .activation(let layer, _),
            .rate(let layer, _), .l2(let layer, _):
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
                // Hidden layers of the book have 64 units; one like those in the model fits better.
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
        case .momentum(let momentum):
            if let changed = model.optimizer.with(momentum: momentum) { model.optimizer = changed }
        case .l2(let index, let factor):
            if layers.contains(index) { model.layers[index].l2 = factor }
        case .earlyStopping(let patience):
            callbacks.removeAll { $0.name == Callback.earlyStoppingName }
            if let patience { callbacks.append(.earlyStopping(patience: patience)) }
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

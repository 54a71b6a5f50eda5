import Datasets

/// A network before it has weights, as a value: its layers, and how it is to be trained.
public struct Model: Hashable, Sendable {
    /// The layers, the first to see the inputs first.
    public var layers: [Layer]
    /// The loss that training makes small.
    public var loss: Loss
    /// The rule by which the weights follow the gradient.
    public var optimizer: Optimizer
    /// The metrics that are measured besides the loss, in the order of the history's columns.
    public var metrics: [Metric]

    /// Puts a model together.
    public init(
        layers: [Layer], loss: Loss = .categoricalCrossentropy(), optimizer: Optimizer = .adam,
        metrics: [Metric] = [.accuracy]
    ) {
        self.layers = layers
        self.loss = loss
        self.optimizer = optimizer
        self.metrics = metrics
    }

    /// The book's network for telling many classes apart (Chollet, section 4.2): two layers of 64, one unit a class.
    ///
    /// - Parameter classes: The number of classes to tell apart.
    /// - Returns: 64 relu, 64 relu, softmax over the classes, with Adam and categorical cross-entropy.
    public static func book(classes: Int) -> Model {
        Model(layers: [
            .dense(64, activation: .relu), .dense(64, activation: .relu),
            .dense(classes, activation: .softmax),
        ])
    }

    /// Each layer's own name, or the one that Keras would give it: a name that no other layer has.
    ///
    /// Keras counts the layers of a kind: dense, dense_1, dense_2.
    public var layerNames: [String] {
        let taken = Set(layers.map(\.name))
        var numbers: [String: Int] = [:]
        return layers.map { layer in
            guard layer.name.isEmpty else { return layer.name }
            let base = layer.kindName.lowercased()
            var name = base
            repeat {
                let number = numbers[base, default: 0]
                numbers[base] = number + 1
                name = number == 0 ? base : "\(base)_\(number)"
            } while taken.contains(name)
            return name
        }
    }

    /// Works out the number of outputs for each sample.
    ///
    /// - Parameter inputs: The number of inputs of each sample.
    /// - Returns: The outputs of the last layer.
    public func outputs(for inputs: Int) -> Int {
        layers.reduce(inputs) { width, layer in layer.outputs(for: width) }
    }

    /// The index of the layer that decides the number of outputs: the last one with units of its own.
    public var outputLayer: Int? { layers.lastIndex { $0.units != nil } }

    /// Tells whether the loss is worked out from the input of the last activation, which it directly follows.
    var lossSeesLogits: Bool {
        loss.isCrossentropy && (layers.last?.activation?.function.keepsLogits ?? false)
    }

    /// Counts the weights and biases of the model.
    ///
    /// - Parameter inputs: The number of inputs of each sample.
    /// - Returns: The sum over the layers.
    public func parameterCount(inputs: Int) -> Int {
        summary(inputs: inputs).reduce(0) { sum, layer in
            let (total, overflow) = sum.addingReportingOverflow(layer.parameters)
            return overflow ? .max : total
        }
    }

    /// The layers as rows of a table, as Keras' `summary()` prints them.
    ///
    /// - Parameter inputs: The number of inputs of each sample.
    /// - Returns: One row a layer.
    public func summary(inputs: Int) -> [LayerSummary] {
        var width = inputs
        return zip(layers, layerNames).map { layer, name in
            defer { width = layer.outputs(for: width) }
            return LayerSummary(
                name: name, kind: layer.kindName, units: layer.outputs(for: width),
                detail: layer.detail, parameters: layer.parameterCount(inputs: width))
        }
    }
}

/// One row of a model's summary.
public struct LayerSummary: Hashable, Sendable {
    /// The layer's name, or the one that Keras would give it.
    public var name: String
    /// The kind of layer, as Keras writes it: `Dense`.
    public var kind: String
    /// The number of its outputs for each sample.
    public var units: Int
    /// The details beyond its kind: its activation, or the share that it leaves out.
    public var detail: String
    /// The number of its weights and biases.
    public var parameters: Int

    /// The shape of its outputs as Keras writes it, the batch size being open: `(None, 64)`.
    public var outputShape: String { "(None, \(units))" }
}

import Datasets

/// The behaviour of a kind of layer, with its settings.
protocol LayerFunction: Sendable {
    /// Keras' name in small letters, as it is written in a model: `dense`.
    static var name: String { get }
    /// Keras' name of the class: `Dense`.
    static var className: String { get }

    /// Reads the settings; the layer's name is read by others.
    init(reading reader: inout TermReader, of term: Term) throws
    /// The settings that differ from Keras' defaults.
    var arguments: [Term.Argument] { get }
    /// Lists the problems with the settings of a layer of that name, in words.
    func problems(of layer: String) -> [String]

    /// Works out the number of outputs for each sample, from that of its inputs.
    func outputs(for inputs: Int) -> Int
    /// Counts its weights, saturating.
    func parameterCount(inputs: Int) -> Int

    /// The weights before training; those that come from the data are neutral.
    func initialWeights(inputs: Int, using random: inout Random) -> Network.Weights

    /// Adds what it does to a batch.
    func addStages(to plan: inout StagePlan) throws

    /// Works out its outputs for one sample, its activation left out where it has one.
    ///
    /// - Parameters:
    ///   - values: `[inputs]`.
    ///   - weights: The layer's weights.
    /// - Returns: `[outputs]`.
    func sums(of values: [Float], _ weights: Network.Weights) -> [Float]
}

extension LayerFunction {
    func problems(of layer: String) -> [String] { [] }
    func outputs(for inputs: Int) -> Int { inputs }
    func parameterCount(inputs: Int) -> Int { 0 }
    func initialWeights(inputs: Int, using random: inout Random) -> Network.Weights {
        Network.Weights(arrays: [])
    }
    func sums(of values: [Float], _ weights: Network.Weights) -> [Float] { values }
}

/// A layer that ends in an activation.
protocol ActivatedLayer: LayerFunction {
    /// The activation that is applied to its sums.
    var activation: Activation { get set }
}

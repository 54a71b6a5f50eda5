/// A layer of units that are not the last: what they give can be looked at.
public struct HiddenLayer: Equatable, Sendable {
    /// What the layer is called in Keras' summary.
    public let name: String
    /// How many units it has.
    public let units: Int
    /// What is done to their sums.
    public let activation: Activation
    /// How many layers a sample has gone through when the units are known, with what follows them up to the next units.
    public let end: Int
}

extension Model {
    /// The layers of units but for the last, from the first.
    public var hiddenLayers: [HiddenLayer] {
        let dense = layers.indices.filter { layers[$0].dense != nil }
        let names = layerNames
        return zip(dense, dense.dropFirst()).map { layer, next in
            // An activation may be a layer of its own.
            let activation = layers[layer..<next].reversed().lazy.compactMap(\.activation)
                .first { $0 != .linear }
            return HiddenLayer(
                name: names[layer], units: layers[layer].units ?? 0, activation: activation ?? .linear,
                end: next)
        }
    }
}

/// A layer of units that are not the last: what they give can be looked at.
public struct HiddenLayer: Equatable, Sendable {
    /// The layer's name in Keras' summary.
    public let name: String
    /// The number of its units.
    public let units: Int
    /// The activation that is applied to the units' sums.
    public let activation: Activation
    /// The number of layers from the first up to, but not including, the next layer of units.
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

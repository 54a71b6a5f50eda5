/// Parts of a network that explanations are worked out with.
extension Network {
    /// The same without the layers that do nothing but in training.
    var withoutDropout: Network {
        // At the very end one hides the activation before it, which is not the last then.
        let kept = model.layers.indices.filter {
            model.layers[$0].rate == nil || $0 == model.layers.count - 1
        }
        return part(kept.map { (model.layers[$0], weights[$0]) })
    }

    /// The layers behind the sums of a dense first layer, beginning with its activation.
    var afterFirstSums: Network {
        let rest = zip(model.layers, weights).dropFirst().map { ($0, $1) }
        let activation = model.layers.first?.activation ?? .linear
        return part([(.activation(activation), Weights(arrays: []))] + rest)
    }

    /// The same without the last activation.
    var upToLastSums: Network {
        var layers = model.layers
        if let last = layers.indices.last, layers[last].activation != nil {
            layers[last].activation = .linear
        }
        return part(zip(layers, weights).map { ($0, $1) })
    }

    private func part(_ layers: [(Layer, Weights)]) -> Network {
        var model = model
        model.layers = layers.map(\.0)
        return Network(model: model, weights: layers.map(\.1))
    }
}

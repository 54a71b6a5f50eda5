/// The units of a layer that have given something other than 0, so that those that never do can be counted.
///
/// A relu unit that gives 0 for every sample has no gradient and will never learn again.
struct LiveUnits {
    /// The index of the units' layer in the model.
    let layer: Int
    private let place: Int
    private var isLive: [Bool]
    private var left: Int

    /// Watches a layer; `nil` where its units can't die.
    ///
    /// - Parameters:
    ///   - stage: One of the layer's stages.
    ///   - place: The index of the stage among all stages.
    ///   - layer: The index of the layer in the model.
    ///   - model: The model.
    init?(_ stage: any Stage, place: Int, layer: Int, _ model: Model) {
        guard let stage = stage as? ActivationStage, stage.activation.function.canDie,
            let owner = model.layers[...layer].lastIndex(where: { $0.units != nil }),
            let units = model.layers[owner].units
        else { return nil }
        // An activation that is a layer of its own speaks of the units before it.
        self.layer = owner
        self.place = place
        isLive = Array(repeating: false, count: units)
        left = units
    }

    /// Looks at what the stages gave for a batch; units known to live are passed over.
    mutating func look(at outputs: [Block]) {
        guard left > 0 else { return }
        let block = outputs[place]
        for unit in isLive.indices where !isLive[unit] {
            for row in 0..<block.rows where block.values[row * block.stride + unit] != 0 {
                isLive[unit] = true
                left -= 1
                break
            }
        }
    }

    /// Takes over what was seen of the same units.
    mutating func adopt(_ other: LiveUnits) {
        guard other.layer == layer, other.isLive.count == isLive.count else { return }
        (isLive, left) = (other.isLive, other.left)
    }

    /// Forgets the units seen so far, and begins again.
    mutating func forget() {
        for unit in isLive.indices { isLive[unit] = false }
        left = isLive.count
    }

    /// The share of units that gave 0 for every sample.
    var deadShare: Double { Double(left) / Double(max(1, isLive.count)) }
}

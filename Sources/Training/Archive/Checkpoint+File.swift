import Datasets

/// The file of all that decides how a run continues, apart from the weights.
extension Checkpoint {
    var file: Safetensors {
        var file = Safetensors(metadata: [
            "experiment": experiment.text, "optimizer": engine.optimizer.text,
            "changes": changes.map(\.text).joined(separator: ", "), "steps": "\(engine.steps)",
        ])
        file.tensors.append(.init("order", shape: [order.count], int32s: order))
        for (place, random) in ([random] + engine.generators).enumerated() {
            file.tensors.append(.init("random/\(place)", shape: [4], uint64s: random.words))
        }
        for (layer, slots) in engine.slots.enumerated() {
            for (place, slot) in slots.enumerated() {
                file.tensors.append(.init("slot/\(layer)/\(place)", shape: [slot.count], floats: slot))
            }
        }
        return file
    }

    /// Reads what ``file`` was.
    ///
    /// - Throws: ``FileError``, and what is wrong with its texts.
    init(
        _ file: Safetensors, path: String, epoch: Int, _ experiment: Experiment, _ network: Network
    ) throws {
        func missing(_ what: String) -> FileError { .missing(path: path, what: what) }
        guard let order = file["order"]?.int32s else { throw missing("order of the samples") }
        guard let steps = file.metadata["steps"].flatMap({ Int($0) }) else {
            throw missing("number of steps")
        }
        var generators: [Random] = []
        while let words = file["random/\(generators.count)"]?.uint64s, let random = Random(words: words) {
            generators.append(random)
        }
        guard !generators.isEmpty else { throw missing("state of its random numbers") }
        var slots: [[[Float]]] = []
        while file["slot/\(slots.count)/0"] != nil {
            var layer: [[Float]] = []
            while let slot = file["slot/\(slots.count)/\(layer.count)"]?.floats { layer.append(slot) }
            slots.append(layer)
        }
        let changes = file.metadata["changes"] ?? ""
        self.init(
            moment: Moment(epochs: epoch), network: network, experiment: experiment,
            changes: changes.isEmpty ? [] : try Term.list(parsing: changes).map(TimedEdit.init(term:)),
            engine: Engine.State(
                steps: steps, optimizer: try Optimizer(text: file.metadata["optimizer"] ?? ""), slots: slots,
                generators: Array(generators.dropFirst())),
            order: order, random: generators[0])
    }
}

import Datasets

extension Model {
    /// What keeps the model from being trained; empty where nothing does.
    ///
    /// - Parameters:
    ///   - inputs: How many numbers each sample brings.
    ///   - classes: How many classes there are to tell apart.
    ///   - batchSize: How many samples go through it at once.
    ///   - memory: How many bytes the weights, and what training keeps beside them, may take.
    /// - Returns: The problems, each with its place and what to do about it.
    public func problems(
        inputs: Int, classes: Int, batchSize: Int = 1, memory: Int = Machine.memory
    ) -> [ModelProblem] {
        var problems = layerProblems(classes: classes)
        if let problem = lossProblem { problems.append(problem) }
        problems += optimizer.problems.map { ModelProblem(.optimizer, $0) }
        problems += metrics.compactMap { metric in
            metric.function.problem(classes: classes).map { ModelProblem(.metrics, $0) }
        }
        if problems.isEmpty, let problem = sizeProblem(inputs: inputs, batchSize: batchSize, memory: memory) {
            problems.append(problem)
        }
        return problems
    }

    private func layerProblems(classes: Int) -> [ModelProblem] {
        guard let last = layers.last else {
            return [
                ModelProblem(
                    .model,
                    "The network has no layers. Add a dense layer with \(classes) units, one for each class.")
            ]
        }
        var problems: [ModelProblem] = []
        var names: Set<String> = []
        for (index, (layer, name)) in zip(layers, layerNames).enumerated() {
            if layer.units < 1 {
                problems.append(
                    ModelProblem(
                        .layer(index),
                        "The layer “\(name)” has \(layer.units) units. "
                            + "Give it at least 1, or remove it."))
            }
            if !layer.name.isEmpty, !names.insert(layer.name).inserted {
                problems.append(
                    ModelProblem(.layer(index), "Two layers are called “\(layer.name)”. Rename one of them."))
            }
        }
        if last.units >= 1, last.units != classes {
            problems.append(
                ModelProblem(
                    .layer(layers.count - 1),
                    "The last layer has \(last.units) \(last.units == 1 ? "unit" : "units"), but there are \(classes) classes. "
                        + "Give it \(classes) units, one for each class."))
        }
        return problems
    }

    private var lossProblem: ModelProblem? {
        guard let activation = layers.last?.activation else { return nil }
        let givesProbabilities = activation.function.keepsLogits
        if loss.fromLogits, givesProbabilities {
            return ModelProblem(
                .loss,
                "The last layer already ends in \(activation.name), but the loss expects logits. "
                    + "Set from_logits to false, or the last layer's activation to linear.")
        }
        if !loss.fromLogits, !givesProbabilities {
            return ModelProblem(
                .loss,
                "The loss expects probabilities, but \(activation.name) gives any numbers. "
                    + "Set the last layer's activation to softmax, or from_logits of the loss to true.")
        }
        return nil
    }

    private func sizeProblem(inputs: Int, batchSize: Int, memory: Int) -> ModelProblem? {
        let parameters = Double(parameterCount(inputs: inputs)) * Double(1 + optimizer.slots)
        // What each layer gives, and the gradient with respect to it.
        let units = layers.reduce(0) { $0 + Double($1.units) }
        let bytes = 4 * (parameters + 2 * units * Double(max(1, batchSize)))
        guard bytes > Double(memory) else { return nil }
        func gigabytes(_ bytes: Double) -> String { "\((bytes / 1e8).rounded() / 10) GB" }
        return ModelProblem(
            .model,
            "Training this network takes \(gigabytes(bytes)) of memory, but there are only "
                + "\(gigabytes(Double(memory))). Give its layers fewer units, or make the batches smaller.")
    }
}

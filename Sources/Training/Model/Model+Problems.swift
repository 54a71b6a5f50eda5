import Datasets

extension Model {
    /// The target that a model is to learn for each sample.
    public enum Target: Hashable, Sendable {
        /// One of so many classes.
        case classes(Int)
        /// So many numbers.
        case values(Int)
    }

    /// Finds the problems that keep the model from being trained.
    ///
    /// - Parameters:
    ///   - inputs: The number of inputs of each sample.
    ///   - target: The target of each sample.
    ///   - batchSize: The number of samples that go through it at once.
    ///   - memory: The most bytes that the weights, and what training keeps besides them, may take.
    /// - Returns: The problems, each with its place and what to do about it; empty where there are none.
    public func problems(
        inputs: Int, target: Target, batchSize: Int = 1, memory: Int = Machine.memory
    ) -> [ModelProblem] {
        var problems = layerProblems(inputs: inputs, target)
        if let problem = lossProblem { problems.append(problem) }
        problems += optimizer.problems.map { ModelProblem(.optimizer, $0) }
        problems += metricProblems(outputs: outputs(for: inputs))
        if problems.isEmpty, let problem = sizeProblem(inputs: inputs, batchSize: batchSize, memory: memory) {
            problems.append(problem)
        }
        return problems
    }

    private func metricProblems(outputs: Int) -> [ModelProblem] {
        var names: Set<String> = ["loss"]
        var problems = metrics.flatMap { metric in
            let own = metric.function.settingProblems
            return own.isEmpty ? [metric.function.problem(outputs: outputs)].compactMap(\.self) : own
        }
        for metric in metrics where !names.insert(metric.name).inserted {
            problems.append(
                "Two columns of the history would be called “\(metric.name)”. Give one metric another name, "
                    + "as in \(type(of: metric.function).name)(name=other).")
        }
        return problems.map { ModelProblem(.metrics, $0) }
    }

    private func layerProblems(inputs: Int, _ target: Target) -> [ModelProblem] {
        guard !layers.isEmpty else {
            let wanted =
                switch target {
                case .classes(let classes): "\(classes) units, one for each class"
                case .values(let values): "\(values) \(values == 1 ? "unit" : "units")"
                }
            return [
                ModelProblem(.model, "The network has no layers. Add a dense layer with \(wanted).")
            ]
        }
        var problems: [ModelProblem] = []
        var names: Set<String> = []
        for (index, (layer, name)) in zip(layers, layerNames).enumerated() {
            problems += layer.function.problems(of: name).map { ModelProblem(.layer(index), $0) }
            if !layer.name.isEmpty, !names.insert(layer.name).inserted {
                problems.append(
                    ModelProblem(.layer(index), "Two layers are called “\(layer.name)”. Rename one of them."))
            }
        }
        if let message = outputProblem(outputs(for: inputs), target) {
            problems.append(ModelProblem(.layer(outputLayer ?? layers.count - 1), message))
        }
        return problems
    }

    /// Describes what is wrong with the number of outputs; `nil` where nothing is.
    private func outputProblem(_ outputs: Int, _ target: Target) -> String? {
        let found = "The last layer has \(outputs) \(outputs == 1 ? "unit" : "units")"
        switch target {
        case .classes(let classes):
            // One unit can say yes or no, to a loss that compares it with 1 or 0.
            let canSayYesOrNo = classes == 2 && loss.function.form == .rows
            guard outputs >= 1, outputs != classes, !(outputs == 1 && canSayYesOrNo) else { return nil }
            return "\(found), but there are \(classes) classes. Give it \(classes) units, one for each class."
        case .values(let values):
            guard outputs >= 1, outputs != values else { return nil }
            return "\(found), but each sample has \(values) numbers to be learnt. Give it \(values)."
        }
    }

    private var lossProblem: ModelProblem? {
        if let problem = (loss.function as? any Configurable)?.settingProblems.first {
            return ModelProblem(.loss, problem)
        }
        guard loss.isCrossentropy, let last = layers.last else { return nil }
        let activation = last.activation ?? .linear
        let givesProbabilities = activation.function.keepsLogits
        if loss.fromLogits, givesProbabilities {
            return ModelProblem(
                .loss,
                "The last layer already ends in \(activation.name), but the loss expects logits. "
                    + "Set from_logits to false, or the last layer's activation to linear.",
                severity: .advice)
        }
        if !loss.fromLogits, !givesProbabilities {
            let better = loss.function is BinaryCrossentropy ? "sigmoid" : "softmax"
            return ModelProblem(
                .loss,
                "The loss expects probabilities, but \(activation.name) gives any numbers. "
                    + "Set the last layer's activation to \(better), or from_logits of the loss to true.",
                severity: .advice)
        }
        return nil
    }

    private func sizeProblem(inputs: Int, batchSize: Int, memory: Int) -> ModelProblem? {
        let parameters = Double(parameterCount(inputs: inputs)) * Double(1 + optimizer.slots)
        // The outputs of each layer, and the gradient with respect to them.
        let units = summary(inputs: inputs).reduce(0) { $0 + Double($1.units) }
        let bytes = 4 * (parameters + 2 * units * Double(max(1, batchSize)))
        guard bytes > Double(memory) else { return nil }
        func gigabytes(_ bytes: Double) -> String { "\((bytes / 1e8).rounded() / 10) GB" }
        return ModelProblem(
            .model,
            "Training this network takes \(gigabytes(bytes)) of memory, but there are only "
                + "\(gigabytes(Double(memory))). Give its layers fewer units, or make the batches smaller.")
    }
}

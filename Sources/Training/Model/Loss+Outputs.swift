/// The demands of a loss on the layer before it, where nobody says otherwise.
extension Loss {
    /// Works out the number of units in the last layer.
    ///
    /// - Parameter target: The target of each sample.
    /// - Returns: One for each class or number; a single one where it says yes or no.
    public func outputs(for target: Model.Target) -> Int {
        switch target {
        case .classes(2) where name == Loss.binaryCrossentropy().name: 1
        case .classes(let count), .values(let count): count
        }
    }

    /// Chooses the activation that the last layer ends in.
    ///
    /// - Parameter target: The target of each sample.
    /// - Returns: One that gives probabilities for classes, and any number for numbers.
    public func lastActivation(for target: Model.Target) -> Activation {
        if fromLogits { return .linear }
        if name == Loss.binaryCrossentropy().name { return .sigmoid }
        if case .values = target, !isCrossentropy { return .linear }
        return .softmax
    }
}

/// The standard choices for a target, taken where nobody makes others.
extension Model.Target {
    /// The loss that makes such a target learnable.
    public var standardLoss: Loss {
        switch self {
        case .classes: .categoricalCrossentropy()
        case .values: .meanSquaredError
        }
    }

    /// The metric that is measured besides the loss.
    public var standardMetric: Metric {
        switch self {
        case .classes: .accuracy
        case .values: .meanAbsoluteError
        }
    }

    /// The number of the likeliest classes among which the truth is looked for, too; 0 where it is no help.
    public var standardTopK: Int {
        if case .classes(let count) = self, count > 3 { 3 } else { 0 }
    }
}

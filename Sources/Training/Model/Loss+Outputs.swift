/// What a loss needs of the layer before it, where nobody says otherwise.
extension Loss {
    /// How many units the last layer has.
    ///
    /// - Parameter target: What is to be learnt of each sample.
    /// - Returns: One for each class or number; a single one where it says yes or no.
    public func outputs(for target: Model.Target) -> Int {
        switch target {
        case .classes(2) where name == Loss.binaryCrossentropy().name: 1
        case .classes(let count), .values(let count): count
        }
    }

    /// What the last layer ends in.
    ///
    /// - Parameter target: What is to be learnt of each sample.
    /// - Returns: What gives probabilities for classes, and any number for numbers.
    public func lastActivation(for target: Model.Target) -> Activation {
        if fromLogits { return .linear }
        if name == Loss.binaryCrossentropy().name { return .sigmoid }
        if case .values = target, !isCrossentropy { return .linear }
        return .softmax
    }
}

/// What is taken where nobody chooses.
extension Model.Target {
    /// The loss that makes such a target learnable.
    public var standardLoss: Loss {
        switch self {
        case .classes: .categoricalCrossentropy()
        case .values: .meanSquaredError
        }
    }

    /// What is measured beside the loss.
    public var standardMetric: Metric {
        switch self {
        case .classes: .accuracy
        case .values: .meanAbsoluteError
        }
    }

    /// Among how many of the likeliest classes the truth is looked for, too; 0 where that says nothing.
    public var standardTopK: Int {
        if case .classes(let count) = self, count > 3 { 3 } else { 0 }
    }
}

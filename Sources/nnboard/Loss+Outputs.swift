import Training

/// What a loss needs of the layer before it, where nobody says otherwise.
extension Loss {
    /// How many units the last layer has.
    ///
    /// - Parameter target: What is to be learnt of each sample.
    /// - Returns: One for each class or number; a single one where it says yes or no.
    func outputs(for target: Model.Target) -> Int {
        switch target {
        case .classes(2) where name == Loss.binaryCrossentropy().name: 1
        case .classes(let count), .values(let count): count
        }
    }

    /// What the last layer ends in.
    ///
    /// - Parameter target: What is to be learnt of each sample.
    /// - Returns: What gives probabilities for classes, and any number for numbers.
    func lastActivation(for target: Model.Target) -> Activation {
        if fromLogits { return .linear }
        if name == Loss.binaryCrossentropy().name { return .sigmoid }
        if case .values = target, !isCrossentropy { return .linear }
        return .softmax
    }
}

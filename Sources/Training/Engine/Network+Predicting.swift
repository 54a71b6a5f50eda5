import Datasets

extension Network {
    /// The probability of each class for one sample.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: Which of them.
    /// - Returns: `[classes]`, which sum to 1; where the model ends in logits, their softmax.
    public func probabilities(of inputs: Inputs, row: Int) -> [Float] { [] }

    /// What the network says of every sample of a split.
    ///
    /// - Parameter split: Samples with labels.
    /// - Returns: Loss, metrics, and the likeliest class of each sample.
    public func predictions(of split: Split) -> Predictions {
        Predictions(metrics: Metrics(loss: 0), classes: [])
    }

    /// Loss and metrics over a split, as Keras' `evaluate`.
    public func evaluate(_ split: Split) -> Metrics { predictions(of: split).metrics }
}

/// An action that a callback wants done to a run.
public enum CallbackAction: Equatable, Sendable {
    /// Train no further batch.
    ///
    /// In the midst of an epoch the epoch ends here: it is validated and recorded, as in Keras.
    case stop(reason: String)
    /// Remember the weights as they are now, instead of those that were kept before.
    case keepWeights
    /// Put back the weights that were kept, which are those of the end of this epoch, counted from 1.
    case restoreWeights(epoch: Int)
    /// Make steps of another size from the next batch on.
    case setLearningRate(Double, reason: String)
}

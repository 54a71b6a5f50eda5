import Datasets

extension Experiment {
    /// Tells whether it equals another experiment in all but the data, its preprocessing, seed and threads.
    ///
    /// - Parameter other: A published experiment, say.
    /// - Returns: `true` if the model, the settings, the callbacks and the changes are the same.
    public func hasSettings(of other: Experiment) -> Bool {
        var own = self
        (own.dataset, own.preprocessing) = (other.dataset, other.preprocessing)
        (own.settings.seed, own.settings.threads) = (other.settings.seed, other.settings.threads)
        return own == other
    }
}

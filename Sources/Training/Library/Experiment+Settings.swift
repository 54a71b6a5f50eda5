import Datasets

extension Experiment {
    /// Whether it is another in all that decides its figures, apart from chance: the data set, its seed and threads.
    ///
    /// - Parameter other: A published experiment, say.
    /// - Returns: Whether the model, the settings and the callbacks are the same.
    public func hasSettings(of other: Experiment) -> Bool {
        var own = self
        (own.dataset, own.preprocessing) = (other.dataset, other.preprocessing)
        (own.settings.seed, own.settings.threads) = (other.settings.seed, other.settings.threads)
        return own == other
    }
}

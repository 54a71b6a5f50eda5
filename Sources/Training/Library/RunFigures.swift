/// The figures of a run, for comparing them with those that others have published.
public struct RunFigures: Sendable {
    /// The histories of the folds, or of the single network.
    public var folds: [History]
    /// That of the final run, where there was one.
    public var final: History?
    /// Loss and metrics on the test split.
    public var test: Metrics?

    /// Gathers histories and results.
    public init(folds: [History], final: History? = nil, test: Metrics? = nil) {
        (self.folds, self.final, self.test) = (folds, final, test)
    }

    /// A figure; `nil` where it wasn't measured.
    public subscript(measure: PublishedResult.Measure) -> Double? {
        let history = folds.count == 1 ? folds[0] : History.mean(of: folds)
        let isError = measure.key == "loss" || measure.key.hasSuffix("error")
        switch measure.place {
        case .test: return test?.columns.first { $0.key == measure.key }?.value
        case .bestValidation:
            let values = history["val_" + measure.key]?.filter { !$0.isNaN }
            return isError ? values?.min() : values?.max()
        case .folds: return history["val_" + measure.key]?.last
        case .last: return (final ?? history)[measure.key]?.last
        }
    }
}

extension Report {
    /// The figure of this run for something that others have published; `nil` where it wasn't measured.
    public subscript(measure: PublishedResult.Measure) -> Double? {
        RunFigures(folds: folds.isEmpty ? [history] : folds.map(\.history), final: finalHistory, test: test)[
            measure]
    }
}

import Datasets
import Training

/// What has been worked out about whole parts so far.
struct ResultsKnown: Sendable {
    /// Whose F1 by class is kept for which epochs.
    struct Track: Hashable, Sendable {
        var run: RunID
        var part: DataPart
        var validation: Int
    }

    /// The search for labels that are likely to be wrong.
    enum Suspects: Sendable {
        case unknown
        /// On its way.
        case looking(LongTask, job: Int)
        case found(LabelErrors)
        case failed(String)
    }

    /// What the shown network makes of a part, as soon as it is there, and what was asked for last.
    var evaluation: PartEvaluation?
    var asked: PartEvaluation.Request?
    /// F1 by class, `[epoch: [classes]]`; the epochs are counted from 1, and empty where their weights are gone.
    var scores: [Track: [Int: [Float]]] = [:]
    /// How many epochs of which run were there when scores were asked for last.
    var askedScores: (track: Track, epochs: Int)?
    var suspects = Suspects.unknown
    /// The samples that are alike, as soon as that is known.
    var duplicates: Duplicates?
    /// The search for them that goes on.
    var duplicatesJob: Int?
    /// Counts searches, so that what comes of one that nobody waits for any more is left alone.
    var jobs = 0
    /// The rows of the table that is shown, in its order, and what they were worked out of.
    var rows: [Int] = []
    var rowsKey: ResultsRowsKey?
    /// Counts what has changed in what rows are worked out of.
    var version = 0

    /// Tells whether label errors are being looked for.
    var isLooking: Bool { lookingJob != nil }
    /// The search for label errors that goes on.
    var lookingJob: Int? { if case .looking(_, let job) = suspects { job } else { nil } }
    /// The labels that are likely to be wrong, once they are known.
    var labelErrors: LabelErrors? { if case .found(let errors) = suspects { errors } else { nil } }
}

/// What decides which rows a table has, and in which order.
struct ResultsRowsKey: Equatable, Sendable {
    var view: ResultsView
    var part: DataPart
    var chosen: ResultsState.Chosen?
    var sorting: ResultsState.Sorting?
    var version: Int
}

/// What came of asking about whole parts.
public enum ResultsFinding: Sendable {
    /// What a network makes of a part.
    case evaluation(PartEvaluation)
    /// F1 by class of some epochs.
    case scores(run: RunID, part: DataPart, validation: Int, [Int: [Float]])
    /// How far the search for label errors is, from 0 to 1.
    case looking(Double, job: Int)
    /// What came of it; no errors where it was given up.
    case labelErrors(LabelErrors?, job: Int)
    /// Why it can't be done.
    case lookingFailed(String, job: Int)
    /// The samples that are alike.
    case duplicates(Duplicates, job: Int)
}

import Datasets
import Training

/// The facts worked out about whole parts so far.
struct ResultsKnown: Sendable {
    /// The run and samples that F1 by class is kept for.
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

    /// The shown network's results for a part, as soon as they arrive, and the question asked last.
    var evaluation: PartEvaluation?
    var asked: PartEvaluation.Request?
    /// F1 by class, `[epoch: [classes]]`; the epochs are counted from 1, and empty where their weights are gone.
    var scores: [Track: [Int: [Float]]] = [:]
    /// The run, and the number of its epochs, when scores were asked for last.
    var askedScores: (track: Track, epochs: Int)?
    var suspects = Suspects.unknown
    /// The samples that are alike, as soon as that is known.
    var duplicates: Duplicates?
    /// The search for them that is under way.
    var duplicatesJob: Int?
    /// Counts searches, so that what comes of one that nobody waits for any more is left alone.
    var jobs = 0
    /// The rows of the table that is shown, in its order, and what they were worked out of.
    var rows: [Int] = []
    var rowsKey: ResultsRowsKey?
    /// Counts the changes of the facts that rows are worked out from.
    var version = 0

    /// Tells whether label errors are being looked for.
    var isLooking: Bool { lookingJob != nil }
    /// The search for label errors that is under way.
    var lookingJob: Int? { if case .looking(_, let job) = suspects { job } else { nil } }
    /// The labels that are likely to be wrong, once they are known.
    var labelErrors: LabelErrors? { if case .found(let errors) = suspects { errors } else { nil } }
}

/// The facts that decide which rows a table has, and their order.
struct ResultsRowsKey: Equatable, Sendable {
    var view: ResultsView
    var part: DataPart
    var chosen: ResultsState.Chosen?
    var sorting: ResultsState.Sorting?
    var version: Int
}

/// The outcome of asking about whole parts.
public enum ResultsFinding: Sendable {
    /// A network's results for a part.
    case evaluation(PartEvaluation)
    /// F1 by class of some epochs.
    case scores(run: RunID, part: DataPart, validation: Int, [Int: [Float]])
    /// The progress of the search for label errors, from 0 to 1.
    case looking(Double, job: Int)
    /// The label errors that were found; `nil` where the search was given up.
    case labelErrors(LabelErrors?, job: Int)
    /// The reason that the search can't be done.
    case lookingFailed(String, job: Int)
    /// The samples that are alike.
    case duplicates(Duplicates, job: Int)
}

import Datasets
import Training

/// Things that should happen in the world because of an action; the dashboard itself touches nothing.
public enum Effect: Sendable {
    /// End the program.
    case quit
    /// Load a data set, and do something to its numbers; `nil` for what the catalog says.
    case load(Term, [Preprocessing]? = nil)
    /// Give the loading up.
    case cancelLoad
    /// Download the files of a data set.
    case fetch(String)
    /// Give the download up.
    case cancelFetch
    /// Make a trainer, set its pace, and give it its first command.
    case train(RunID, Fit, Pace, TrainerCommand, on: Dataset)
    /// Make a trainer that continues from the end of an epoch of another run, or of one that was left.
    case branch(RunID, Fit, Pace, TrainerCommand, from: Origin, on: Dataset)
    /// Throw away what is kept of a run.
    case forget(RunID)
    /// Throw away what is kept of the run that was left.
    case forgetCutOff
    /// Remove run folders that were left alone.
    case removeFolders([String])
    /// Tell a trainer something.
    case tell(RunID, TrainerCommand)
    /// Ask a trainer for its newest weights.
    case snapshot(RunID)
    /// Ask a trainer for the result on the test samples.
    case test(RunID)
    /// Ask a network for its outputs for many samples.
    case predict(PartPredictions.Request, Network, on: Dataset)
    /// Work something out off the main thread.
    case work(Work)
    /// Give up work that is under way.
    case cancelWork(Work.Kind)
    /// Let a trainer go.
    case release(RunID)
    /// Put text on the clipboard; what it is, for the message.
    case copy(String, of: String)
    /// Do something with a file.
    case file(FileErrand, FileTicket)

    /// The place at which a run continues another.
    public struct Origin: Equatable, Sendable {
        /// The other run.
        var run: RunID
        /// After this epoch of it, counted from 1.
        var epoch: Int
        /// Tells whether people see one run: what is kept of the other goes once the new one is as safe.
        var isReplaced = false
    }

    /// The content of a file to write.
    public enum Content: Sendable {
        case csv(ExportTable)
        case svg(Canvas, Theme)
        case png(Canvas, Theme)
    }
}

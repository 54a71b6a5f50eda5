import Datasets
import Training

/// Everything that can change the dashboard: what a person does, what the system does, and news of long work.
public enum Action: Sendable {
    /// From the terminal.
    case event(Event)
    /// From a key, a session log, or the command line.
    case command(Command)
    /// The data set is being loaded; the share that is done, from 0 to 1.
    case loading(Double)
    case loaded(Dataset)
    case loadingFailed(String)
    /// Files are being downloaded; the share that is done, from 0 to 1.
    case fetching(Double)
    case fetched
    /// The download has ended without its files; the reason, or `nil` where it was cancelled.
    case fetchingFailed(String?)
    /// From a trainer.
    case milestone(RunID, Milestone)
    case progress(RunID, Progress)
    /// The newest weights of a run.
    case snapshot(RunID, Snapshot)
    /// The result on the test samples.
    case tested(RunID, Metrics)
    /// Something worth a line.
    case notice(String)
}

/// What should happen in the world because of an action; the dashboard itself touches nothing.
public enum Effect: Sendable {
    /// End the program.
    case quit
    /// Take the next theme.
    case nextTheme
    /// Load a data set.
    case load(Term)
    /// Download the files of a data set.
    case fetch(String)
    /// Give the download up.
    case cancelFetch
    /// Make a trainer, set its pace, and give it its first command.
    case train(RunID, Experiment, Pace, TrainerCommand, on: Dataset)
    /// Tell a trainer something.
    case tell(RunID, TrainerCommand)
    /// Ask a trainer for its newest weights.
    case snapshot(RunID)
    /// Ask a trainer for the result on the test samples.
    case test(RunID)
    /// Let a trainer go.
    case release(RunID)
}

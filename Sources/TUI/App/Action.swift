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
    /// The outputs of a network for many samples.
    case predicted(PartPredictions)
    /// The outcome of work.
    case found(Finding)
    /// The weights of an earlier time of a run; `nil` where they can't be had.
    case recalled(RunID, Moment, Snapshot?)
    /// A run is left of the program's last end.
    case cutOff(CutOffRun)
    /// Nothing is left of the program's last end but folders without a run to bring back.
    case leftFolders(LeftFolders)
    /// Themes to choose from besides the one that is shown, and the problems in the files of others.
    case themes([Theme], problems: [String])
    /// The result on the test samples can't be had; the reason.
    case testFailed(RunID, String)
    /// Something worth a line.
    case notice(String)
    /// Something that went wrong.
    case complaint(String)
}

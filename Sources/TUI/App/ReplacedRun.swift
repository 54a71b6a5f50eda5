/// A run whose place another one takes, until that has begun.
struct ReplacedRun: Sendable {
    /// The run that takes its place.
    let by: RunID
    /// The run as it was.
    let run: Run
    /// The number of epochs that the model pane showed then.
    let epochs: Int
    /// The same as it was found at the start, where it was left by another program.
    var cutOff: CutOffRun?
}

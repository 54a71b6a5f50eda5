/// A run whose place another one takes, until that has begun.
struct ReplacedRun: Sendable {
    /// The run that takes its place.
    let by: RunID
    /// The run as it was.
    let run: Run
    /// The same as it was found at the start, where it was cut off.
    var cutOff: CutOffRun?
}

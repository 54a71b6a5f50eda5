/// The place of runs on the disk, and how they get there.
struct KeptRuns: Equatable, Sendable {
    /// The folder of all runs.
    let path: String
    /// Tells whether each epoch waits until it is on the disk.
    var isDurable = false
}

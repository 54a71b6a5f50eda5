import Synchronization

/// What is kept of a run while it goes on, so that one can go back to any epoch.
public final class RunArchive: Sendable {
    private let kept = Mutex<[Moment: Network]>([:])

    /// An archive without entries.
    public init() {}

    /// Keeps weights.
    func keep(_ network: Network, at moment: Moment) {
        kept.withLock { $0[moment] = network }
    }

    /// The times whose weights are kept, the earliest first.
    public var moments: [Moment] { kept.withLock { $0.keys.sorted() } }

    /// The epochs whose weights are kept, counted from 1; 0 stands for the weights before training.
    public var epochs: [Int] { moments.filter { $0.batches == 0 }.map(\.epochs) }

    /// The network as it was then.
    ///
    /// - Parameter moment: When.
    /// - Returns: `nil` where nothing is kept of that time.
    public func network(at moment: Moment) -> Network? { kept.withLock { $0[moment] } }

    /// The network at the end of an epoch, counted from 1.
    public func network(epoch: Int) -> Network? { network(at: Moment(epochs: epoch)) }
}

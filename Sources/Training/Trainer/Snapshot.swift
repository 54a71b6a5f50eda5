/// The weights of a run between two batches, and how long they have been trained.
public struct Snapshot: Equatable, Sendable {
    /// The network with its weights.
    public let network: Network
    /// The number of complete epochs, validation included.
    public let epochs: Int
    /// The number of batches trained of the next epoch; all of them while that epoch is validated.
    public let batches: Int

    /// Puts a snapshot together.
    public init(network: Network, epochs: Int, batches: Int) {
        self.network = network
        self.epochs = epochs
        self.batches = batches
    }
}

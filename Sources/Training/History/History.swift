/// The epochs of a run so far.
public struct History: Equatable, Sendable {
    /// One record an epoch, in order.
    public var epochs: [EpochRecord]

    /// Starts with no epochs, or with those given.
    public init(epochs: [EpochRecord] = []) {
        self.epochs = epochs
    }

    /// The number of the epoch with the lowest validation loss, the first of equals; `nil` without validation.
    ///
    /// Epochs whose validation loss is not a number are passed over.
    public var bestEpoch: Int? {
        validationLosses.min { $0.loss < $1.loss }?.epoch
    }

    private var validationLosses: [(epoch: Int, loss: Double)] {
        epochs.compactMap { record in
            guard let loss = record.validation?.loss, !loss.isNaN else { return nil }
            return (record.index, loss)
        }
    }

    /// The columns of Keras' history, with one value an epoch.
    ///
    /// First `loss`, `accuracy` and so on, then `val_loss`, `val_accuracy` and so on; validation columns are there where every epoch was validated.
    public var columns: [(key: String, values: [Double])] {
        let training = Self.columns(of: epochs.map(\.training))
        let validation = epochs.compactMap(\.validation)
        guard validation.count == epochs.count else { return training }
        return training + Self.columns(of: validation).map { ("val_" + $0.key, $0.values) }
    }

    private static func columns(of metrics: [Metrics]) -> [(key: String, values: [Double])] {
        let keys = metrics.first?.columns.map(\.key) ?? []
        return keys.enumerated().map { place, key in (key, metrics.map { $0.columns[place].value }) }
    }

    /// One column by its key, such as `val_accuracy`.
    public subscript(key: String) -> [Double]? {
        columns.first { $0.key == key }?.values
    }
}

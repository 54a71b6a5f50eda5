/// The epochs of a run so far.
///
/// All that a screen asks for at every frame is kept up to date as epochs come in, and costs the same after a
/// hundred thousand of them.
public struct History: Sendable {
    /// One record an epoch, in order.
    ///
    /// To add one, use ``append(_:)``: a change of any other kind goes through all epochs again.
    public var epochs: [EpochRecord] {
        get { records }
        set { self = History(epochs: newValue) }
    }
    /// The time that the epochs took together, in seconds.
    public private(set) var seconds = 0.0
    /// The seconds of the run that had passed at each epoch's end.
    public private(set) var secondsAtEnd: [Double] = []
    /// The number of batches of the run that had been trained at each epoch's end.
    public private(set) var stepsAtEnd: [Int] = []
    /// The course of the validation loss.
    private(set) var validationLoss = ValidationLoss()

    private var records: [EpochRecord] = []
    private var training: [Column] = []
    private var validation: [Column] = []
    private var validated = 0

    private typealias Column = (key: String, values: [Double])

    /// Starts with no epochs, or with those given.
    public init(epochs: [EpochRecord] = []) {
        for record in epochs { append(record) }
    }

    /// Adds the next epoch.
    public mutating func append(_ record: EpochRecord) {
        records.append(record)
        seconds += record.seconds
        secondsAtEnd.append(seconds)
        stepsAtEnd.append((stepsAtEnd.last ?? 0) + record.batchLosses.count)
        Self.extend(&training, by: record.training, prefix: "")
        guard let metrics = record.validation else { return }
        validated += 1
        Self.extend(&validation, by: metrics, prefix: "val_")
        validationLoss.append(metrics.loss, epoch: record.index)
    }

    /// The first epoch decides which columns there are; what a later one lacks is not a number.
    private static func extend(_ columns: inout [Column], by metrics: Metrics, prefix: String) {
        let new = metrics.columns
        if columns.isEmpty { columns = new.map { (prefix + $0.key, []) } }
        for place in columns.indices {
            columns[place].values.append(place < new.count ? new[place].value : .nan)
        }
    }

    /// The number of the epoch with the lowest validation loss, the first of equals; `nil` without validation.
    ///
    /// Epochs whose validation loss is not a number are passed over.
    public var bestEpoch: Int? { validationLoss.lowest?.epoch }

    /// The columns of Keras' history, with one value an epoch.
    ///
    /// First `loss`, `accuracy` and so on, then `val_loss`, `val_accuracy` and so on; validation columns
    /// exist where every epoch was validated.
    public var columns: [(key: String, values: [Double])] {
        validated == records.count ? training + validation : training
    }

    /// The loss of every batch of the run, each measured before its own update; one after another, epoch after epoch.
    ///
    /// Put together from the epochs each time: 4 bytes a batch, and no batch is kept twice.
    public var stepLosses: [Float] {
        var losses: [Float] = []
        losses.reserveCapacity(stepsAtEnd.last ?? 0)
        for record in records { losses.append(contentsOf: record.batchLosses) }
        return losses
    }

    /// One column by its key, such as `val_accuracy`.
    public subscript(key: String) -> [Double]? {
        columns.first { $0.key == key }?.values
    }
}

extension History: Equatable {
    /// Tells whether both have the same epochs; all else follows from them.
    public static func == (one: History, other: History) -> Bool { one.records == other.records }
}

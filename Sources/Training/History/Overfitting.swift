/// The finding that a network learns its training samples by heart: validation has stayed worse than it was.
public struct Overfitting: Equatable, Sendable, CustomStringConvertible {
    /// The number of epochs in a row with a validation loss above its minimum that make an overfitting.
    public static let patience = 3

    /// The epoch with the lowest validation loss, counted from 1.
    public var epoch: Int
    /// The number of epochs in a row, up to the newest, that have been above the lowest loss.
    public var epochsSince: Int
    /// The lowest validation loss.
    public var best: Double
    /// The newest validation loss.
    public var last: Double

    /// One sentence that names the epoch.
    public var description: String {
        "Overfitting: validation loss was lowest at epoch \(epoch) (\(Self.short(best))) "
            + "and has stayed above it for \(epochsSince) epochs (now \(Self.short(last)))."
    }

    private static func short(_ number: Double) -> String { number.text(decimals: 3) }
}

extension History {
    /// The sign of overfitting, where there is one.
    ///
    /// Given once three or more epochs in a row have been above the lowest validation loss. A loss that only
    /// equals the minimum begins the count again, and one that is not a number changes nothing.
    public var overfitting: Overfitting? {
        let loss = validationLoss
        guard loss.epochsAbove >= Overfitting.patience, let lowest = loss.lowest, lowest.loss.isFinite else {
            return nil
        }
        return Overfitting(
            epoch: lowest.epoch, epochsSince: loss.epochsAbove, best: lowest.loss, last: loss.newest)
    }
}

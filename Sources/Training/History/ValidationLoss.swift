/// The course of the validation loss, summed up epoch by epoch.
///
/// Losses that are not numbers are passed over.
struct ValidationLoss: Sendable {
    /// The lowest loss and its epoch, the first of equals.
    private(set) var lowest: (epoch: Int, loss: Double)?
    /// The newest loss.
    private(set) var newest = Double.nan
    /// The number of epochs in a row, up to the newest, that have been above the lowest.
    private(set) var epochsAbove = 0

    /// Takes in the next epoch's loss.
    mutating func append(_ loss: Double, epoch: Int) {
        guard !loss.isNaN else { return }
        newest = loss
        if let lowest, loss > lowest.loss {
            epochsAbove += 1
            return
        }
        epochsAbove = 0
        if loss != lowest?.loss { lowest = (epoch, loss) }
    }
}

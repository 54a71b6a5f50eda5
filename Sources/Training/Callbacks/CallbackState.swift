/// A callback that watches a run: it is told what happens, and answers what is to be done about it.
///
/// It changes nothing itself, so that it can be tested without a run, and a run without it.
public protocol CallbackState: Sendable {
    /// A batch has been trained.
    ///
    /// - Parameters:
    ///   - loss: The batch's loss before its update.
    ///   - epoch: The epoch, counted from 1.
    ///   - batch: The batch within the epoch, counted from 1.
    /// - Returns: The actions to carry out, in this order.
    mutating func batchEnded(loss: Double, epoch: Int, batch: Int) -> [CallbackAction]

    /// An epoch has ended, validation included.
    ///
    /// - Parameter record: The results of the epoch.
    /// - Returns: The actions to carry out, in this order.
    mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction]

    /// The run has ended, whatever the reason.
    ///
    /// - Returns: The actions to carry out, in this order.
    mutating func runEnded() -> [CallbackAction]
}

extension CallbackState {
    /// Nothing is to be done.
    public mutating func batchEnded(loss: Double, epoch: Int, batch: Int) -> [CallbackAction] { [] }
    /// Nothing is to be done.
    public mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction] { [] }
    /// Nothing is to be done.
    public mutating func runEnded() -> [CallbackAction] { [] }
}

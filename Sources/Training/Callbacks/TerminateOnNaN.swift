/// Ends a run whose loss is no longer a finite number (Keras' `TerminateOnNaN`).
struct TerminateOnNaN: CallbackRule {
    static let name = "TerminateOnNaN"

    func begin() -> any CallbackState { State() }

    /// It needs no memory: the first such batch ends the run.
    private struct State: CallbackState {
        mutating func batchEnded(loss: Double, epoch: Int, batch: Int) -> [CallbackAction] {
            guard !loss.isFinite else { return [] }
            let what = loss.isNaN ? "not a number" : "infinite"
            return [.stop(reason: "\(name): the loss of batch \(batch) of epoch \(epoch) is \(what).")]
        }
    }
}

/// A reason why a run can't be continued after one of its epochs.
public enum PastError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nothing is kept of that epoch.
    case notKept(epoch: Int)
    /// The weights that come back at its end are not kept, and can't be trained again.
    case bestNotKept(epoch: Int)
    /// It learns from a sample that is not there.
    case otherSamples(number: Int, found: Int)
    /// Its files can't be read.
    case unreadable(epoch: Int, reason: String)

    /// The problem, its place, and what to do next.
    public var description: String {
        switch self {
        case .notKept(let epoch):
            "Epoch \(epoch) of that run is not kept, so that nothing can continue it. Train it again."
        case .bestNotKept(let epoch):
            "The weights after epoch \(epoch), which early stopping puts back at the end of that run, are not kept, and "
                + "can't be trained again. Train the run again."
        case .otherSamples(let number, let found) where number < 0:
            "What is kept of that run is damaged: it names sample \(number), and the \(found) that are loaded are "
                + "numbered from 0. Train it again."
        case .otherSamples(let number, let found):
            "That run learns from sample \(number), and only \(found) are loaded, numbered from 0. Load the samples that "
                + "it began with."
        case .unreadable(let epoch, let reason): "Epoch \(epoch) of that run can't be read. \(reason)"
        }
    }
}

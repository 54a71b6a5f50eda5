/// A reason why a network can't be asked about samples.
public enum EvaluationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The samples have numbers to be learnt.
    case noClasses
    /// The samples have classes to be learnt.
    case noValues
    /// The network takes other samples.
    case wrongInputs(network: Int, samples: Int)

    /// The problem, and what to do about it.
    public var description: String {
        switch self {
        case .noClasses:
            "These samples have numbers to be learnt, not classes. Look at the errors of the numbers instead."
        case .noValues:
            "These samples have classes to be learnt, not numbers. Look at the confusion matrix instead."
        case .wrongInputs(let network, let samples):
            "The network takes \(network) numbers a sample, but these samples have \(samples). "
                + "Train one on these samples."
        }
    }
}

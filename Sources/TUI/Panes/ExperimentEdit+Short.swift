import Training

extension ExperimentEdit {
    /// The edit in as few letters as people still read: `lr 0.0001`, `batch 64`.
    var shortText: String {
        func number(_ value: Double) -> String {
            value != 0 && abs(value) < 0.001 ? Format.scientific(value, 2) : Format.significant(value, 4)
        }
        return switch self {
        case .learningRate(let rate): "lr \(number(rate))"
        case .batchSize(let size): "batch \(size)"
        case .rate(_, let rate): "dropout \(number(rate))"
        case .l2(_, let factor): "l2 \(number(factor))"
        case .momentum(let momentum): "momentum \(number(momentum))"
        case .epochs(let epochs): "to \(epochs)"
        case .earlyStopping(let patience): patience == nil ? "no early stop" : "early stop"
        case .optimizer(let optimizer): optimizer.name
        case .activation(_, let activation): activation.text
        default: text
        }
    }
}

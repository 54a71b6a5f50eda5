/// A verdict on a run from its two losses: how long it was right to train, and how far memory and
/// understanding are apart.
public struct Generalization: Equatable, Sendable, CustomStringConvertible {
    /// The epoch with the lowest validation loss, counted from 1.
    public var bestEpoch: Int
    /// The number of epochs since the best one.
    public var epochsSince: Int
    /// The number of epochs in a row in which the validation loss has risen.
    public var epochsRising: Int
    /// The validation loss minus the training loss, at the last epoch.
    public var gap: Double
    /// The training accuracy minus that on validation samples, where accuracy is measured.
    public var accuracyGap: Double?

    /// One sentence that names the best epoch, what came since, and the gap.
    public var description: String {
        var parts = ["Best at epoch \(bestEpoch)"]
        if epochsRising > 0 {
            parts.append(
                "validation loss has risen for \(epochsRising) \(epochsRising == 1 ? "epoch" : "epochs")")
        } else if epochsSince > 0 {
            parts.append("\(epochsSince) \(epochsSince == 1 ? "epoch" : "epochs") ago")
        }
        return (parts + [gapText]).joined(separator: "; ") + "."
    }

    /// The distance of training and validation in words: `gap to training 0.912, accuracy 13.4 points`.
    public var gapText: String {
        let loss = "gap to training \(gap.text(decimals: 3))"
        return accuracyGap.map { "\(loss), accuracy \(($0 * 100).text(decimals: 1)) points" } ?? loss
    }
}

extension History {
    /// The generalization of the run; `nil` without validation, or where its losses are no numbers.
    public var generalization: Generalization? {
        guard let best = bestEpoch, let last = epochs.last, let validation = last.validation,
            validation.loss.isFinite, last.training.loss.isFinite
        else { return nil }
        var rising = 0
        for (later, earlier) in zip(epochs.reversed(), epochs.reversed().dropFirst()) {
            guard let new = later.validation?.loss, let old = earlier.validation?.loss, new > old else {
                break
            }
            rising += 1
        }
        let accuracy = last.training.accuracy.flatMap { training in
            validation.accuracy.map { training - $0 }
        }
        return Generalization(
            bestEpoch: best, epochsSince: last.index - best, epochsRising: rising,
            gap: validation.loss - last.training.loss, accuracyGap: accuracy)
    }
}

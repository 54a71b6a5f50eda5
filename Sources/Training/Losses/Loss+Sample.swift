extension Loss {
    /// The loss of one sample, and how it changes with each of the outputs.
    ///
    /// - Parameters:
    ///   - outputs: The numbers for the loss, `[outputs]`: probabilities, or logits if ``fromLogits``.
    ///   - label: The class; where there is one output only, 0 for no and 1 for yes.
    /// - Returns: The loss, in nats where it is a cross-entropy, and its derivatives, `[outputs]`; no numbers where
    ///   there is no such class.
    public func judge(_ outputs: [Float], label: Int) -> (loss: Double, gradient: [Float]) {
        guard 0..<max(2, outputs.count) ~= label, !outputs.isEmpty else {
            return (.nan, outputs.map { _ in .nan })
        }
        var truth = [Float](repeating: 0, count: outputs.count)
        if outputs.count == 1 { truth[0] = Float(label) } else { truth[label] = 1 }
        var (row, truths, gradient) = (PaddedRow(outputs), PaddedRow(truth), PaddedRow(outputs))
        let isLabel = function.form != .rows
        var loss = Double.nan
        row.withBlock { outputs in
            truths.withBlock { truths in
                gradient.withBlock { gradient in
                    [Int32(label)].withUnsafeBufferPointer { labels in
                        let targets = isLabel ? labels.baseAddress.map(BatchTargets.labels) : nil
                        loss = function.sum(
                            LossBatch(outputs: outputs, targets: targets ?? .rows(truths), perSample: nil),
                            gradient: gradient, .standard)
                    }
                }
            }
        }
        return (loss, gradient.values)
    }
}

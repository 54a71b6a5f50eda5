import Training

/// News of a run as a line of the log.
enum LogText {
    /// Describes a milestone; `nil` where it is not worth a line.
    static func describe(_ milestone: Milestone) -> String? {
        switch milestone {
        case .started(let epochs, let batches):
            "started: \(Format.count(epochs, "epoch", "epochs")) of \(Format.count(batches, "batch", "batches"))"
        case .epoch(let record):
            "epoch \(record.index): \(describe(record.training))"
                + (record.validation.map { "; validation \(describe($0))" } ?? "")
        case .paused: "paused"
        case .resumed: "resumes"
        case .finished(let history): "finished after \(Format.count(history.epochs.count, "epoch", "epochs"))"
        case .stopped(let history): "stopped after \(Format.count(history.epochs.count, "epoch", "epochs"))"
        case .failed(let reason): "failed: \(reason)"
        case .lossBecameNaN(let epoch, let batch):
            "the loss is no number since epoch \(epoch), batch \(batch)"
        // These are said to the person, and so in the log already.
        case .tuned, .refused, .intervened, .continued: nil
        }
    }

    /// Describes a change made during a run, such as `learning_rate(0.0001) from epoch 4, batch 6 on`.
    static func describe(_ change: TimedEdit) -> String {
        let epoch = change.moment.epochs + 1
        let batch = change.moment.batches + 1
        return "\(change.edit.text) from epoch \(epoch)" + (batch > 1 ? ", batch \(batch)" : "") + " on."
    }

    /// Loss and metrics: `loss 0.421, accuracy 0.902`.
    static func describe(_ metrics: Metrics) -> String {
        metrics.columns.map { "\($0.key) \(Format.fixed($0.value, 4))" }.joined(separator: ", ")
    }
}

extension History {
    /// The mean over several runs, epoch by epoch, as far as all of them have come: a K-fold's curve (Chollet, section
    /// 4.3.4).
    ///
    /// - Parameter histories: The runs, of one model.
    /// - Returns: Epochs that have means of losses and metrics, and the time that the runs took together; no layers and
    ///   no batches.
    public static func mean(of histories: [History]) -> History {
        let epochs = histories.map(\.epochs.count).min() ?? 0
        return History(
            epochs: (0..<epochs).map { epoch in
                let records = histories.map { $0.epochs[epoch] }
                let validations = records.compactMap(\.validation)
                return EpochRecord(
                    index: epoch + 1, training: .mean(of: records.map(\.training)),
                    validation: validations.count == records.count ? .mean(of: validations) : nil,
                    seconds: records.reduce(0) { $0 + $1.seconds },
                    learningRate: records.reduce(0) { $0 + $1.learningRate } / Double(records.count))
            })
    }
}

extension Metrics {
    /// The mean of each measurement; those of the first decide which there are.
    public static func mean(of all: [Metrics]) -> Metrics {
        let count = Double(max(1, all.count))
        return Metrics(
            loss: all.reduce(0) { $0 + $1.loss } / count,
            values: (all.first?.values ?? []).map { entry in
                Entry(entry.metric, all.reduce(0) { $0 + ($1[entry.metric] ?? .nan) } / count)
            })
    }
}

import Datasets

/// Compares what a network gives for a batch with what it should give.
final class Judge {
    private let loss: any LossFunction
    private let metrics: [Metric]
    private let kernels: Kernels
    /// The class of each sample in the batch, where the targets are classes.
    private let labels: Buffer<Int32>?
    /// A row of numbers for each sample in the batch, where anyone compares with rows.
    private let rows: BatchRoom
    private let usesRows: Bool
    private let outputs: Int
    private var count = 0

    init(model: Model, targets: Targets, outputs: Int, batchSize: Int, kernels: Kernels) throws {
        var loss = model.loss
        if model.lossSeesLogits { loss.fromLogits = true }
        self.loss = loss.function
        metrics = model.metrics
        self.kernels = kernels
        self.outputs = outputs
        let forms = [loss.function.form] + metrics.map { $0.function.form(outputs: outputs) }
        if case .labels = targets {
            labels = try Buffer(zeros: batchSize)
            usesRows = forms.contains(.rows)
        } else {
            labels = nil
            usesRows = true
        }
        rows = try BatchRoom(rows: usesRows ? batchSize : 0, columns: outputs)
    }

    /// Lays out the targets of a batch.
    ///
    /// - Parameters:
    ///   - samples: The rows of the samples.
    ///   - targets: The targets of all samples, not only of those.
    func take(_ samples: UnsafeBufferPointer<Int32>, of targets: Targets) {
        count = samples.count
        switch targets {
        case .labels(let all):
            guard let labels else { return }
            for (place, sample) in samples.enumerated() { labels[place] = all[Int(sample)] }
            guard usesRows else { return }
            let room = rows.block(count)
            room.values.update(repeating: 0, count: room.rows * room.stride)
            for place in 0..<count {
                // One output is compared with the class' number, several with a one in the class' place.
                let row = room.values + place * room.stride
                if outputs == 1 { row[0] = Float(labels[place]) } else { row[Int(labels[place])] = 1 }
            }
        case .values(let all):
            let room = rows.block(count)
            all.values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress else { return }
                for (place, sample) in samples.enumerated() {
                    (room.values + place * room.stride)
                        .update(from: start + Int(sample) * all.columns, count: outputs)
                }
            }
        }
    }

    private func targets(_ form: TargetForm) -> BatchTargets {
        if form != .rows, let labels { return .labels(labels.start) }
        return .rows(rows.block(count))
    }

    /// The sum of the losses of the batch that was taken last.
    ///
    /// - Parameters:
    ///   - outputs: The numbers that the loss works from, `[samples, outputs]`.
    ///   - gradient: Room for the mean loss' derivative with respect to it.
    /// - Returns: The sum over the samples.
    func loss(of outputs: Block, gradient: Block?) -> Double {
        loss.sum(
            LossBatch(outputs: outputs, targets: targets(loss.form)), gradient: gradient, kernels)
    }

    /// Adds what the metrics count in the batch that was taken last.
    func addMetrics(_ outputs: Block, to tally: inout Tally) {
        for (index, metric) in metrics.enumerated() {
            let form = metric.function.form(outputs: self.outputs)
            tally.withCounts(of: index) { counts in
                metric.function.count(
                    MetricBatch(outputs: outputs, targets: targets(form)), into: counts, kernels)
            }
        }
    }
}

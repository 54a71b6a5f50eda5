/// The mathematics of a metric, on whole batches.
protocol MetricFunction: Configurable {
    /// The number of sums that it keeps while samples go by.
    var counts: Int { get }
    /// Tells whether more of it is better.
    var grows: Bool { get }

    /// Chooses the form of targets that it compares outputs with.
    ///
    /// - Parameter outputs: The number of outputs for each sample.
    /// - Returns: Classes, rows, or either.
    func form(outputs: Int) -> TargetForm

    /// Adds a batch to its sums.
    ///
    /// - Parameters:
    ///   - batch: Outputs and targets.
    ///   - sums: As many as ``counts`` says.
    ///   - kernels: The vector kernels to use.
    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels)

    /// Works out the metric from the sums.
    ///
    /// - Parameters:
    ///   - sums: As many as ``counts`` says.
    ///   - samples: The number of samples that were counted.
    /// - Returns: The metric.
    func result(_ sums: ArraySlice<Double>, samples: Int) -> Double

    /// Describes what is wrong with the metric for so many outputs; `nil` where nothing is.
    func problem(outputs: Int) -> String?
}

extension MetricFunction {
    var counts: Int { 1 }
    var grows: Bool { true }
    func result(_ sums: ArraySlice<Double>, samples: Int) -> Double {
        (sums.first ?? .nan) / Double(samples)
    }
    func problem(outputs: Int) -> String? { nil }
}

/// The outputs and targets that a metric is worked out from.
struct MetricBatch {
    /// The network's outputs, `[samples, outputs]`.
    var outputs: Block
    /// The target of each sample.
    var targets: BatchTargets
}

extension MetricBatch {
    /// Counts samples by the class that each belongs to: its label, or the first largest number of its row.
    func count(
        _ ofLabels: (_ outputs: Block, _ labels: UnsafePointer<Int32>) -> Int
    ) -> Double {
        switch targets {
        case .labels(let labels): return Double(ofLabels(outputs, labels))
        case .rows(let rows):
            var count = 0
            for row in 0..<outputs.rows {
                var label = rows.firstLargest(row: row)
                var sample = outputs.first(1)
                sample.values += row * outputs.stride
                count += ofLabels(sample, &label)
            }
            return Double(count)
        }
    }

    /// Visits every output with the number that it is compared with.
    func forEachOutput(_ body: (_ truth: Float, _ prediction: Float, _ column: Int) -> Void) {
        guard case .rows(let rows) = targets else { return }
        for row in 0..<outputs.rows {
            for column in 0..<outputs.columns {
                body(
                    rows.values[row * rows.stride + column], outputs.values[row * outputs.stride + column],
                    column)
            }
        }
    }
}

extension Block {
    /// The class that a row speaks for; see ``Kernels/firstLargest(_:columns:)``.
    func firstLargest(row: Int) -> Int32 {
        Int32(Kernels.firstLargest(values + row * stride, columns: columns))
    }

    /// The class that a network's outputs speak for; a single output says no or yes, and no where it is not a number.
    ///
    /// - Parameters:
    ///   - row: The sample's row.
    ///   - isLogit: `true` if a single output is a logit, not a probability.
    /// - Returns: From 0 to the number of classes less one.
    func predictedClass(row: Int, isLogit: Bool) -> Int32 {
        guard columns == 1 else { return firstLargest(row: row) }
        return values[row * stride] > (isLogit ? 0 : 0.5) ? 1 : 0
    }
}

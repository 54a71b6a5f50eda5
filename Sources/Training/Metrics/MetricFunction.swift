/// The mathematics of a metric, on whole batches.
protocol MetricFunction: Sendable {
    /// The name, which is also its key in a history.
    var name: String { get }

    /// Sums the metric over the samples of a batch.
    ///
    /// - Parameters:
    ///   - outputs: What the network gave, `[samples, units]`.
    ///   - labels: The class of each sample, `[samples]`.
    ///   - kernels: The vector kernels to use.
    /// - Returns: The sum; divided by the number of samples it is the metric.
    func sum(outputs: Block, labels: UnsafePointer<Int32>, _ kernels: Kernels) -> Double

    /// What is wrong with the metric for so many classes, in words.
    func problem(classes: Int) -> String?
}

extension MetricFunction {
    func problem(classes: Int) -> String? { nil }
}

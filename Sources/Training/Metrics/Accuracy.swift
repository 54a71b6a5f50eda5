import Datasets

/// The share of samples whose first largest output is that of their class.
struct Accuracy: MetricFunction {
    let name = "accuracy"

    init() {}

    init?(named term: Term) throws {
        guard term.name == name else { return nil }
        try TermReader(term).finish()
    }

    func sum(outputs: Block, labels: UnsafePointer<Int32>, _ kernels: Kernels) -> Double {
        Double(kernels.countFirstLargest(outputs, labels: labels))
    }
}

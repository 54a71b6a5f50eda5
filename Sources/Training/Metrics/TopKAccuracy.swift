import Datasets

/// The share of samples whose class has one of the `k` largest outputs; a tie with the last of them counts.
struct TopKAccuracy: MetricFunction {
    let k: Int
    var name: String { "top_\(k)_accuracy" }

    init(k: Int) {
        self.k = k
    }

    init?(named term: Term) throws {
        let parts = term.name.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "top", parts[2] == "accuracy", let k = Int(parts[1]) else {
            return nil
        }
        self.k = k
        try TermReader(term).finish()
    }

    func sum(outputs: Block, labels: UnsafePointer<Int32>, _ kernels: Kernels) -> Double {
        Double(kernels.countTopK(outputs, labels: labels, k: k))
    }

    func problem(classes: Int) -> String? {
        (1...max(1, classes)).contains(k)
            ? nil : "\(name) looks at the \(k) likeliest of \(classes) classes; choose from 1 to \(classes)."
    }
}

/// The share above a threshold of outputs whose targets mean yes, Keras' `Recall`; 0 without such targets.
struct Recall: MetricFunction {
    static let name = "recall"
    static let settings: [Setting<Recall>] = [
        .init("thresholds", \.threshold, in: 0...1), .init("class_id", \.classID),
    ]

    var threshold = 0.5
    /// The one output that is looked at, where not all are.
    var classID: Int?

    let counts = 2

    func form(outputs: Int) -> TargetForm { .rows }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        let said = Confusion(batch, threshold: threshold, classID: classID)
        sums[0] += Double(said.truePositives)
        sums[1] += Double(said.truePositives + said.falseNegatives)
    }

    func result(_ sums: ArraySlice<Double>, samples: Int) -> Double { sums.quotient }

    func problem(outputs: Int) -> String? { Confusion.problem(name, classID: classID, outputs: outputs) }
}

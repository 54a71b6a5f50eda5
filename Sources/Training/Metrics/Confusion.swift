import Datasets

/// The counts of right yeses, wrong yeses and wrong noes.
struct Confusion {
    var truePositives = 0
    var falsePositives = 0
    var falseNegatives = 0

    /// Counts a batch.
    ///
    /// - Parameters:
    ///   - batch: Outputs and targets, of which all but 0 mean yes.
    ///   - threshold: The number that an output must exceed to mean yes.
    ///   - classID: The one output that is looked at; all where it is missing.
    init(_ batch: MetricBatch, threshold: Double, classID: Int?) {
        var counts = (0, 0, 0)
        let threshold = Float(threshold)
        batch.forEachOutput { truth, prediction, column in
            guard classID == nil || column == classID else { return }
            switch (truth != 0, prediction > threshold) {
            case (true, true): counts.0 += 1
            case (false, true): counts.1 += 1
            case (true, false): counts.2 += 1
            case (false, false): break
            }
        }
        (truePositives, falsePositives, falseNegatives) = counts
    }

    /// Describes what is wrong with the output to look at; `nil` where nothing is.
    static func problem(_ metric: String, classID: Int?, outputs: Int) -> String? {
        guard let classID, !(0..<outputs).contains(classID) else { return nil }
        return
            "The class_id of \(metric) is \(classID); choose \(outputs == 1 ? "0" : "from 0 to \(outputs - 1)")."
    }
}

extension ArraySlice<Double> {
    /// The first number divided by the last; 0 where that is 0, as in Keras.
    var quotient: Double {
        guard let first, let last, last != 0 else { return 0 }
        return first / last
    }
}

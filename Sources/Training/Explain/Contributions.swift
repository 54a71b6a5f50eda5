/// The effect of each word of a text, or each number of a row, for and against every class.
///
/// A *contribution* is what changes when that one alone is left out: with it minus without it, worked out exactly by
/// letting the sample through the network again (leave-one-out, or occlusion: Zeiler and Fergus, 2014; Li, Monroe and
/// Jurafsky, "Understanding Neural Networks through Representation Erasure", 2016). Positive speaks for the class.
/// Next to it stands gradient × input (Shrikumar and others, 2016), which is the same to first order.
public struct Contributions: Equatable, Sendable {
    /// The meaning of leaving something out.
    public enum Ablation: Equatable, Sendable {
        /// The word is taken away; nothing comes in its place.
        case absence
        /// The number becomes 0.
        case zero
        /// The number becomes its mean over the training samples.
        case mean

        /// The meaning of “left out”, in words.
        public var text: String {
            switch self {
            case .absence: "left out: the word is taken away"
            case .zero: "left out: 0 takes its place"
            case .mean: "left out: its mean takes its place"
            }
        }
    }

    /// A measure of how much a word or number counts.
    public enum Measure: String, CaseIterable, Sendable {
        /// The change of the class' logit.
        case logit
        /// The change of the class' probability, from -1 to 1.
        case probability
        /// The logit's gradient times the input's distance from what it is when left out.
        case gradient
    }

    /// The columns of the words or numbers, ascending; `[features]`.
    public let columns: [Int32]
    /// The meaning of leaving something out here.
    public let ablation: Ablation
    /// The numbers that softmax works from, with nothing left out, `[classes]`; of a single unit that says
    /// yes, its sum with either sign; the outputs themselves where numbers are learnt.
    public let logits: [Float]
    /// The probabilities of these logits, `[classes]`; empty where numbers are learnt.
    public let probabilities: [Float]
    /// The change of each logit by each word; `[features, classes]`.
    public let logitChanges: Matrix
    /// The change of each probability by each word, `[features, classes]`; without columns where numbers are learnt.
    public let probabilityChanges: Matrix
    /// The gradient of each logit times the input; `[features, classes]`.
    public let gradients: Matrix

    /// Works out how much each word counts for a class, or for one class rather than another.
    ///
    /// - Parameters:
    ///   - measure: The kind of change that is counted.
    ///   - label: The class.
    ///   - other: Another class, whose share is subtracted: why the one and not the other.
    /// - Returns: `[features]`; zeros where there is no such class.
    public func values(_ measure: Measure, for label: Int, against other: Int? = nil) -> [Float] {
        let matrix =
            switch measure {
            case .logit: logitChanges
            case .probability: probabilityChanges
            case .gradient: gradients
            }
        guard 0..<matrix.columns ~= label else { return Array(repeating: 0, count: columns.count) }
        let other = other.flatMap { 0..<matrix.columns ~= $0 ? $0 : nil }
        return columns.indices.map { row in
            matrix[row, label] - (other.map { matrix[row, $0] } ?? 0)
        }
    }

    /// The words in the order of how much they count, whether for or against.
    ///
    /// - Parameters:
    ///   - measure: The kind of change that is counted.
    ///   - label: The class.
    ///   - other: Another class, whose share is subtracted.
    /// - Returns: Places in ``columns``, the strongest first; of two as strong the first.
    public func strongest(_ measure: Measure, for label: Int, against other: Int? = nil) -> [Int] {
        let sizes = values(measure, for: label, against: other).map { $0.isNaN ? 0 : abs($0) }
        return columns.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    }

    /// The place of a column among the ones that were left out; `nil` where it is none of them.
    public func place(of column: Int32) -> Int? {
        var (low, high) = (0, columns.count)
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] < column { low = middle + 1 } else { high = middle }
        }
        return low < columns.count && columns[low] == column ? low : nil
    }
}

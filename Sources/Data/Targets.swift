/// The right answer for each sample.
public enum Targets: Equatable, Sendable {
    /// The class of each sample; `[samples]`.
    case labels([Int32])
    /// The numbers that each sample stands for; `[samples, values]`.
    case values(DenseRows)

    /// The number of samples.
    public var count: Int {
        switch self {
        case .labels(let labels): labels.count
        case .values(let rows): rows.count
        }
    }
}

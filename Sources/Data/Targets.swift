/// What each sample should have given.
public enum Targets: Equatable, Sendable {
    /// The class of each sample; `[samples]`.
    case labels([Int32])
    /// The numbers that each sample stands for; `[samples, values]`.
    case values(DenseRows)

    /// How many samples there are.
    public var count: Int {
        switch self {
        case .labels(let labels): labels.count
        case .values(let rows): rows.count
        }
    }
}

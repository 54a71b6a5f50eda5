/// The numbers that a network is shown of each sample, in the form that suits it.
public enum Inputs: Equatable, Sendable {
    case sparse(SparseRows)
    case dense(DenseRows)

    /// The number of samples.
    public var count: Int {
        switch self {
        case .sparse(let rows): rows.count
        case .dense(let rows): rows.count
        }
    }

    /// The number of numbers that describe one sample, zeros included.
    public var columns: Int {
        switch self {
        case .sparse(let rows): rows.columns
        case .dense(let rows): rows.columns
        }
    }

    /// Some of the samples, in the same order.
    ///
    /// - Parameter rows: A range of sample numbers.
    /// - Returns: A copy of just those samples.
    public func rows(_ rows: Range<Int>) -> Inputs {
        switch self {
        case .sparse(let all): .sparse(all.rows(rows))
        case .dense(let all): .dense(all.rows(rows))
        }
    }
}

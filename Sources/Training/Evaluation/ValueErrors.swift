import Datasets

/// The differences of a network's numbers from their targets, for every sample of a part.
public struct ValueErrors: Equatable, Sendable {
    /// The numbers of the samples within their split.
    public let rows: Range<Int>
    /// The network's outputs; `[samples, values]`.
    public let outputs: DenseRows
    /// The numbers that it should give; `[samples, values]`.
    public let targets: DenseRows
    /// The mean size of each sample's differences; `[samples]`.
    public let errors: [Float]

    /// Compares.
    ///
    /// - Parameters:
    ///   - rows: The samples' numbers within their split.
    ///   - outputs: `[samples, values]`.
    ///   - targets: `[samples, values]`.
    public init(rows: Range<Int>, outputs: DenseRows, targets: DenseRows) {
        precondition(
            outputs.columns == targets.columns && outputs.values.count == targets.values.count
                && rows.count == targets.count,
            "\(outputs.count) rows of \(outputs.columns) against \(targets.count) of \(targets.columns)")
        self.rows = rows
        self.outputs = outputs
        self.targets = targets
        errors = (0..<rows.count).map { sample in
            zip(outputs[sample], targets[sample]).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(outputs.columns)
        }
    }

    /// Asks a network about samples of a split.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - split: Samples with numbers to be learnt, in the form that the network was trained on.
    ///   - rows: The rows of the samples; those that the split doesn't have are left out.
    /// - Throws: ``EvaluationError`` or ``EngineError``.
    public init(of network: Network, on split: Split, rows: Range<Int>) throws {
        guard case .values(let targets) = split.targets else { throw EvaluationError.noValues }
        guard network.inputs == split.inputs.columns else {
            throw EvaluationError.wrongInputs(network: network.inputs, samples: split.inputs.columns)
        }
        let rows = rows.clamped(to: 0..<split.count)
        self.init(
            rows: rows, outputs: try network.outputs(of: split, rows: Array(rows)),
            targets: targets.rows(rows))
    }

    /// The number of samples.
    public var count: Int { errors.count }

    /// The mean size of a difference (scikit-learn's `mean_absolute_error`); not a number without samples.
    public var meanAbsoluteError: Double { mean { abs($0) } }
    /// The root of the mean square of a difference (`root_mean_squared_error` of all numbers taken together).
    public var rootMeanSquaredError: Double { mean { $0 * $0 }.squareRoot() }

    /// The share of the targets' variance that is explained (`r2_score`), the mean over the values; 1 is perfect, 0 no
    /// better than the mean, and minus infinity where targets that don't vary are missed.
    public var determination: Double {
        let columns = targets.columns
        let shares = (0..<columns).map { column in
            let truths = stride(from: column, to: targets.values.count, by: columns).map {
                targets.values[$0]
            }
            let given = stride(from: column, to: targets.values.count, by: columns).map { outputs.values[$0] }
            let mean = truths.reduce(0) { $0 + Double($1) } / Double(truths.count)
            func squares(_ differences: some Sequence<Double>) -> Double {
                differences.reduce(0) { $0 + $1 * $1 }
            }
            let rest = squares(zip(truths, given).map { Double($0) - Double($1) })
            return rest == 0 ? 1 : 1 - rest / squares(truths.map { Double($0) - mean })
        }
        return shares.reduce(0, +) / Double(columns)
    }

    /// The samples with the largest errors first; those without a number before all others.
    public var worstFirst: [Int] {
        errors.enumerated().map { ($1.isNaN ? -Float.infinity : -$1, $0) }.sorted { $0 < $1 }.map(\.1)
    }

    private func mean(_ value: (Double) -> Double) -> Double {
        zip(outputs.values, targets.values).reduce(0) { $0 + value(Double($1.0) - Double($1.1)) }
            / Double(targets.values.count)
    }
}

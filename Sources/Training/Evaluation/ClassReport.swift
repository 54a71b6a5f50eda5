/// Precision, recall and F1 of each class (scikit-learn's `classification_report` with `zero_division=0`).
public struct ClassReport: Equatable, Sendable {
    /// One class, or a mean over classes.
    public struct Row: Equatable, Sendable {
        /// The share of right answers among the samples that were taken for the class.
        public var precision: Double
        /// The share of right answers among the samples that have the class.
        public var recall: Double
        /// The harmonic mean of the two.
        public var f1: Double
        /// The number of samples that have the class.
        public var support: Int

        /// Puts a row together.
        public init(precision: Double, recall: Double, f1: Double, support: Int) {
            self.precision = precision
            self.recall = recall
            self.f1 = f1
            self.support = support
        }

        /// Works out a row; what would be divided by 0 is 0.
        init(hits: Int, predicted: Int, support: Int) {
            func share(_ part: Int, of whole: Int) -> Double {
                whole == 0 ? 0 : Double(part) / Double(whole)
            }
            self.init(
                precision: share(hits, of: predicted), recall: share(hits, of: support),
                f1: share(2 * hits, of: predicted + support), support: support)
        }
    }

    /// One row a class.
    public let rows: [Row]
    /// The plain mean over the classes that occur, among the samples or among the answers.
    public let macro: Row
    /// The mean over the classes, each by its samples.
    public let weighted: Row
    /// The share of samples that were taken for the class that they have; 0 where there are none.
    public let accuracy: Double

    /// Works out the report of a matrix.
    public init(_ matrix: ConfusionMatrix) {
        let rows = (0..<matrix.classes).map { label in
            Row(
                hits: matrix[label, label], predicted: matrix.predicted[label], support: matrix.support[label]
            )
        }
        // scikit-learn knows of no class that neither a sample nor an answer has.
        let occurring = rows.indices.filter { matrix.support[$0] + matrix.predicted[$0] > 0 }.map { rows[$0] }
        self.rows = rows
        macro = Self.mean(of: occurring) { _ in 1 }
        weighted = Self.mean(of: occurring) { Double($0.support) }
        accuracy = matrix.total == 0 ? 0 : Double(matrix.hits) / Double(matrix.total)
    }

    private static func mean(of rows: [Row], weight: (Row) -> Double) -> Row {
        let whole = rows.reduce(0) { $0 + weight($1) }
        func mean(_ value: (Row) -> Double) -> Double {
            whole == 0 ? 0 : rows.reduce(0) { $0 + weight($1) * value($1) } / whole
        }
        return Row(
            precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1),
            support: rows.reduce(0) { $0 + $1.support })
    }
}

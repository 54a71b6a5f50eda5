import Datasets

/// The listed points as they are drawn; kept, since lists may be long.
struct PlanePoints: Equatable, Sendable {
    /// More than that could not be told apart, and would take time.
    static let limit = 2000

    /// The points, as many of them as are drawn.
    private(set) var marks: [Scatter.Mark] = []
    /// Their numbers within their split.
    private(set) var numbers: [Int] = []
    /// The ends of the plane, which has room for all points of both splits, so that parts can be compared.
    private(set) var x = 0.0...1
    private(set) var y = 0.0...1

    /// The data set, part and rows that they come from.
    private var reference: Term?
    private var part = DataPart.train
    private var rows: [Int] = []

    /// Takes the points of a list, where it is another one than before.
    mutating func take(_ dataset: Dataset, _ samples: SamplesState) {
        let isSame = reference == dataset.reference
        guard !isSame || part != samples.part || rows != samples.rows else { return }
        if !isSame {
            let both = [dataset.train, dataset.test].map(\.inputs)
            x = Scatter.range(of: both.flatMap { $0.column(0) })
            y = Scatter.range(of: both.flatMap { $0.column(1) })
        }
        (reference, part, rows) = (dataset.reference, samples.part, samples.rows)
        let count = min(Self.limit, rows.count)
        numbers = (0..<count).map { rows[$0 * rows.count / count] }
        let split = dataset.split(of: part)
        marks = numbers.map(split.mark)
    }

    /// The inputs of the points that are drawn; `[points, 2]`.
    var inputs: DenseRows {
        DenseRows(columns: 2, values: marks.flatMap { [Float($0.x), Float($0.y)] })
    }
}

extension Split {
    /// A sample of two numbers as a point; its group is its class.
    func mark(_ number: Int) -> Scatter.Mark {
        guard case .dense(let rows) = inputs, rows.columns >= 2, 0..<rows.count ~= number else {
            return Scatter.Mark(.nan, .nan, 0)
        }
        let row = rows[number]
        let group = labels.isEmpty ? 0 : Int(labels[number])
        return Scatter.Mark(Double(row[row.startIndex]), Double(row[row.startIndex + 1]), group)
    }
}

extension Inputs {
    /// One number of every sample.
    fileprivate func column(_ column: Int) -> [Double] {
        guard case .dense(let rows) = self, column < rows.columns else { return [] }
        return stride(from: column, to: rows.values.count, by: rows.columns).map { Double(rows.values[$0]) }
    }
}

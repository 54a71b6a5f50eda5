import Datasets

/// The samples that are most like another one, by the cosine between two rows of numbers.
///
/// Of the last hidden layer's activations they are those that the network itself can hardly tell apart.
public struct NearestSamples: Equatable, Sendable {
    /// One of them.
    public struct Neighbour: Equatable, Sendable {
        /// The number of the sample.
        public let row: Int
        /// The cosine of the angle between the two, from -1 to 1; 0 where one of them is all zeros.
        public let cosine: Float
    }

    /// The most alike first; of two as alike the first.
    public let neighbours: [Neighbour]

    /// Compares a sample with many.
    ///
    /// - Parameters:
    ///   - values: The numbers of the one, `[units]`.
    ///   - rows: Those of the others, `[samples, units]`.
    ///   - count: The number of samples that are wanted.
    ///   - row: One that is left out: the sample itself.
    public init(to values: [Float], among rows: DenseRows, count: Int, excluding row: Int? = nil) {
        guard rows.columns == values.count else {
            neighbours = []
            return
        }
        let cosines = rows.cosines(with: values)
        let order = cosines.indices.filter { $0 != row }.largest(count) { cosines[$0] }
        neighbours = order.map { Neighbour(row: $0, cosine: cosines[$0]) }
    }
}

extension DenseRows {
    /// The cosine of the angle between each row and another.
    fileprivate func cosines(with other: [Float]) -> [Float] {
        let length = other.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return values.withUnsafeBufferPointer { values in
            other.withUnsafeBufferPointer { other in
                (0..<count).map { row in
                    var (product, squares): (Float, Float) = (0, 0)
                    for column in 0..<columns {
                        let value = values[row * columns + column]
                        product += value * other[column]
                        squares += value * value
                    }
                    let cosine = product / (length * squares.squareRoot())
                    return cosine.isFinite ? min(1, max(-1, cosine)) : 0
                }
            }
        }
    }
}

extension Collection<Int> {
    /// Those with the greatest values, the greatest first; of two as great the first.
    ///
    /// - Parameters:
    ///   - count: The most that are found.
    ///   - value: The number that is compared; what is no number comes last.
    /// - Returns: At most so many of them.
    func largest(_ count: Int, by value: (Int) -> Float) -> [Int] {
        var kept: [(element: Int, value: Float)] = []
        for element in self where count > 0 {
            var own = value(element)
            if own.isNaN { own = -.infinity }
            guard kept.count < count || own > (kept.last?.value ?? own) else { continue }
            let place = kept.firstIndex { $0.value < own } ?? kept.count
            kept.insert((element, own), at: place)
            if kept.count > count { kept.removeLast() }
        }
        return kept.map(\.element)
    }
}

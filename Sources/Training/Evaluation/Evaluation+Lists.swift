extension Evaluation {
    /// An order in which samples are worth a look.
    public enum List: String, CaseIterable, Sendable {
        /// Samples taken for another class, the surest first.
        case mistakes
        /// Samples taken for their own class, the least sure first.
        case doubts
        /// All samples, the largest loss first.
        case losses
    }

    /// The samples of a list.
    ///
    /// - Parameter list: The list to make.
    /// - Returns: Places among the evaluated samples, counted from 0; equal ones in their order. Samples whose
    ///   probabilities are not numbers are the last of the mistakes, and the first of the others.
    public func samples(in list: List) -> [Int] {
        let all = 0..<count
        switch list {
        case .mistakes:
            return ordered(all.filter { !isHit($0) }) { hasAnswer($0) ? -confidence(of: $0) : .infinity }
        case .doubts:
            return ordered(all.filter(isHit)) { hasAnswer($0) ? confidence(of: $0) : -.infinity }
        case .losses: return ordered(Array(all)) { losses[$0].isNaN ? -.infinity : -losses[$0] }
        }
    }

    /// The samples of one cell of the confusion matrix.
    ///
    /// - Parameters:
    ///   - truth: The class that they have; any where there is none.
    ///   - answer: The class that they were taken for; any where there is none.
    /// - Returns: Places among the evaluated samples, counted from 0, in their order.
    public func samples(truth: Int? = nil, predicted answer: Int? = nil) -> [Int] {
        (0..<count).filter { sample in
            (truth.map { labels[sample] == Int32($0) } ?? true)
                && (answer.map { predicted[sample] == Int32($0) } ?? true)
        }
    }

    private func ordered(_ samples: [Int], by key: (Int) -> Float) -> [Int] {
        samples.map { (key($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
}

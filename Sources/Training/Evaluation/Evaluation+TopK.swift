extension Evaluation {
    /// Counts the classes that were held for likelier than the right one.
    ///
    /// - Parameter sample: The sample, counted from 0.
    /// - Returns: 0 where the right class is the likeliest, also where another ties with it, as in Keras'
    ///   top-k metrics; `nil` where there is no answer.
    public func rank(of sample: Int) -> Int? {
        guard hasAnswer(sample) else { return nil }
        let row = probabilities[sample]
        let own = probabilities.values[sample * classes + Int(labels[sample])]
        return row.count { $0 > own }
    }

    /// The shares of samples whose class is among the likeliest (Keras' `top_k_categorical_accuracy`).
    ///
    /// - Parameter most: Up to how many of the likeliest are looked at; at most as many as there are classes.
    /// - Returns: One share for each number from 1; not numbers where there are no samples.
    public func topKAccuracies(upTo most: Int = 10) -> [Double] {
        let most = min(most, classes)
        guard most > 0 else { return [] }
        var hits = [Int](repeating: 0, count: classes)
        for sample in 0..<count {
            if let rank = rank(of: sample) { hits[rank] += 1 }
        }
        var sum = 0
        return hits.prefix(most).map { hits in
            sum += hits
            return Double(sum) / Double(count)
        }
    }
}

import Glibc

/// The classes of one prediction by their probability, and how sure it is.
public struct Ranking: Equatable, Sendable {
    /// The probabilities, `[classes]`.
    public let probabilities: [Float]
    /// The classes, the likeliest first; of two as likely the first.
    public let order: [Int]

    /// Sorts probabilities.
    ///
    /// - Parameter probabilities: `[classes]`, which sum to 1.
    public init(_ probabilities: [Float]) {
        self.probabilities = probabilities
        // NaN comes last, so that the first is the one that accuracies count.
        let sizes = probabilities.map { $0.isNaN ? -.infinity : $0 }
        order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    }

    /// The place of a class, 1 being the likeliest; `nil` where there is no such class.
    public func rank(of label: Int) -> Int? { order.firstIndex(of: label).map { $0 + 1 } }

    /// Works out how much likelier a class is than the best of the others; negative where it is less likely.
    ///
    /// - Parameter label: The class, of at least two.
    /// - Returns: From -1 to 1; `nil` where there is no such class.
    public func margin(of label: Int) -> Float? {
        guard probabilities.indices.contains(label), let best = order.first(where: { $0 != label }) else {
            return nil
        }
        return probabilities[label] - probabilities[best]
    }

    /// The uncertainty of the prediction, `-Σ p log p` in nats: 0 where one class has everything,
    /// `log(classes)` where all are as likely.
    public var entropy: Double {
        probabilities.reduce(0) { sum, share in
            let share = Double(share)
            return share > 0 ? sum - share * log(share) : share.isNaN ? .nan : sum
        }
    }

    /// Counts the likeliest classes that together hold a share of the probability: the least `k` whose
    /// classes have at least that share.
    ///
    /// - Parameter share: From 0 to 1.
    /// - Returns: From 1 to the number of classes; 0 where there is none.
    public func classes(holding share: Float) -> Int {
        var sum: Float = 0
        for (place, label) in order.enumerated() {
            sum += probabilities[label]
            if sum >= share { return place + 1 }
        }
        return order.count
    }
}

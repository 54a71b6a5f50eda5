/// A network's answers for one sample after each epoch, and the epochs in which it changed its mind.
public struct SoftmaxThroughTime: Equatable, Sendable {
    /// An epoch after which another class was the likeliest than after the one before.
    public struct Change: Equatable, Sendable {
        /// The epoch, counted as in ``epochs``.
        public let epoch: Int
        /// The likeliest class before.
        public let from: Int
        /// The likeliest class since.
        public let to: Int
    }

    /// The number of epochs after which each answer was given, ascending.
    public private(set) var epochs: [Int] = []
    /// The probabilities after each of them, `[epochs][classes]`.
    public private(set) var probabilities: [[Float]] = []

    /// Starts with no epoch.
    public init() {}

    /// The number of classes; 0 as long as there is no epoch.
    public var classes: Int { probabilities.first?.count ?? 0 }

    /// Adds the network's answer for the sample after an epoch, or replaces it.
    ///
    /// - Parameters:
    ///   - new: `[classes]`, as many as before.
    ///   - epoch: The number of epochs after which it was given.
    public mutating func set(_ new: [Float], epoch: Int) {
        let place = epochs.firstIndex { $0 >= epoch } ?? epochs.count
        if place < epochs.count, epochs[place] == epoch {
            probabilities[place] = new
        } else {
            epochs.insert(epoch, at: place)
            probabilities.insert(new, at: place)
        }
    }

    /// The likeliest class after each epoch; `nil` where one probability is not a number.
    public var answers: [Int?] { probabilities.map(Network.likeliest) }

    /// The epochs in which the likeliest class changed.
    public var changes: [Change] {
        let answers = answers
        return zip(answers, answers.dropFirst()).enumerated().compactMap { place, pair in
            guard let from = pair.0, let to = pair.1, from != to else { return nil }
            return Change(epoch: epochs[place + 1], from: from, to: to)
        }
    }

    /// Looks up the probability of a class after each epoch.
    ///
    /// - Parameter label: The class.
    /// - Returns: `[epochs]`; not a number where there is no such class.
    public func probabilities(of label: Int) -> [Float] {
        probabilities.map { $0.indices.contains(label) ? $0[label] : .nan }
    }

    /// The classes by the most that they ever had, the greatest first.
    public var prominent: [Int] {
        let most = (0..<classes).map { label in
            probabilities.reduce(Float(0)) { max($0, $1.indices.contains(label) ? $1[label] : 0) }
        }
        return (0..<classes).sorted { (most[$0], $1) > (most[$1], $0) }
    }
}

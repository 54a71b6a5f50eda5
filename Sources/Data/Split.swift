/// Samples with what they should have given.
public struct Split: Equatable, Sendable {
    /// What the network is shown.
    public let inputs: Inputs
    /// What each sample should have given.
    public let targets: Targets
    /// The samples as texts, where they are texts.
    public let texts: TokenSequences?

    /// How many samples there are.
    public var count: Int { targets.count }

    /// The class of each sample, `[samples]`; empty where the targets are numbers.
    public var labels: [Int32] {
        guard case .labels(let labels) = targets else { return [] }
        return labels
    }

    /// Puts a split together; everything has one entry a sample.
    public init(inputs: Inputs, targets: Targets, texts: TokenSequences? = nil) {
        precondition(
            inputs.count == targets.count && (texts == nil || texts?.count == targets.count),
            "\(inputs.count) inputs, \(targets.count) targets and \(texts?.count ?? targets.count) texts")
        self.inputs = inputs
        self.targets = targets
        self.texts = texts
    }

    /// Puts a split of labelled samples together; everything has one entry a sample.
    public init(inputs: Inputs, labels: [Int32], texts: TokenSequences? = nil) {
        self.init(inputs: inputs, targets: .labels(labels), texts: texts)
    }

    /// How many samples each class has.
    ///
    /// - Parameter classes: How many classes there are.
    /// - Returns: `[classes]`.
    public func classCounts(_ classes: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: classes)
        for label in labels { counts[Int(label)] += 1 }
        return counts
    }
}

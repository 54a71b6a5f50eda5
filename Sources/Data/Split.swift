/// Samples with what they should have given.
public struct Split: Equatable, Sendable {
    /// The numbers that the network is shown.
    public let inputs: Inputs
    /// The right answer for each sample.
    public let targets: Targets
    /// The samples as texts, where they are texts.
    public let texts: TokenSequences?

    /// The number of samples.
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

    /// The number of samples of each class.
    ///
    /// - Parameter classes: The number of classes.
    /// - Returns: `[classes]`.
    public func classCounts(_ classes: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: classes)
        for label in labels { counts[Int(label)] += 1 }
        return counts
    }
}

import Datasets

/// A form in which classes are written down: as numbers, or as rows with a one in the place of the class.
///
/// A network learns the same from both. nnboard keeps the numbers and lets each loss and metric read them as it wants;
/// in Keras the labels must have the form that the loss compares with, and
/// ``problem(with:outputs:classes:samples:batchSize:)`` says where they have not.
public enum LabelEncoding: String, CaseIterable, Hashable, Sendable {
    /// The number of the class, `[samples]`.
    case integer
    /// A one in the place of the class among zeros, `[samples, classes]`.
    case oneHot = "one_hot"

    /// Finds the exception that Keras raises when it fits a network to labels in this form.
    ///
    /// - Parameters:
    ///   - loss: The loss that they are compared by.
    ///   - outputs: The number of outputs for each sample.
    ///   - classes: The number of classes; by default as many as outputs, and two where there is one output.
    ///   - samples: The number of samples to train with; the message depends on whether they fill batches.
    ///   - batchSize: The number of samples in a step.
    /// - Returns: The exception, or `nil` where Keras trains.
    public func problem(
        with loss: Loss, outputs: Int, classes: Int? = nil, samples: Int = 1, batchSize: Int = 32
    ) -> KerasError? {
        let shapes = Shapes(
            outputs: outputs, classes: classes ?? (outputs == 1 ? 2 : outputs),
            batch: batchSize > 0 && samples.isMultiple(of: batchSize) ? batchSize : nil, batchSize: batchSize)
        switch self {
        case .oneHot: return shapes.problemOfRows(with: loss)
        case .integer: return shapes.problemOfNumbers(with: loss)
        }
    }
}

extension LabelEncoding: TermConvertible {
    /// Reads `integer` or `one_hot`.
    public init(term: Term) throws {
        guard let encoding = Self(rawValue: term.name) else {
            throw TermError.unknownName(
                term.name, kind: "form of labels", choices: Self.allCases.map(\.rawValue))
        }
        try TermReader(term).finish()
        self = encoding
    }

    /// The form's name.
    public var term: Term { Term(rawValue) }
}

/// The facts about labels and outputs that Keras knows before it works anything out.
private struct Shapes {
    let outputs: Int
    let classes: Int
    /// The size of the batches, where all are of one size.
    let batch: Int?
    let batchSize: Int

    private var rows: String { batch.map { "\($0)" } ?? "None" }

    private func received(_ target: String) -> String {
        "Received: target.shape=\(target), output.shape=(\(rows), \(outputs))"
    }

    /// Finds the exception for one-hot rows.
    func problemOfRows(with loss: Loss) -> KerasError? {
        let target = "(\(rows), \(classes))"
        guard loss.function.form != .labels else {
            return KerasError(
                .value,
                "Argument `output` must have rank (ndim) `target.ndim - 1`. \(received(target))",
                reason: """
                    \(loss.name) looks up the output of each sample's class, so it wants class numbers; give it \
                    those, or take \(Loss.categoricalCrossentropy().name).
                    """)
        }
        // Other losses stretch one output over all classes, and say nothing.
        guard loss.isCrossentropy, classes != outputs else { return nil }
        return KerasError(
            .value, "Arguments `target` and `output` must have the same shape. \(received(target))",
            reason: """
                \(loss.name) compares each output with a number of its own; give the last layer \(classes) \
                units, one for each class.
                """)
    }

    /// Finds the exception for class numbers.
    func problemOfNumbers(with loss: Loss) -> KerasError? {
        guard loss.function.form != .labels else { return outOfRange(loss) }
        // Keras takes the class for the number that a single output should be.
        guard outputs > 1 else { return nil }
        guard loss.isCrossentropy else { return unequal(loss) }
        let other = Loss.sparseCategoricalCrossentropy().name
        return KerasError(
            .value,
            "Arguments `target` and `output` must have the same rank (ndim). \(received("(\(rows),)"))",
            reason: """
                \(loss.name) compares each of the \(outputs) outputs with a number of its own, so it wants one-hot \
                rows; give it those, or take \(other).
                """)
    }

    private func outOfRange(_ loss: Loss) -> KerasError? {
        guard classes > outputs else { return nil }
        return KerasError(
            .invalidArgument,
            "Received a label value of \(outputs) which is outside the valid range of [0, \(outputs)).",
            reason: """
                \(loss.name) looks up the output of each sample's class; give the last layer \(classes) units, one \
                for each class.
                """)
    }

    /// Finds the exception where class numbers are subtracted from rows of outputs.
    private func unequal(_ loss: Loss) -> KerasError? {
        // As many outputs as samples in a batch: each row is compared with the classes of all samples, in silence.
        if batch == outputs { return nil }
        let reason = """
            \(loss.name) subtracts each output from a number of its own, so it wants one-hot rows; give it those, or \
            take \(Loss.sparseCategoricalCrossentropy().name).
            """
        let labelsFirst =
            loss.function is MeanSquaredError || loss.function is MeanAbsoluteError
        guard let batch else {
            let sides = ["[\(batchSize)]", "[\(batchSize),\(outputs)]"]
            return KerasError(
                .invalidArgument,
                "Incompatible shapes: "
                    + (labelsFirst ? sides : sides.reversed()).joined(separator: " vs. "), reason: reason)
        }
        let (first, second) = labelsFirst ? (batch, outputs) : (outputs, batch)
        return KerasError(
            .value, "Dimensions must be equal, but are \(first) and \(second)", reason: reason)
    }
}

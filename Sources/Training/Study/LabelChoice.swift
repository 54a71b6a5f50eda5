import Datasets

/// One way to tell a network what the classes are: labels, last activation, and a loss with or without logits.
public struct LabelChoice: Hashable, Sendable {
    /// The form in which the classes are written down.
    public var labels: LabelEncoding
    /// The activation that the last layer ends in; `linear` is Keras' `activation=None`.
    public var activation: Activation
    /// The loss that compares the outputs with the labels.
    public var loss: Loss

    /// Names the three.
    public init(labels: LabelEncoding, activation: Activation, loss: Loss) {
        self.labels = labels
        self.activation = activation
        self.loss = loss
    }

    /// All 36, those that belong together next to each other.
    public static let all: [LabelChoice] = LabelEncoding.allCases.flatMap { labels in
        [Activation.linear, .sigmoid, .softmax].flatMap { activation in
            [Loss.binaryCrossentropy(), .categoricalCrossentropy(), .sparseCategoricalCrossentropy()].flatMap
            {
                loss in
                [false, true].map { fromLogits in
                    var loss = loss
                    loss.fromLogits = fromLogits
                    return LabelChoice(labels: labels, activation: activation, loss: loss)
                }
            }
        }
    }

    /// The warning of Keras when it trains, in its words; it then trains as if `from_logits` were false.
    public var warning: String? {
        guard loss.fromLogits, activation.function.keepsLogits else { return nil }
        // Keras names the activation that the loss goes with, whichever there is.
        let kind = loss.function is BinaryCrossentropy ? "Sigmoid" : "Softmax"
        return
            "\"`\(loss.name)` received `from_logits=True`, but the `output` argument was produced by a \(kind) "
            + "activation and thus does not represent logits. Was this intended?"
    }

    /// A remark on a choice that can be trained, in a sentence; `nil` of those that are as in the book.
    public var remark: String? {
        if activation.function.keepsLogits { return remarkBehindActivation }
        guard !loss.fromLogits else { return nil }
        switch loss.name {
        case Loss.binaryCrossentropy().name:
            return """
                No activation, but the loss expects probabilities: it clips each output to 0…1, and the clip passes \
                no gradient on, so an output outside this range learns nothing.
                """
        case Loss.categoricalCrossentropy().name:
            return """
                No activation, but the loss expects probabilities: it divides each row by its sum, which may be near \
                0 or negative, then clips, and what is clipped does not learn.
                """
        default:
            return """
                No activation, but the loss expects probabilities: it clips each output to 0…1 and divides by the \
                sum; an output outside this range learns nothing.
                """
        }
    }

    private var remarkBehindActivation: String? {
        let isBinary = loss.name == Loss.binaryCrossentropy().name
        var sentence: String?
        if activation == .sigmoid, !isBinary {
            sentence = """
                sigmoid with \(loss.name) works because the loss sees the logits behind sigmoid, and takes their \
                softmax.
                """
        } else if activation == .softmax, isBinary {
            sentence = """
                softmax with \(loss.name) works because the loss sees the logits behind softmax, and takes the sigmoid \
                of each.
                """
        }
        guard loss.fromLogits else { return sentence }
        return """
            Keras warns that what \(activation.name) gives are no logits; it works because the loss sees the logits behind \
            it, as without from_logits.
            """ + (sentence.map { " \($0)" } ?? "")
    }
}

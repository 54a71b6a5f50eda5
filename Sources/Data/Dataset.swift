/// A loaded data set: its samples in two splits, and what is needed to show them to a person.
public struct Dataset: Sendable {
    /// Where it came from and with which arguments, as text that loads it again.
    public let reference: Term
    /// What it is called on the screen.
    public let title: String
    /// What its samples and classes are called: "wire" and "topic", say.
    public let nouns: Nouns
    /// The name of each class, in label order.
    public let classes: [String]
    /// The samples to learn from; validation samples are taken from their front.
    public let train: Split
    /// The samples to be judged by.
    public let test: Split
    /// How the texts are read, where the samples are texts.
    public let vocabulary: Vocabulary?

    /// Puts a data set together from its parts.
    public init(
        reference: Term, title: String, nouns: Nouns = Nouns(), classes: [String], train: Split, test: Split,
        vocabulary: Vocabulary? = nil
    ) {
        self.reference = reference
        self.title = title
        self.nouns = nouns
        self.classes = classes
        self.train = train
        self.test = test
        self.vocabulary = vocabulary
    }

    /// The decoded text of a sample, or `nil` where the samples are not texts.
    public func text(of sample: Int, in split: Split) -> String? {
        guard let texts = split.texts, let vocabulary else { return nil }
        return vocabulary.decode(texts[sample])
    }
}

/// What people call the samples and classes of a data set.
public struct Nouns: Equatable, Sendable {
    /// One sample.
    public var sample: String
    /// Several samples.
    public var samples: String
    /// One class.
    public var label: String
    /// Several classes.
    public var labels: String

    /// Chooses the words; the plurals end in -s.
    public init(sample: String = "sample", label: String = "class", labels: String? = nil) {
        self.sample = sample
        samples = sample + "s"
        self.label = label
        self.labels = labels ?? (label == "class" ? "classes" : label + "s")
    }
}

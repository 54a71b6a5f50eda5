/// A loaded data set: its samples in two splits, and what is needed to show them to a person.
public struct Dataset: Sendable {
    /// The name of its source with the arguments, as text that loads it again.
    public let reference: Term
    /// The name on the screen.
    public let title: String
    /// The names of its samples and classes: "wire" and "topic", say.
    public let nouns: Nouns
    /// The name of each class, in label order.
    public let classes: [String]
    /// The samples to learn from; validation samples are taken from their front.
    public internal(set) var train: Split
    /// The samples to be judged by.
    public internal(set) var test: Split
    /// The numbers of a sample, `[columns]`; empty if the samples are texts or pictures.
    public internal(set) var features: [Feature]
    /// The numbers to be learnt; empty if classes are to be learnt.
    public internal(set) var values: [Feature]
    /// The size of the pictures, where the samples are pictures: a row of the inputs is one, line by line.
    public let picture: PictureSize?
    /// The steps that prepared the numbers, in order.
    public internal(set) var preprocessing: [Preprocessing] = []
    /// The words of the texts, if the samples are texts.
    public let vocabulary: Vocabulary?

    /// Puts a data set together from its parts.
    public init(
        reference: Term, title: String, nouns: Nouns = Nouns(), classes: [String], train: Split, test: Split,
        vocabulary: Vocabulary? = nil, features: [Feature] = [], values: [Feature] = [],
        picture: PictureSize? = nil
    ) {
        self.reference = reference
        self.title = title
        self.nouns = nouns
        self.classes = classes
        self.train = train
        self.test = test
        self.vocabulary = vocabulary
        self.features = features
        self.values = values
        self.picture = picture
    }

    /// The form of a sample, which decides how it is shown.
    public var form: SampleForm {
        if vocabulary != nil { return .text }
        if let picture { return .picture(picture) }
        return train.inputs.columns == 2 ? .point : .row
    }

    /// The decoded text of a sample, or `nil` where the samples are not texts.
    public func text(of sample: Int, in split: Split) -> String? {
        guard let texts = split.texts, let vocabulary else { return nil }
        return vocabulary.decode(texts[sample])
    }
}

/// The form of a data set's samples.
public enum SampleForm: Equatable, Sendable {
    /// A text, whose words are known.
    case text
    /// A grey picture.
    case picture(PictureSize)
    /// Two numbers, a point in the plane.
    case point
    /// Any other row of numbers.
    case row
}

/// The size of a picture, in pixels.
public struct PictureSize: Hashable, Sendable {
    /// From top to bottom.
    public var rows: Int
    /// From side to side.
    public var columns: Int

    /// Names the two numbers.
    public init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
    }
}

/// The words for the samples and classes of a data set.
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

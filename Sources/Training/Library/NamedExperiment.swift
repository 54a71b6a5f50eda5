import Datasets

/// An experiment with a name, and what others have found with it: one text that people can copy and change.
///
/// ```
/// title = Newswires in 46 topics
/// source = Chollet, Deep Learning with Python, third edition, section 4.2
/// dataset = reuters
/// layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
/// published = test_accuracy(0.797), test_loss(0.957)
/// ```
public struct NamedExperiment: Hashable, Sendable {
    /// The name on the command line.
    public var name: String
    /// The title on the screen.
    public var title: String
    /// The book, course or person that it comes from.
    public var source: String
    /// The experiment itself.
    public var experiment: Experiment
    /// The figures that its source has published.
    public var published: [PublishedResult]
    /// All of it as text.
    public var text: String

    private static let keys = ["title", "source", "published"]

    /// Reads an experiment.
    ///
    /// - Parameters:
    ///   - name: The name of the experiment.
    ///   - text: The lines of an experiment, with a `title`, a `source` and `published` results where there are any.
    /// - Throws: ``ExperimentError`` with the line.
    public init(name: String, text: String) throws {
        let lines = try KeyedLines(text, keys: Self.keys + Experiment.keyNames)
        self.name = name
        self.text = text
        title = lines["title"]?.value ?? name
        source = lines["source"]?.value ?? ""
        published =
            try lines["published"]?.read { try Term.list(parsing: $0).map(PublishedResult.init(term:)) } ?? []
        experiment = try Experiment(lines)
    }
}

/// Invented tracts of a town with what their houses cost, so that the regression of the book's earlier editions works
/// offline.
///
/// As many as in Keras' file of Boston's house prices and nearly the same features; ``TractSurvey`` invents them. They
/// are shuffled and divided by the same arguments.
public struct SampleTracts: CatalogEntry {
    /// The columns: those of Boston's file but for B, which judges people by their skin; a share of parks stands there.
    public static let features = BostonHousing.features.map { $0.name == "B" ? Feature("PARKS") : $0 }

    /// Describes the data set; nothing is invented yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "sample_tracts" }
    /// The name on the screen.
    public var title: String { "invented tracts" }
    /// One line about it.
    public var summary: String { "prices of houses in 506 invented tracts of a town" }
    /// None: they are invented again each time, and always the same.
    public var files: [RemoteFile] { [] }
    /// As for the real ones.
    public var preprocessing: [Preprocessing] { BostonHousing().preprocessing }

    /// Invents the tracts, and shuffles and divides them as Keras does.
    ///
    /// - Parameters:
    ///   - reference: `sample_tracts` with ``SplitArguments``; `seed` is where the shuffle starts, the tracts
    ///     are always the same.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The tracts in two splits, their targets in thousands of dollars; there are no classes.
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let arguments = try SplitArguments(from: &reader, of: name)
        try reader.finish()
        try progress(0)
        var survey = TractSurvey(seed: Self.seed)
        let (train, test) = survey.prices(of: Self.count).split(first: .max, by: arguments)
        try progress(1)
        return Dataset(
            reference: Term(name, arguments.arguments), title: title, nouns: Nouns(sample: "tract"),
            classes: [], train: train, test: test, features: Self.features, values: [BostonHousing.price])
    }

    /// As many as in Boston's file.
    private static let count = 506
    /// The seed of the one survey that is ever shown.
    private static let seed: UInt64 = 1978
}

/// Invented block groups of California with what their houses cost, so that the book's regression works offline.
///
/// As many as in Keras' file, with the same features; ``HouseSurvey`` invents them. They are shuffled and
/// divided by the same arguments.
public struct SampleHouses: CatalogEntry {
    /// Describes the data set; nothing is invented yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "sample_houses" }
    /// The name on the screen.
    public var title: String { "invented houses" }
    /// One line about it.
    public var summary: String { "prices of houses in 20,640 invented block groups of California" }
    /// None: they are invented again each time, and always the same.
    public var files: [RemoteFile] { [] }
    /// As for the real ones.
    public var preprocessing: [Preprocessing] { CaliforniaHousing().preprocessing }

    /// Invents the block groups, and shuffles and divides them as Keras does.
    ///
    /// - Parameters:
    ///   - reference: `sample_houses` with `version` (`large` unless it is given) and ``SplitArguments``;
    ///     `seed` is where the shuffle starts, the block groups are always the same.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The block groups in two splits, their targets in dollars; there are no classes.
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let version = try CaliforniaHousing.Version(from: &reader, of: title)
        let arguments = try SplitArguments(from: &reader, of: name)
        try reader.finish()
        try progress(0)
        var survey = HouseSurvey(seed: Self.seed)
        let (train, test) = survey.prices(of: version.count).split(first: .max, by: arguments)
        try progress(1)
        return Dataset(
            reference: Term(name, version.arguments + arguments.arguments), title: title,
            nouns: Nouns(sample: "block group"), classes: [], train: train, test: test,
            features: CaliforniaHousing.features, values: [CaliforniaHousing.price])
    }

    /// The seed of the one survey that is ever shown.
    private static let seed: UInt64 = 1990
}

/// The data sets that nnboard knows by name.
///
/// A new one is a file of its own with a ``CatalogEntry``, and one line here.
public enum Catalog {
    /// Everything that can be loaded, the preferred one first.
    public static let entries: [any CatalogEntry] =
        [
            Reuters(),
            IMDB(),
            CaliforniaHousing(),
            BostonHousing(),
            MNIST(),
            BlobsDataset(),
        ] + PointCloud.shapes + [
            SampleReviews(),
            SampleHouses(),
            SampleTracts(),
            SampleDigits(),
            BuiltInSample(),
        ]

    /// The entry of that name.
    ///
    /// - Parameter name: As on the command line.
    /// - Returns: A data set that can be loaded.
    /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` with the nearest name.
    public static func entry(named name: String) throws -> any CatalogEntry {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw TermError.unknownName(name, kind: "data set", choices: entries.map(\.name))
        }
        return entry
    }

    /// The default data set: the book's newswires if their files are available, else those that nnboard
    /// writes itself.
    ///
    /// - Parameter locations: The folders to look for files in.
    /// - Returns: One of the two.
    public static func preferred(in locations: DataLocations) -> any CatalogEntry {
        let reuters = Reuters()
        return locations.have(reuters.files) ? reuters : BuiltInSample()
    }

    /// Loads a data set.
    ///
    /// - Parameters:
    ///   - reference: A name with arguments, as in `reuters(num_words=10000)`.
    ///   - preprocessing: The steps that prepare its numbers; `nil` for the entry's own.
    ///   - locations: The folders to look for files in.
    ///   - progress: Is told from time to time which share is done, from 0 to 1; may throw to cancel.
    /// - Returns: The data set, ready to be trained on.
    /// - Throws: A ``TermError`` for the name or an argument, a ``DatasetError`` for a file, a ``PreprocessingError``.
    public static func load(
        _ reference: Term, preprocessing: [Preprocessing]? = nil, from locations: DataLocations,
        progress: (Double) throws -> Void = { _ in }
    ) throws -> Dataset {
        let entry = try entry(named: reference.name)
        let dataset = try entry.load(reference, from: locations, progress: progress)
        return try dataset.preprocessed(by: preprocessing ?? entry.preprocessing)
    }
}

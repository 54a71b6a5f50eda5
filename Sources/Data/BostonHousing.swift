/// House prices in the suburbs of Boston, from the file that Keras distributes.
///
/// 506 tracts (Harrison and Rubinfeld, 1978) with 13 features each; the target is the median value in thousands of
/// dollars. Keras warns that the feature B encodes an assumption about racial self-segregation, and discourages the
/// data's use for anything but to show that problem.
public struct BostonHousing: CatalogEntry {
    /// The columns, in the file's order.
    public static let features = [
        "CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE", "DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT",
    ].map { Feature($0) }

    /// The target: the median value of a tract's houses, in thousands of dollars.
    public static let price = Feature("median value", unit: "k$")

    private static let file = RemoteFile(
        name: "boston_housing.npz", address: KerasFiles.source + "boston_housing.npz",
        sha256: "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5", bytes: 57_026)

    /// Describes the data set; nothing is read yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "boston_housing" }
    /// The name on the screen.
    public var title: String { "Boston housing" }
    /// One line about it.
    public var summary: String { "prices of houses in 506 tracts of Boston, from Keras' file" }
    /// The only file.
    public var files: [RemoteFile] { [Self.file] }
    /// The book's: features with a mean of 0 and a deviation of 1.
    public var preprocessing: [Preprocessing] { [.normalize] }
    /// Invented tracts.
    public var substitute: Term? { Term("sample_tracts") }

    /// Reads the file, and shuffles and divides the tracts as Keras does.
    ///
    /// - Parameters:
    ///   - reference: `boston_housing` with ``SplitArguments``.
    ///   - locations: The folders to look for the file in.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The tracts in two splits, their targets in thousands of dollars; there are no classes.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` for a file, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let arguments = try SplitArguments(from: &reader, of: name)
        try reader.finish()
        let path = try locations.requiredPath(of: Self.file, dataset: name)
        try progress(0)
        let prices = try HousePrices(reading: path, features: Self.features.count)
        let (train, test) = prices.split(first: .max, by: arguments)
        try progress(1)
        return Dataset(
            reference: Term(name, arguments.arguments), title: title, nouns: Nouns(sample: "tract"),
            classes: [], train: train, test: test, features: Self.features, values: [Self.price])
    }
}

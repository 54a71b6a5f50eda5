/// House prices in California, from the file that Keras distributes.
///
/// 20,640 block groups of the census of 1990 (Pace and Barry, 1997) with 8 features each; the target is the median
/// value in dollars. The columns are those of the file; the derived ones that Keras' documentation lists are
/// scikit-learn's.
public struct CaliforniaHousing: CatalogEntry {
    /// The part of the file that is read.
    public enum Version: String, CaseIterable, Sendable {
        /// The first 600 block groups.
        case small
        /// All of them.
        case large

        /// The number of block groups.
        var count: Int { self == .small ? 600 : 20_640 }

        /// The argument that names it, where it has to be named.
        var arguments: [Term.Argument] {
            self == .large ? [] : [.init("version", .term(Term(rawValue)))]
        }

        /// Takes `version` out of a term; without it, all block groups are meant.
        ///
        /// - Parameters:
        ///   - reader: At a term whose arguments have their labels.
        ///   - title: The data set's name on the screen, for errors.
        /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)``.
        init(from reader: inout TermReader, of title: String) throws {
            let name = try reader.text("version") ?? Version.large.rawValue
            guard let version = Version(rawValue: name) else {
                throw TermError.unknownName(
                    name, kind: "version of \(title)", choices: Version.allCases.map(\.rawValue))
            }
            self = version
        }
    }

    /// The columns, in the file's order.
    public static let features = [
        Feature("longitude", unit: "°"), Feature("latitude", unit: "°"),
        Feature("housing median age", unit: "years"), Feature("total rooms"), Feature("total bedrooms"),
        Feature("population"), Feature("households"), Feature("median income", unit: "10 k$"),
    ]

    /// The target: the median value of a block group's houses.
    public static let price = Feature("median value", unit: "$")

    private static let file = RemoteFile(
        name: "california_housing.npz", address: KerasFiles.source + "california_housing.npz",
        sha256: "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f", bytes: 743_530)

    /// Describes the data set; nothing is read yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "california_housing" }
    /// The name on the screen.
    public var title: String { "California housing" }
    /// One line about it.
    public var summary: String { "prices of houses in 20,640 block groups of California, from Keras' file" }
    /// The only file.
    public var files: [RemoteFile] { [Self.file] }
    /// The book's: features with a mean of 0 and a deviation of 1, prices in 100,000 dollars.
    public var preprocessing: [Preprocessing] { [.normalize, .divideTargets(100_000)] }
    /// Invented houses.
    public var substitute: Term? { Term("sample_houses") }

    /// Reads the file, and shuffles and divides the block groups as Keras does.
    ///
    /// - Parameters:
    ///   - reference: `california_housing` with `version` (`large` unless it is given) and ``SplitArguments``.
    ///   - locations: The folders to look for the file in.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The block groups in two splits, their targets in dollars; there are no classes.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` for a file, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let version = try Version(from: &reader, of: title)
        let arguments = try SplitArguments(from: &reader, of: name)
        try reader.finish()
        let path = try locations.requiredPath(of: Self.file, dataset: name)
        try progress(0)
        let prices = try HousePrices(reading: path, features: Self.features.count)
        let (train, test) = prices.split(first: version == .small ? version.count : .max, by: arguments)
        try progress(1)
        return Dataset(
            reference: Term(name, version.arguments + arguments.arguments), title: title,
            nouns: Nouns(sample: "block group"), classes: [], train: train, test: test,
            features: Self.features,
            values: [Self.price])
    }
}

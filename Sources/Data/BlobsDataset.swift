/// The course's four clouds of points: ``Blobs`` as a data set that can be loaded by name.
///
/// All points are there to learn from; the same ones are what a network is judged by, as in the course.
public struct BlobsDataset: CatalogEntry {
    /// The middles of the clouds in the course.
    public static let centers: [[Double]] = [[-5, 2], [-2, -2], [1, 2], [5, -2]]

    private static let standard = Blobs(centers: centers, count: 100, deviation: 1, seed: 30)
    private static let largestCount = 1_000_000

    /// Describes the data set; nothing is drawn yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "blobs" }
    /// The name on the screen.
    public var title: String { "blobs" }
    /// One line about it.
    public var summary: String { "points in four clouds, scikit-learn's make_blobs" }
    /// None: the points are drawn anew each time.
    public var files: [RemoteFile] { [] }

    /// Draws the points.
    ///
    /// - Parameters:
    ///   - reference: `blobs` with `count`, `noise` (scikit-learn's `cluster_std`) and `seed` (its `random_state`).
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The points, in both splits.
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        var blobs = Self.standard
        blobs.count = try reader.number(
            "count", of: name, in: 1...Self.largestCount, default: Self.standard.count)
        blobs.deviation = try reader.noise(of: name, default: Self.standard.deviation)
        blobs.seed = try reader.seed(of: name, default: Self.standard.seed)
        try reader.finish()
        try progress(0)
        let (points, labels) = blobs.draw()
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: points.flatMap { $0.map { Float($0) } })),
            labels: labels)
        try progress(1)
        var arguments: [Term.Argument] = []
        if blobs.count != Self.standard.count {
            arguments.append(.init("count", .number(Double(blobs.count))))
        }
        if blobs.deviation != Self.standard.deviation {
            arguments.append(.init("noise", .number(blobs.deviation)))
        }
        if blobs.seed != Self.standard.seed {
            arguments.append(.init("seed", .number(Double(blobs.seed))))
        }
        return Dataset(
            reference: Term(name, arguments), title: title, nouns: Nouns(sample: "point", label: "cloud"),
            classes: Self.centers.indices.map { "\($0)" }, train: split, test: split,
            features: [Feature("x"), Feature("y")])
    }
}

extension TermReader {
    /// How widely points are spread.
    ///
    /// - Parameters:
    ///   - name: The data set's name, for errors.
    ///   - standard: What it is where it is absent.
    /// - Returns: A number from 0.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)``.
    mutating func noise(of name: String, default standard: Double) throws -> Double {
        guard let noise = try number("noise") else { return standard }
        guard noise >= 0, noise <= 100 else {
            throw TermError.wrongArgument("noise", of: name, found: "\(noise)", expected: "from 0 to 100")
        }
        return noise
    }
}

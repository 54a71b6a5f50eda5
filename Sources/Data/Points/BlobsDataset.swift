/// The course's four clouds of points: ``Blobs`` as a data set that can be loaded by name.
///
/// All points are for learning; a network is judged by the same ones, as in the course.
public struct BlobsDataset: DrawnPoints {
    /// The middles of the clouds in the course.
    public static let centers: [[Double]] = [[-5, 2], [-2, -2], [1, 2], [5, -2]]

    /// Describes the data set; nothing is drawn yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "blobs" }
    /// One line about it.
    public var summary: String { "points in four clouds, scikit-learn's make_blobs" }
    /// The course's.
    public var standard: PointArguments { PointArguments(count: 100, noise: 1, seed: 30) }

    /// Draws the points.
    ///
    /// - Parameters:
    ///   - reference: `blobs` with ``PointArguments``: `noise` is scikit-learn's `cluster_std`, `seed` its
    ///     `random_state`.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The points, in both splits.
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let arguments = try PointArguments(from: &reader, of: name, default: standard)
        try reader.finish()
        try progress(0)
        let blobs = Blobs(
            centers: Self.centers, count: arguments.count, deviation: arguments.noise, seed: arguments.seed)
        let (points, labels) = blobs.draw()
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: points.flatMap { $0.map { Float($0) } })),
            labels: labels)
        try progress(1)
        return Dataset(
            reference: Term(name, arguments.arguments(unlike: standard)), title: title,
            nouns: Nouns(sample: "point", label: "cloud"), classes: Self.centers.indices.map { "\($0)" },
            train: split, test: split, features: coordinates)
    }
}

/// The arguments by which points are drawn, the same for all data sets of points.
public struct PointArguments: Equatable, Sendable {
    /// The range of ``count``.
    public static let counts = 1...1_000_000
    /// The range of ``noise``.
    public static let noises = 0.0...100

    /// The number of points in all.
    public var count: Int
    /// The strength of the noise: a measure of how far points stray from where they belong, which each shape
    /// explains.
    public var noise: Double
    /// The seed of numpy's generator.
    public var seed: UInt32

    /// Names the three numbers.
    public init(count: Int, noise: Double, seed: UInt32) {
        (self.count, self.noise, self.seed) = (count, noise, seed)
    }

    /// Takes the arguments out of a term; the reader may be asked for others as well.
    ///
    /// - Parameters:
    ///   - reader: At a term whose arguments have their labels.
    ///   - name: The data set's name, for errors.
    ///   - standard: The values of absent arguments.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)``.
    init(from reader: inout TermReader, of name: String, default standard: PointArguments) throws {
        count = try reader.number("count", of: name, in: Self.counts, default: standard.count)
        noise = try reader.number("noise") ?? standard.noise
        guard Self.noises.contains(noise) else {
            throw TermError.wrongArgument("noise", of: name, found: "\(noise)", expected: "from 0 to 100")
        }
        seed = try reader.seed(of: name, default: standard.seed)
    }

    /// Those arguments that differ from the standard ones.
    func arguments(unlike standard: PointArguments) -> [Term.Argument] {
        [
            count == standard.count ? nil : .init("count", .number(Double(count))),
            noise == standard.noise ? nil : .init("noise", .number(noise)),
            seed == standard.seed ? nil : .init("seed", .number(Double(seed))),
        ].compactMap(\.self)
    }
}

/// A data set of points in the plane that are drawn by numbers that can be changed.
public protocol DrawnPoints: CatalogEntry {
    /// The arguments that are used unless others are given.
    var standard: PointArguments { get }
}

extension DrawnPoints {
    /// The name on the screen: the same.
    public var title: String { name }
    /// None: the points are drawn again each time.
    public var files: [RemoteFile] { [] }

    /// The two numbers of a point.
    var coordinates: [Feature] { [Feature("x"), Feature("y")] }
}

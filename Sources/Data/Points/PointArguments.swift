/// How points are drawn: what the data sets of points take.
public struct PointArguments: Equatable, Sendable {
    /// How many points a data set may have.
    public static let counts = 1...1_000_000
    /// How widely points may be spread.
    public static let noises = 0.0...100

    /// How many points there are in all.
    public var count: Int
    /// How far points stray from where they belong; each shape says how.
    public var noise: Double
    /// Where numpy's generator starts.
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
    ///   - standard: What they are where they are absent.
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
    /// How they are drawn where nobody says anything else.
    var standard: PointArguments { get }
}

extension DrawnPoints {
    /// The name on the screen: the same.
    public var title: String { name }
    /// None: the points are drawn anew each time.
    public var files: [RemoteFile] { [] }

    /// What the two numbers of a point are.
    var coordinates: [Feature] { [Feature("x"), Feature("y")] }
}

/// Points in the plane whose classes make a shape, as in a playground for small networks.
///
/// A shape is a value with a name and a way to draw; each has a file of its own. Half of the points are for
/// learning, and the others for judging.
public struct PointCloud: DrawnPoints {
    /// The points of a shape, and the class of each.
    typealias Drawing = (points: [(x: Double, y: Double)], labels: [Int32])

    /// Every shape.
    public static let shapes = [spirals, circles, xor, moons, gaussians]

    /// The name on the command line.
    public let name: String
    /// One line about it.
    public let summary: String
    /// The arguments that are used unless others are given.
    public let standard: PointArguments
    /// The numbers of classes that it can have, the usual one first.
    let classes: ClosedRange<Int>
    /// Draws the points of so many classes, in random order.
    let draw: @Sendable (PointArguments, Int, inout RandomState) -> Drawing

    /// Describes a shape.
    ///
    /// - Parameters:
    ///   - name: Its name on the command line.
    ///   - summary: One line about it.
    ///   - noise: The usual strength of the noise.
    ///   - classes: The numbers of classes that it can have, the usual one first.
    ///   - draw: Draws its points.
    init(
        _ name: String, _ summary: String, noise: Double, classes: ClosedRange<Int> = 2...2,
        draw: @escaping @Sendable (PointArguments, Int, inout RandomState) -> Drawing
    ) {
        self.name = name
        self.summary = summary
        standard = PointArguments(count: 400, noise: noise, seed: 1)
        self.classes = classes
        self.draw = draw
    }

    /// Draws the points.
    ///
    /// - Parameters:
    ///   - reference: The shape's name with ``PointArguments``, and `classes` where it can have several
    ///     numbers of them.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The points, half of them in each split; an odd one is learnt from.
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        var reader = TermReader(reference)
        let arguments = try PointArguments(from: &reader, of: name, default: standard)
        let usual = classes.lowerBound
        let classes =
            self.classes.count == 1
            ? usual : try reader.number("classes", of: name, in: self.classes, default: usual)
        try reader.finish()
        try progress(0)
        var random = RandomState(seed: arguments.seed)
        let (points, labels) = draw(arguments, classes, &random)
        try progress(0.8)
        func split(_ part: Range<Int>) -> Split {
            let values = points[part].flatMap { [Float($0.x), Float($0.y)] }
            return Split(inputs: .dense(DenseRows(columns: 2, values: values)), labels: Array(labels[part]))
        }
        let half = (points.count + 1) / 2
        let (train, test) = (split(0..<half), split(half..<points.count))
        try progress(1)
        let several = classes == usual ? [] : [Term.Argument("classes", .number(Double(classes)))]
        return Dataset(
            reference: Term(name, several + arguments.arguments(unlike: standard)), title: title,
            nouns: Nouns(sample: "point", label: "cloud"), classes: (0..<classes).map { "\($0)" },
            train: train, test: test, features: coordinates)
    }
}

extension PointCloud {
    /// Points in random order, each with its class.
    static func shuffled(_ drawing: Drawing, by random: inout RandomState) -> Drawing {
        let order = random.permutation(drawing.points.count)
        return (order.map { drawing.points[$0] }, order.map { drawing.labels[$0] })
    }

    /// The number of points of each class; if they can't be shared out evenly, the first ones have one more.
    static func shares(of count: Int, classes: Int) -> [Int] {
        (0..<classes).map { count / classes + ($0 < count % classes ? 1 : 0) }
    }
}

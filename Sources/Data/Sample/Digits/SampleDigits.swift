/// Digits that nnboard draws itself, as from many hands, so that the pictures of MNIST have a stand-in offline.
///
/// Of the same size and greys; ``DigitPen`` draws them.
public struct SampleDigits: CatalogEntry {
    /// Describes the data set; nothing is drawn yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "sample_digits" }
    /// The name on the screen.
    public var title: String { "drawn digits" }
    /// One line about it.
    public var summary: String { "14,000 images of digits, drawn by nnboard itself" }
    /// None: they are drawn again each time, and always the same.
    public var files: [RemoteFile] { [] }
    /// As for the real ones.
    public var preprocessing: [Preprocessing] { MNIST().preprocessing }

    /// Draws the digits.
    ///
    /// - Parameters:
    ///   - reference: `sample_digits`, which takes no arguments.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: 12,000 images to learn from and 2,000 to judge by; a row is an image, line by line, each pixel from 0
    ///   (paper) to 255 (ink).
    /// - Throws: ``TermError`` for an argument, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        try TermReader(reference).finish()
        var pen = DigitPen(seed: Self.seed)
        let train = try split(of: Self.sizes.train, by: &pen) { try progress(0.85 * $0) }
        let test = try split(of: Self.sizes.test, by: &pen) { try progress(0.85 + 0.15 * $0) }
        try progress(1)
        return Dataset(
            reference: Term(name), title: title, nouns: Nouns(sample: "image", label: "digit"),
            classes: (0...9).map { "\($0)" }, train: train, test: test,
            picture: PictureSize(rows: MNIST.side, columns: MNIST.side))
    }

    private func split(
        of count: Int, by pen: inout DigitPen, progress: (Double) throws -> Void
    ) throws -> Split {
        var labels: [Int32] = []
        labels.reserveCapacity(count)
        var pixels: [Float] = []
        pixels.reserveCapacity(count * MNIST.side * MNIST.side)
        for number in 0..<count {
            if number.isMultiple(of: 256) { try progress(Double(number) / Double(count)) }
            let digit = pen.random.below(10)
            labels.append(Int32(digit))
            pixels += pen.draw(digit)
        }
        return Split(
            inputs: .dense(DenseRows(columns: MNIST.side * MNIST.side, values: pixels)), labels: labels)
    }

    private static let sizes = (train: 12_000, test: 2000)
    /// The seed of the one collection that is ever shown.
    private static let seed: UInt64 = 1998
}

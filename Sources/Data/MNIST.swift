/// Handwritten digits as grey images of 28 × 28 pixels, from the file that Keras distributes.
///
/// Copyright Yann LeCun and Corinna Cortes, derived from NIST's data; Creative Commons Attribution-ShareAlike 3.0.
public struct MNIST: CatalogEntry {
    /// The width of an image, which is its height as well, in pixels.
    public static let side = 28

    private static let file = RemoteFile(
        name: "mnist.npz", address: KerasFiles.source + "mnist.npz",
        sha256: "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1", bytes: 11_490_434)

    private static let digits = (0...9).map { "\($0)" }

    /// Describes the data set; nothing is read yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "mnist" }
    /// The name on the screen.
    public var title: String { "MNIST" }
    /// One line about it.
    public var summary: String { "70,000 images of handwritten digits, from Keras' file" }
    /// The only file.
    public var files: [RemoteFile] { [Self.file] }
    /// The book's: grey from 0 to 1.
    public var preprocessing: [Preprocessing] { [.divide(255)] }
    /// Invented digits.
    public var substitute: Term? { Term("sample_digits") }

    /// Reads the file: images as bytes or floats from 0 to 255, or as floats from 0 to 1.
    ///
    /// - Parameters:
    ///   - reference: `mnist`, which takes no arguments.
    ///   - locations: The folders to look for the file in.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The images in the two splits and the order that the file has; a row is an image, line by line, each
    ///   pixel from 0 (paper) to 255 (ink).
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` for a file, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        try TermReader(reference).finish()
        let path = try locations.requiredPath(of: Self.file, dataset: name)
        try progress(0)
        let archive = try Zip(reading: path)
        let train = try GreyImages("train", of: archive, side: Self.side, classes: Self.digits.count)
        try progress(0.8)
        let test = try GreyImages("test", of: archive, side: Self.side, classes: Self.digits.count)
        // One scale for both, since a single image may be dark by chance.
        let scale = [train, test].compactMap(\.scale).max() ?? .byte
        try progress(1)
        return Dataset(
            reference: Term(name), title: title, nouns: Nouns(sample: "image", label: "digit"),
            classes: Self.digits, train: try train.split(scale), test: try test.split(scale),
            picture: PictureSize(rows: Self.side, columns: Self.side))
    }
}

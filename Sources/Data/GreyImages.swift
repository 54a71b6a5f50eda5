/// Square grey images with a label each, as Keras keeps them in an archive, or as others have saved them.
struct GreyImages {
    /// The greatest number that stands for a pixel.
    enum Scale: Comparable {
        /// Ink is 1.
        case one
        /// Ink is 255, as in bytes.
        case byte
    }

    /// The type and shape of the images: `(n, side, side)`, `(n, side × side)`, or with an axis of one channel.
    private let array: NpyArray
    private let pixels: [Float]
    private let labels: [Int32]
    /// The scale that the pixels suggest, where they are floats.
    let scale: Scale?

    /// Reads the arrays `x_PART` and `y_PART`.
    ///
    /// - Parameters:
    ///   - part: `train` or `test`.
    ///   - archive: An `.npz` file.
    ///   - side: The number of pixels in each direction.
    ///   - classes: The number of digits.
    /// - Throws: ``DatasetError``.
    init(_ part: String, of archive: Zip, side: Int, classes: Int) throws {
        let array = try NpyArray("x_" + part, of: archive)
        let digits = try NpyArray("y_" + part, of: archive)
        let n = array.count
        let forms = [[n, side, side], [n, side * side], [n, side, side, 1], [n, 1, side, side]]
        guard forms.contains(array.shape) else {
            throw array.refusal(
                with: digits,
                "\(array.name) should hold images of \(side) × \(side) pixels, (n, \(side), \(side))")
        }
        try array.requireSamples()
        labels = try digits.labels(classes, noun: "digit", forEachOf: array, "images")
        pixels = try array.floats()
        self.array = array.withoutContent
        // Images that were scaled may end a little beyond 1.
        scale = array.type.kind != .float ? nil : pixels.allSatisfy { $0 <= 1.001 } ? .one : .byte
    }

    /// The images as rows of pixels from 0 to 255.
    ///
    /// - Parameter scale: The scale of floats in all parts. Whole numbers are bytes, and true is ink.
    /// - Returns: The images with their labels.
    /// - Throws: ``DatasetError/unsuitable(path:problem:)`` for a pixel out of range.
    func split(_ scale: Scale) throws -> Split {
        let kind = array.type.kind
        // Bytes can't be out of range, and are most of what is read.
        if !(kind == .unsigned && array.type.size == 1), let stray = pixels.strayPixel {
            throw array.refusal(
                "\(array.place(of: stray)): \(pixels[stray].plain) is no pixel; pixels go from 0 to 255"
                    + (kind == .float ? " or from 0 to 1" : ""))
        }
        let isOne = kind == .bool || kind == .float && scale == .one
        let side = array.shape.dropFirst().reduce(1, *)
        return Split(
            inputs: .dense(DenseRows(columns: side, values: isOne ? pixels.inBytes : pixels)), labels: labels)
    }

}

extension Float {
    /// The number as text, without “.0” where it is whole.
    fileprivate var plain: String {
        Int32(exactly: self).map { "\($0)" } ?? "\(self)"
    }
}

extension [Float] {
    /// The place of the first number that is no pixel.
    fileprivate var strayPixel: Int? { firstIndex { !(0...255 ~= $0) } }

    /// Pixels from 0 to 1 as pixels from 0 to 255.
    ///
    /// A byte that was divided by 255 in 32 bits becomes that byte again; what lies between bytes stays there.
    fileprivate var inBytes: [Float] {
        map { pixel in
            let byte = pixel * 255
            let whole = byte.rounded()
            return abs(byte - whole) <= 255 * .ulpOfOne ? whole : byte
        }
    }
}

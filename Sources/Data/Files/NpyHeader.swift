/// The header before the numbers of an `.npy` file: a Python dictionary with `descr`, `fortran_order` and
/// `shape`.
struct NpyHeader: Equatable {
    /// Longer headers belong to records of many fields, which are not read.
    static let longest = 10_000

    /// The type of the elements.
    let type: NpyType
    /// The size along each axis.
    let shape: [Int]
    /// The elements stand column by column, the first axis running fastest.
    let isFortran: Bool
    /// The number of elements.
    let count: Int

    /// Reads the header, and leaves the reader at the first number.
    ///
    /// - Parameter reader: At the file's beginning.
    /// - Throws: ``DatasetError``.
    init(_ reader: inout ByteReader) throws {
        let file = reader.file
        let magic = try reader.take(6, "the mark of an .npy file")
        guard file.bytes[magic].elementsEqual([0x93] + Array("NUMPY".utf8)) else {
            throw file.refusal(at: magic.lowerBound, "it is no .npy file")
        }
        let version = try reader.byte("the version")
        _ = try reader.byte("the version")
        let length =
            switch version {
            case 1: Int(try reader.integer(UInt16.self, "the header's length"))
            case 2, 3: Int(try reader.integer(UInt32.self, "the header's length"))
            default: throw file.refusal(at: 6, "version \(version) of the format is not known; 1 to 3 are")
            }
        let start = reader.position
        let header = try reader.take(length, "the header")
        guard length <= Self.longest else {
            throw file.refusal(
                at: start,
                "the header has \(length) bytes, which is too long; at most \(Self.longest) are read")
        }
        var dictionary = PythonDictionary(ByteReader(file, in: header))
        var type: String?
        var shape: [Int]?
        var isFortran: Bool?
        try dictionary.read { key, value in
            switch key {
            case "descr": type = try value.stringOrList()
            case "fortran_order": isFortran = try value.flag()
            case "shape": shape = try value.tuple()
            default: throw value.fault("the header has an unknown key “\(key.printable)”")
            }
        }
        guard let type, let shape, let isFortran else {
            throw file.refusal(at: start, "the header lacks descr, fortran_order or shape")
        }
        guard let count = shape.elementCount else {
            throw file.refusal(at: start, "the shape \(shape.tuple) is absurd")
        }
        self.type = NpyType(type)
        self.shape = shape
        self.isFortran = isFortran
        self.count = count
    }
}

extension [Int] {
    /// The number of elements of an array of this shape; `nil` where its bytes could not be counted.
    ///
    /// As in numpy, a size of 0 excuses no other: whoever multiplies the sizes in any order, with the size of an
    /// element, is safe.
    var elementCount: Int? {
        let largestElement = 16
        var bytes = largestElement
        for size in self {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: Swift.max(size, 1))
            guard size >= 0, !overflow else { return nil }
            bytes = product
        }
        return reduce(1, *)
    }

    /// A shape as Python writes it: `(40, 13)`, `(40,)`, `()`.
    var tuple: String {
        "(" + map { "\($0)" }.joined(separator: ", ") + (count == 1 ? ",)" : ")")
    }
}

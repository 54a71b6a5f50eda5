/// An array as numpy saves it (format versions 1 to 3, numpy's `lib/format.py`).
struct Npy: Equatable {
    /// The numbers, row by row, in the type that they are stored in.
    enum Values: Equatable {
        /// `<i8`, and the narrower `<i4`.
        case integers([Int64])
        /// `|u1`.
        case bytes([UInt8])
        /// `<f4`.
        case floats([Float])
        /// `<f8`.
        case doubles([Double])
        /// `|O`: a pickle of one list of integers an element.
        case lists(IntegerLists)
    }

    /// The size along each axis; none for a single number.
    let shape: [Int]
    let values: Values

    /// Reads an array.
    ///
    /// - Parameter file: A whole `.npy` file.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    init(_ file: FileBytes) throws {
        var reader = ByteReader(file)
        let header = try NpyHeader(&reader)
        shape = header.shape
        let start = reader.position

        func require(_ count: Int, of size: Int) throws {
            let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow, bytes == reader.remaining else {
                throw file.fault(
                    at: start,
                    "\(count) numbers of \(size) bytes should follow, but \(reader.remaining) bytes do"
                )
            }
        }

        switch header.type {
        case "<i8":
            try require(header.count, of: 8)
            values = .integers(file.numbers(Int64.self, from: start, count: header.count))
        case "<i4":
            try require(header.count, of: 4)
            values = .integers(file.numbers(Int32.self, from: start, count: header.count).map(Int64.init))
        case "|u1":
            try require(header.count, of: 1)
            values = .bytes(Array(file.bytes[start...]))
        case "<f4":
            try require(header.count, of: 4)
            values = .floats(file.numbers(Float.self, from: start, count: header.count))
        case "<f8":
            try require(header.count, of: 8)
            values = .doubles(file.numbers(Double.self, from: start, count: header.count))
        case "|O":
            guard header.shape.count == 1 else {
                throw file.fault(
                    at: 0,
                    "an array of objects has \(header.shape.count) axes; only lists in one row are read")
            }
            let lists = try Pickle(reader).integerLists()
            guard lists.count == header.count else {
                throw file.fault(
                    at: start, "the header announces \(header.count) lists, the pickle has \(lists.count)")
            }
            values = .lists(lists)
        default:
            throw file.fault(
                at: 0,
                "numbers of type “\(header.type.printable)” are not read; <i8, <i4, |u1, <f4, <f8 and |O are")
        }
    }
}

extension FileBytes {
    /// Little-endian numbers as numbers of this machine, whose order is the same.
    fileprivate func numbers<Number: BitwiseCopyable>(
        _ type: Number.Type, from start: Int, count: Int
    ) -> [Number] {
        [Number](unsafeUninitializedCapacity: count) { buffer, filled in
            bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: .init(rebasing: $0[start..<start + count * MemoryLayout<Number>.stride]))
            }
            filled = count
        }
    }
}

/// An array as numpy saves it (format versions 1 to 3, numpy's `lib/format.py`), in whichever type and order.
struct NpyArray: Sendable {
    /// The elements, not yet in the form that a data set wants.
    enum Content: Sendable {
        /// Numbers of any type.
        case numbers(NpyNumbers)
        /// Python's own whole numbers, row by row, which were a pickle.
        case wholeNumbers([Int32])
        /// Lists of whole numbers, which were a pickle; one for each element.
        case lists(IntegerLists)
        /// A type that nnboard has no use for, such as complex numbers and texts.
        case unread
    }

    /// The file that the array stands in.
    let path: String
    /// The name by which numpy knows it: `x_train`.
    let name: String
    /// The type of the elements.
    let type: NpyType
    /// The size along each axis; none for a single number.
    let shape: [Int]
    /// The elements.
    private(set) var content: Content

    /// Reads an array.
    ///
    /// - Parameter file: A whole `.npy` file.
    /// - Throws: ``DatasetError``.
    init(_ file: FileBytes) throws {
        var reader = ByteReader(file)
        let header = try NpyHeader(&reader)
        path = file.path
        name = file.arrayName
        (type, shape) = (header.type, header.shape)
        if header.type.kind == .object {
            content = try Pickle(reader).array(shape: header.shape)
        } else if header.type.isNumber {
            // Before anything is made of that size.
            let (size, overflow) = header.count.multipliedReportingOverflow(by: header.type.size)
            // Bytes behind them mean nothing, as in numpy.
            guard !overflow, size <= reader.remaining else {
                throw reader.fault(
                    "\(header.count) numbers of \(header.type.size) bytes should follow, but "
                        + "\(reader.remaining) bytes do")
            }
            content = .numbers(
                NpyNumbers(
                    header.type, shape: header.shape, isFortran: header.isFortran,
                    bytes: file.bytes[reader.position..<reader.position + size]))
        } else {
            content = .unread
        }
    }

    /// Reads an array of an archive.
    ///
    /// - Parameters:
    ///   - name: As numpy has it, without `.npy`, which other programs leave out in the archive, too.
    ///   - archive: An `.npz` file.
    /// - Throws: ``DatasetError``.
    init(_ name: String, of archive: Zip) throws {
        let isBare = archive.members.contains { $0.name == name }
        try self.init(archive.contents(of: isBare ? name : name + ".npy"))
    }

    /// The number of samples, where the first axis counts samples.
    var count: Int { shape.first ?? 0 }

    /// Type and shape, in numpy's words.
    var summary: String { "\(name) is \(type.name), shape \(shape.tuple)" }

    /// The same without its elements, whose memory is given back.
    var withoutContent: NpyArray {
        var array = self
        array.content = .unread
        return array
    }

    /// An error for an array that is whole, but not of use.
    func refusal(_ problem: String) -> DatasetError {
        .unsuitable(path: path, problem: problem)
    }

    /// An error for two arrays that don't belong together.
    func refusal(with other: NpyArray, _ problem: String) -> DatasetError {
        refusal("\(name) has shape \(shape.tuple), \(other.name) \(other.shape.tuple): \(problem)")
    }
}

// MARK: - Numbers

extension NpyArray {
    /// The numbers row by row, to calculate with.
    ///
    /// - Throws: ``DatasetError/unsuitable(path:problem:)`` for other types, and for a number that is not finite or
    ///   beyond the range of 32-bit floats.
    func floats() throws -> [Float] {
        switch content {
        case .numbers(let numbers):
            do { return try numbers.floats() } catch { throw refusal(of: error) }
        case .wholeNumbers(let numbers): return numbers.map { Float($0) }
        case .lists, .unread: throw noNumbers
        }
    }

    /// The numbers row by row, where all are whole.
    ///
    /// - Throws: ``DatasetError/unsuitable(path:problem:)`` for other types, and for a number that is not whole or
    ///   doesn't fit 32 bits.
    func integers() throws -> [Int32] {
        switch content {
        case .numbers(let numbers):
            do { return try numbers.integers() } catch { throw refusal(of: error) }
        case .wholeNumbers(let numbers): return numbers
        case .lists, .unread: throw noNumbers
        }
    }

    private var noNumbers: DatasetError {
        refusal("\(summary), where integers, floats or booleans are needed")
    }

    private func refusal(of stray: StrayNumber) -> DatasetError {
        refusal("\(place(of: stray.index)): \(stray.text) \(stray.problem)")
    }

    /// The place of a number in words; rows and columns are counted from 0, as numpy does.
    ///
    /// - Parameter index: The number's place in row order.
    /// - Returns: The array's name, and row and column or the like.
    func place(of index: Int) -> String {
        switch shape.count {
        case 0: return name
        case 1: return "\(name), number \(index)"
        case 2 where shape[1] == 1: return "\(name), row \(index)"
        case 2: return "\(name), row \(index / shape[1]), column \(index % shape[1])"
        default:
            var (rest, places) = (index, [Int]())
            for size in shape.reversed() {
                places.append(rest % size)
                rest /= size
            }
            return "\(name)[" + places.reversed().map { "\($0)" }.joined(separator: ", ") + "]"
        }
    }
}

extension FileBytes {
    /// The name of the array that an `.npy` file is.
    fileprivate var arrayName: String {
        let file = member ?? path
        return (file.hasSuffix(".npy") ? String(file.dropLast(4)) : file).printable
    }
}

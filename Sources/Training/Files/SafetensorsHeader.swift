/// The header of a safetensors file, which describes its arrays before their numbers.
struct SafetensorsHeader {
    /// A fault of a header.
    struct Fault: Error {
        let problem: String
    }

    /// One array, and where its bytes are.
    struct Entry: Equatable, Sendable {
        var name: String
        /// The type as the file calls it.
        var typeName: String
        var shape: [Int]
        /// Its bytes, counted from the first byte behind the header.
        var range: Range<Int>

        /// The type; `nil` for one that nnboard has no use for.
        var type: Safetensors.ElementType? { Safetensors.ElementType(rawValue: typeName) }

        /// Its bytes in a file whose numbers begin at a place.
        func place(behind start: Int) -> Range<Int> {
            range.lowerBound + start..<range.upperBound + start
        }
    }

    /// The format allows no longer headers, so that nobody is made to read one without end.
    static let longest = 100_000_000
    private static let metadataKey = "__metadata__"

    private(set) var metadata: [String: String]
    /// In the order of their bytes.
    private(set) var entries: [Entry]

    /// Reads the length of the header.
    ///
    /// - Parameters:
    ///   - bytes: The first eight of a file.
    ///   - size: The number of bytes in the file.
    /// - Returns: A length that the file has room for.
    /// - Throws: The fault of the header.
    static func length(_ bytes: some Collection<UInt8>, of size: Int) throws(Fault) -> Int {
        guard bytes.count == 8 else {
            throw Fault(problem: "it has only \(size) bytes, fewer than the length of a header takes")
        }
        let length = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(longest) else {
            throw Fault(problem: "it claims a header of \(length) bytes, and at most \(longest) are allowed")
        }
        guard Int(length) <= size - 8 else {
            throw Fault(
                problem: "its header should have \(length) bytes, but only \(size - 8) are left in the file")
        }
        return Int(length)
    }
}

// MARK: Reading

extension SafetensorsHeader {
    /// Reads a header.
    ///
    /// - Parameters:
    ///   - json: Its bytes.
    ///   - room: The number of bytes in the file behind it.
    /// - Throws: The fault of the header.
    init(json: some Collection<UInt8>, room: Int) throws(Fault) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: Array(json))
        } catch {
            throw Fault(problem: "its header is no JSON (\(error))")
        }
        guard case .object(let members) = value else {
            throw Fault(problem: "its header is no JSON object")
        }
        self.init(metadata: [:], entries: [])
        // Of a name that comes twice the last holds, as in Python and in the format's own library.
        var places: [String: Int] = [:]
        for (place, member) in members.enumerated() { places[member.key] = place }
        for (place, (name, value)) in members.enumerated() where places[name] == place {
            if name == Self.metadataKey {
                metadata = try Self.metadata(value)
            } else {
                entries.append(try Self.entry(name, value))
            }
        }
        entries.sort {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        try check(room: room)
    }

    private static func metadata(_ value: JSONValue) throws(Fault) -> [String: String] {
        var metadata: [String: String] = [:]
        guard case .object(let members) = value else {
            throw Fault(problem: "its \(metadataKey) is no JSON object")
        }
        for (key, value) in members {
            guard case .text(let text) = value else {
                throw Fault(problem: "the “\(key)” of its \(metadataKey) is no text")
            }
            metadata[key] = text
        }
        return metadata
    }

    private static func entry(_ name: String, _ value: JSONValue) throws(Fault) -> Entry {
        guard let word = value["dtype"]?.text else { throw Fault(problem: "“\(name)” has no dtype") }
        guard let shape = value["shape"]?.integers, shape.allSatisfy({ $0 >= 0 }) else {
            throw Fault(problem: "the shape of “\(name)” is no list of whole numbers")
        }
        guard let offsets = value["data_offsets"]?.integers, offsets.count == 2, offsets[0] >= 0,
            offsets[0] <= offsets[1]
        else {
            throw Fault(problem: "the data_offsets of “\(name)” are not where it begins and where it ends")
        }
        let entry = Entry(name: name, typeName: word, shape: shape, range: offsets[0]..<offsets[1])
        // Nothing is known of how many bytes the elements of other types take.
        guard let type = entry.type else { return entry }
        var size = type.size
        for length in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: length)
            guard !overflow else { throw Fault(problem: "“\(name)” is larger than any memory") }
            size = product
        }
        guard offsets[1] - offsets[0] == size else {
            throw Fault(
                problem: "“\(name)” has \(offsets[1] - offsets[0]) bytes, but \(word) in the shape "
                    + "\(shape) takes \(size)")
        }
        return entry
    }

    /// Each byte belongs to one array, as the format wants it.
    private func check(room: Int) throws(Fault) {
        var end = 0
        for entry in entries {
            guard entry.range.lowerBound >= end else {
                throw Fault(problem: "“\(entry.name)” overlaps the array before it")
            }
            guard entry.range.lowerBound == end else {
                throw Fault(
                    problem: "\(entry.range.lowerBound - end) bytes before “\(entry.name)” belong to nothing")
            }
            end = entry.range.upperBound
        }
        guard end <= room else {
            throw Fault(problem: "its arrays take \(end) bytes, but only \(room) are there; it was cut off")
        }
        guard end == room else {
            throw Fault(problem: "\(room - end) bytes at its end belong to nothing")
        }
    }
}

// MARK: Writing

extension SafetensorsHeader {
    /// The header of some arrays, one right behind another.
    init(metadata: [String: String], tensors: [Safetensors.Tensor]) {
        var end = 0
        self.init(
            metadata: metadata,
            entries: tensors.map { tensor in
                defer { end += tensor.bytes.count }
                return Entry(
                    name: tensor.name, typeName: tensor.type.rawValue, shape: tensor.shape,
                    range: end..<end + tensor.bytes.count)
            })
    }

    /// The header's bytes, with spaces at the end so that the numbers begin at a multiple of eight.
    var json: [UInt8] {
        var members: [(key: String, value: JSONValue)] = []
        if !metadata.isEmpty {
            let texts = metadata.sorted { $0.key < $1.key }.map {
                (key: $0.key, value: JSONValue.text($0.value))
            }
            members.append((Self.metadataKey, .object(texts)))
        }
        for entry in entries {
            members.append(
                (
                    entry.name,
                    .object([
                        ("dtype", .text(entry.typeName)),
                        ("shape", .list(entry.shape.map(JSONValue.integer))),
                        (
                            "data_offsets",
                            .list([.integer(entry.range.lowerBound), .integer(entry.range.upperBound)])
                        ),
                    ])
                ))
        }
        let text = Array(JSONValue.object(members).description.utf8)
        return text + [UInt8](repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
    }
}

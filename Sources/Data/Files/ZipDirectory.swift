/// The directory at the end of a zip archive.
struct ZipDirectory {
    private static let endSize = 22
    private static let locatorSize = 20
    private static let longestComment = 0xffff
    // The most members that an archive without ZIP64 fields can have; numpy's have a handful.
    private static let mostMembers = 0xffff

    private let file: FileBytes

    init(_ file: FileBytes) {
        self.file = file
    }

    /// Reads what the directory lists.
    ///
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    func members() throws -> [Zip.Member] {
        let (range, count) = try place()
        var reader = ByteReader(file, in: range)
        // The count is only compared: what is really there decides how much is read.
        var members: [Zip.Member] = []
        var names: Set<String> = []
        while !reader.isAtEnd {
            let start = reader.position
            let member = try self.member(&reader)
            guard names.insert(member.name).inserted else {
                throw file.refusal(at: start, "\(member.name.printable) is listed twice")
            }
            members.append(member)
            guard members.count <= Self.mostMembers else {
                throw file.refusal(at: start, "it lists more than \(Self.mostMembers) members")
            }
        }
        guard members.count == count else {
            throw file.fault(
                at: range.lowerBound, "the directory announces \(count) members and lists \(members.count)")
        }
        return members
    }

    // MARK: - Where it is

    private func place() throws -> (range: Range<Int>, count: Int) {
        let end = try endRecord()
        var reader = ByteReader(file, in: end..<file.bytes.count)
        let what = "the end record"
        _ = try reader.take(4, what)
        let disk = try reader.integer(UInt16.self, what)
        let directoryDisk = try reader.integer(UInt16.self, what)
        _ = try reader.integer(UInt16.self, what)
        var count = UInt64(try reader.integer(UInt16.self, what))
        var size = UInt64(try reader.integer(UInt32.self, what))
        var offset = UInt64(try reader.integer(UInt32.self, what))
        guard disk == 0 || disk == .max, directoryDisk == 0 || directoryDisk == .max else {
            throw file.refusal(at: end, "the archive spans several disks, which is not supported")
        }
        var limit = end
        if count == 0xffff || size == 0xffff_ffff || offset == 0xffff_ffff,
            let large = try largeEndRecord(before: end)
        {
            (count, size, offset, limit) = large
        }
        guard offset <= limit, size <= UInt64(limit) - offset else {
            throw file.fault(
                at: end,
                "the directory should be \(size) bytes at \(offset), which are not before byte \(limit)")
        }
        guard count <= size else { throw file.fault(at: end, "\(count) members don't fit the directory") }
        return (Int(offset)..<Int(offset + size), Int(count))
    }

    /// Looks for the end record from the back, since a comment of any content may follow it.
    ///
    /// Python takes the last that looks like one, whatever follows it, and so does this where none has the comment that
    /// it announces.
    private func endRecord() throws -> Int {
        let bytes = file.bytes
        if let kind = ArchiveMistake(bytes) {
            throw DatasetError.unsuitable(
                path: file.path, problem: "\(kind.description), where an archive (.npz) is needed")
        }
        let last = bytes.count - Self.endSize
        guard last >= 0 else {
            throw file.fault(at: bytes.count, "it has \(bytes.count) bytes, too few for a zip archive")
        }
        var lastStart: Int?
        for start in stride(from: last, through: max(0, last - Self.longestComment), by: -1)
        where bytes[start] == 0x50 && bytes[start + 1] == 0x4b && bytes[start + 2] == 5
            && bytes[start + 3] == 6
        {
            let comment = Int(bytes[start + 20]) | Int(bytes[start + 21]) << 8
            if start + Self.endSize + comment == bytes.count { return start }
            lastStart = lastStart ?? start
        }
        guard let lastStart else {
            throw file.fault(at: bytes.count, "there is no directory at the end: it was cut off")
        }
        return lastStart
    }

    /// The wider record of an archive with ZIP64 fields, if there is one.
    private func largeEndRecord(
        before end: Int
    ) throws -> (count: UInt64, size: UInt64, offset: UInt64, limit: Int)? {
        guard end >= Self.locatorSize else { return nil }
        let what = "the ZIP64 end record"
        var locator = ByteReader(file, in: end - Self.locatorSize..<end)
        guard try locator.integer(UInt32.self, what) == 0x0706_4b50 else { return nil }
        _ = try locator.integer(UInt32.self, what)
        let start = try locator.integer(UInt64.self, what)
        guard start <= end - Self.locatorSize else {
            throw file.fault(at: end - Self.locatorSize, "\(what) should be at byte \(start), behind its end")
        }
        var reader = ByteReader(file, in: Int(start)..<end - Self.locatorSize)
        guard try reader.integer(UInt32.self, what) == 0x0606_4b50 else {
            throw file.fault(at: Int(start), "\(what) should begin here")
        }
        _ = try reader.take(8 + 2 + 2 + 4 + 4 + 8, what)
        let count = try reader.integer(UInt64.self, what)
        let size = try reader.integer(UInt64.self, what)
        let offset = try reader.integer(UInt64.self, what)
        return (count, size, offset, Int(start))
    }

    // MARK: - What it lists

    private func member(_ reader: inout ByteReader) throws -> Zip.Member {
        let start = reader.position
        let what = "an entry of the directory"
        guard try reader.integer(UInt32.self, what) == 0x0201_4b50 else {
            throw file.fault(at: start, "\(what) should begin here")
        }
        _ = try reader.take(4, what)  // The versions that made it and that it needs.
        let flags = try reader.integer(UInt16.self, what)
        let methodCode = try reader.integer(UInt16.self, what)
        _ = try reader.take(4, what)  // Time and date.
        let checksum = try reader.integer(UInt32.self, what)
        var storedSize = UInt64(try reader.integer(UInt32.self, what))
        var size = UInt64(try reader.integer(UInt32.self, what))
        let nameLength = Int(try reader.integer(UInt16.self, what))
        let extraLength = Int(try reader.integer(UInt16.self, what))
        let commentLength = Int(try reader.integer(UInt16.self, what))
        _ = try reader.take(2 + 2 + 4, what)  // Disk and attributes.
        var header = UInt64(try reader.integer(UInt32.self, what))
        let name = try reader.text(nameLength, what)
        let extra = try reader.take(extraLength, what)
        try Zip64.read(ByteReader(file, in: extra), into: &size, &storedSize, &header)
        _ = try reader.take(commentLength, what)

        let shown = name.printable
        guard flags & 1 == 0 else { throw file.refusal(at: start, "\(shown) is encrypted") }
        guard let method = Zip.Member.Method(rawValue: methodCode) else {
            throw file.refusal(
                at: start, "\(shown) is packed by method \(methodCode); only stored and deflated are read")
        }
        guard size <= Zip.largestMember else {
            throw file.refusal(
                at: start,
                "\(shown) says that it has \(size) bytes, and at most \(Zip.largestMember) are read"
            )
        }
        guard header <= reader.position, storedSize <= UInt64(file.bytes.count) - header else {
            throw file.fault(at: start, "\(shown) should be \(storedSize) bytes at \(header), behind the end")
        }
        return Zip.Member(
            name: name, method: method, checksum: checksum, storedSize: Int(storedSize), size: Int(size),
            header: Int(header))
    }
}

/// The extra field with the sizes that don't fit 32 bits; numpy writes it in front of every member.
enum Zip64 {
    private static let tag: UInt16 = 1

    /// Replaces those numbers that are all ones, in the order in which the field holds them.
    ///
    /// - Parameters:
    ///   - reader: The extra fields of one header.
    ///   - size: The size of the member, in bytes.
    ///   - storedSize: The number of bytes that it takes in the archive.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)`` where a number is announced, but missing.
    static func read(_ reader: ByteReader, into size: inout UInt64, _ storedSize: inout UInt64) throws {
        var header: UInt64 = 0
        try read(reader, into: &size, &storedSize, &header)
    }

    /// Replaces those numbers that are all ones, as in the directory, which also has the header's place.
    ///
    /// - Parameters:
    ///   - reader: The extra fields of one entry.
    ///   - size: The size of the member, in bytes.
    ///   - storedSize: The number of bytes that it takes in the archive.
    ///   - header: The place of the member's header.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)`` where a number is announced, but missing.
    static func read(
        _ reader: ByteReader, into size: inout UInt64, _ storedSize: inout UInt64, _ header: inout UInt64
    ) throws {
        var reader = reader
        let unknown: UInt64 = 0xffff_ffff
        while reader.remaining >= 4 {
            let tag = try reader.integer(UInt16.self, "an extra field")
            let length = Int(try reader.integer(UInt16.self, "an extra field"))
            let field = try reader.take(length, "an extra field")
            guard tag == Self.tag else { continue }
            var numbers = ByteReader(reader.file, in: field)
            if size == unknown { size = try numbers.integer(UInt64.self, "the ZIP64 size") }
            if storedSize == unknown {
                storedSize = try numbers.integer(UInt64.self, "the ZIP64 packed size")
            }
            if header == unknown { header = try numbers.integer(UInt64.self, "the ZIP64 place") }
            return
        }
    }
}

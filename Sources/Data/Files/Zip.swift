/// A zip archive, as numpy's `.npz` files are (PKWARE's APPNOTE 6.3, without encryption or several disks).
///
/// If the directory at the end and the header before a member disagree, the archive is refused: a file that
/// reads differently from its two ends was made to deceive.
struct Zip {
    /// Members that inflate to more are refused.
    static let largestMember = 1 << 28

    /// A file within the archive.
    struct Member: Equatable {
        enum Method: UInt16 {
            case stored = 0
            case deflated = 8
        }

        var name: String
        var method: Method
        var checksum: UInt32
        /// The number of bytes that it takes in the archive.
        var storedSize: Int
        /// The number of its bytes once it is inflated.
        var size: Int
        /// The place of its own header in the archive.
        var header: Int
    }

    let file: FileBytes
    /// The members that the directory lists, in its order.
    let members: [Member]

    /// Reads the directory.
    ///
    /// - Parameter file: The whole archive.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    init(_ file: FileBytes) throws {
        self.file = file
        members = try ZipDirectory(file).members()
    }

    /// Reads the archive at a path.
    init(reading path: String) throws {
        try self.init(FileBytes(reading: path))
    }

    /// The bytes of a member, whose checksum has been compared.
    ///
    /// - Parameter name: As the directory has it.
    /// - Returns: The member's own bytes, inflated if need be.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    func contents(of name: String) throws -> FileBytes {
        guard let member = members.first(where: { $0.name == name }) else {
            let names = members.prefix(8).map(\.name.printable).joined(separator: ", ")
            throw DatasetError.unsuitable(
                path: file.path, problem: "the archive has no member \(name), only: \(names)")
        }
        let stored = try place(of: member)
        let bytes = try bytes(of: member, at: stored)
        let checksum = Inflate.crc32(bytes)
        guard checksum == member.checksum else {
            throw file.fault(
                at: stored.lowerBound,
                "\(name) has the checksum \(checksum.hex), but the directory says \(member.checksum.hex)")
        }
        return FileBytes(path: file.path, member: name, bytes: bytes)
    }

    /// Checks a member's own header, and finds the bytes behind it.
    private func place(of member: Member) throws -> Range<Int> {
        var reader = ByteReader(file, in: member.header..<file.bytes.count)
        let what = "the header of \(member.name.printable)"
        guard try reader.integer(UInt32.self, what) == 0x0403_4b50 else {
            throw file.fault(at: member.header, "\(what) should begin here")
        }
        _ = try reader.integer(UInt16.self, what)
        let flags = try reader.integer(UInt16.self, what)
        let method = try reader.integer(UInt16.self, what)
        _ = try reader.take(4, what)  // Time and date.
        _ = try reader.take(4, what)  // The checksum, zero where it is only known afterwards.
        var storedSize = UInt64(try reader.integer(UInt32.self, what))
        var size = UInt64(try reader.integer(UInt32.self, what))
        let nameLength = Int(try reader.integer(UInt16.self, what))
        let extraLength = Int(try reader.integer(UInt16.self, what))
        let name = try reader.text(nameLength, what)
        guard name == member.name, method == member.method.rawValue else {
            throw file.fault(at: member.header, "\(what) is another than in the directory")
        }
        let extra = try reader.take(extraLength, what)
        try Zip64.read(ByteReader(file, in: extra), into: &size, &storedSize)
        // With flag 3 the sizes follow the member, and are zero here.
        let follow = flags & 8 != 0 && size == 0 && storedSize == 0
        guard follow || (size == UInt64(member.size) && storedSize == UInt64(member.storedSize)) else {
            throw file.fault(at: member.header, "\(what) gives other sizes than the directory")
        }
        return try reader.take(member.storedSize, member.name.printable)
    }

    private func bytes(of member: Member, at stored: Range<Int>) throws -> [UInt8] {
        let name = member.name.printable
        switch member.method {
        case .stored:
            guard member.size == member.storedSize else {
                throw file.fault(
                    at: member.header,
                    "\(name) is stored as it is, but has \(member.storedSize) bytes, not \(member.size)")
            }
            return Array(file.bytes[stored])
        case .deflated:
            do {
                let (output, used) = try Inflate.inflate(file.bytes[stored], size: member.size)
                guard output.count == member.size, used == stored.count else {
                    throw file.fault(
                        at: stored.lowerBound + used,
                        "\(name) inflates to \(output.count) bytes, not \(member.size)")
                }
                return output
            } catch let failure as Inflate.Failure {
                throw fault(failure, of: member, at: stored)
            }
        }
    }

    private func fault(_ failure: Inflate.Failure, of member: Member, at stored: Range<Int>) -> DatasetError {
        let name = member.name.printable
        return switch failure {
        case .corrupt(let used): file.fault(at: stored.lowerBound + used, "\(name) can't be inflated")
        case .truncated: file.fault(at: stored.upperBound, "\(name) ends in the middle")
        case .tooLong:
            file.fault(at: stored.lowerBound, "\(name) inflates to more than its \(member.size) bytes")
        case .noMemory: file.fault(at: stored.lowerBound, "there is no memory to inflate \(name)")
        }
    }
}

extension UInt32 {
    /// Eight hexadecimal digits.
    fileprivate var hex: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

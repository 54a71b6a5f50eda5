import Testing

@testable import Datasets

@Suite struct `A zip archive` {
    private let text = Array(String(repeating: "so we beat on, boats against the current. ", count: 50).utf8)

    private func archive(_ members: ZipWriter.Member...) -> ZipWriter {
        var writer = ZipWriter()
        writer.members = members
        return writer
    }

    private func open(_ writer: ZipWriter, _ name: String = "a") throws -> [UInt8] {
        try Zip(FileBytes(writer.bytes)).contents(of: name).bytes
    }

    @Test(arguments: [false, true], [false, true])
    func `gives back what was put in, stored or deflated, with and without ZIP64 fields`(
        isDeflated: Bool, isLarge: Bool
    ) throws {
        var writer = archive(
            .init(name: "a", bytes: text, isDeflated: isDeflated, isLarge: isLarge),
            .init(name: "b/c", bytes: [], isDeflated: isDeflated, isLarge: isLarge))
        writer.isLarge = isLarge
        #expect(try open(writer, "a") == text)
        #expect(try open(writer, "b/c") == [])
        #expect(try Zip(FileBytes(writer.bytes)).members.map(\.name) == ["a", "b/c"])
    }

    @Test func `may have a comment, even one that looks like its end record`() throws {
        var writer = archive(.init(name: "a", bytes: text))
        writer.comment = [0x50, 0x4b, 5, 6] + [UInt8](repeating: 0xff, count: 40)
        #expect(try open(writer) == text)
    }

    @Test(arguments: [1, 3, 22, 60_000]) func `may have bytes behind its end, as in Python`(count: Int) throws
    {
        let writer = archive(.init(name: "a", bytes: text))
        for byte in [0, 0x50] as [UInt8] {
            let bytes = writer.bytes + [UInt8](repeating: byte, count: count)
            #expect(try Zip(FileBytes(bytes)).contents(of: "a").bytes == text)
        }
    }

    @Test(
        arguments: [
            (
                [0x93] + Array("NUMPY\u{1}\0v\0{'descr'".utf8),
                "it is a single array (.npy), where an archive (.npz)"
            ),
            (Array("\n <!DOCTYPE html><html><body>404 Not Found".utf8), "it is a web page"),
            ([0xef, 0xbb, 0xbf] + Array("<html lang=\"en\"><head>not found".utf8), "it is a web page"),
            (
                Array("version https://git-lfs.github.com/spec/v1\noid sha256:4d7".utf8),
                "it only stands for a file of Git LFS"
            ),
            (
                [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xb5, 0xd2, 0x57, 0x50, 0x70, 1, 2, 3, 4, 5, 6, 7, 8],
                "it is packed by gzip"
            ),
            ([0x89] + Array("HDF\r\n\u{1a}\nand some more to follow".utf8), "it is an HDF5 file"),
            ([0x80, 4, 0x95] + [UInt8](repeating: 0, count: 30), "it is a pickle"),
            (Array("1.0,2.0,3.0\n4.0,5.0,6.0\nünd so weiter".utf8), "it is a text"),
            ([UInt8](repeating: 0, count: 100), "it is no zip archive"),
            (Array(1...40), "it is no zip archive"),
        ] as [([UInt8], String)])
    func `is told from files of other kinds, which are not called damaged`(bytes: [UInt8], words: String) {
        let error = #expect(throws: DatasetError.self) { try Zip(FileBytes(bytes)) }
        let message = error?.description ?? ""
        #expect(message.contains(words) && !message.contains("damaged"), "\(message)")
    }

    @Test func `that was cut off is called damaged`() {
        let bytes = archive(.init(name: "a", bytes: text)).bytes
        for part in [bytes.prefix(200), bytes.dropLast(1), bytes.prefix(0)] {
            #expect { try Zip(FileBytes(Array(part))) } throws: { "\($0)".contains("damaged") }
        }
    }

    @Test func `may tell the sizes of a member only behind it`() throws {
        #expect(try open(archive(.init(name: "a", bytes: text, isDeflated: true, sizesFollow: true))) == text)
    }

    @Test func `without the member that is asked for says which it has`() {
        #expect(
            complaint { try open(archive(.init(name: "b", bytes: text)), "x.npy") }
                == "the archive has no member x.npy, only: b")
    }

    @Test func `with a wrong checksum is refused`() {
        let found = complaint { try open(archive(.init(name: "a", bytes: text, checksum: 0xdead_beef))) }
        #expect(found.contains("but the directory says deadbeef"))
    }

    @Test func `with unknown packing, encryption or a name listed twice is refused`() {
        #expect(
            complaint { try open(archive(.init(name: "a", bytes: text, method: 12))) }
                .contains("packed by method 12"))
        #expect(
            complaint { try open(archive(.init(name: "a", bytes: text, flags: 1))) }.contains("encrypted"))
        #expect(
            complaint { try open(archive(.init(name: "a", bytes: text), .init(name: "a", bytes: []))) }
                .contains("listed twice"))
    }

    @Test func `whose directory and headers disagree is refused`() {
        #expect(
            complaint { try open(archive(.init(name: "a", bytes: text, localName: "b"))) }
                .contains("another than in the directory"))
        #expect(
            complaint { try open(archive(.init(name: "a", bytes: text, header: 3))) }
                .contains("should begin here"))
        #expect(
            complaint {
                var bytes = archive(.init(name: "a", bytes: text)).bytes
                bytes[22] ^= 1  // The size in the member's own header.
                return try Zip(FileBytes(bytes)).contents(of: "a")
            }.contains("other sizes than the directory"))
    }

    @Test(arguments: [1, 100, 1 << 20, 1 << 27, 1 << 40, UInt64.max])
    func `that lies about sizes is refused before room is made for them`(size: UInt64) {
        for isLarge in [false, true] where isLarge || size < 0xffff_ffff {
            for isDeflated in [false, true] {
                let grown = ZipWriter.Member(
                    name: "a", bytes: text, isDeflated: isDeflated, isLarge: isLarge, size: size)
                #expect(complaint { try open(archive(grown)) } != "")
                var far = grown
                far.size = nil
                far.storedSize = size
                #expect(complaint { try open(archive(far)) } != "")
                if isLarge {
                    far.storedSize = nil
                    far.header = size
                    #expect(complaint { try open(archive(far)) } != "")
                }
            }
        }
    }

    @Test func `that would inflate to far more than it says is stopped there`() {
        let zeros = [UInt8](repeating: 0, count: 1 << 22)
        let bomb = ZipWriter.Member(name: "a", bytes: zeros, isDeflated: true, size: 1000)
        #expect(complaint { try open(archive(bomb)) }.contains("inflates to more than its 1000 bytes"))
    }

    @Test(arguments: [0, 2, 70_000, UInt64.max]) func `that miscounts its members is refused`(count: UInt64) {
        var writer = archive(.init(name: "a", bytes: text))
        writer.isLarge = true
        writer.count = count
        #expect(complaint { try open(writer) } != "")
    }

    @Test(arguments: ["versions.npz", "lists-stored.npz", "lists-deflated.npz"])
    func `with any bit flipped is refused, or gives the same bytes as before`(name: String) throws {
        let good = try reference(name)
        let member = try #require(try Zip(good).members.first).name
        let contents = try Zip(good).contents(of: member).bytes
        // Every bit of headers and directory; of the data, whose checksum is compared, some.
        let ends = Array(0..<200) + Array((good.bytes.count - 400)..<good.bytes.count)
        for offset in ends + Array(stride(from: 200, to: good.bytes.count - 400, by: 61)) {
            for bit in 0..<8 {
                var bytes = good.bytes
                bytes[offset] ^= 1 << bit
                do {
                    #expect(try Zip(FileBytes(bytes)).contents(of: member).bytes == contents)
                } catch {
                    #expect(error is DatasetError)
                }
            }
        }
    }

    @Test func `with more members than an archive needs is refused`() {
        var writer = ZipWriter()
        writer.members = (0...0xffff).map { .init(name: "\($0)", bytes: []) }
        writer.isLarge = true
        #expect(complaint { try Zip(FileBytes(writer.bytes)) }.contains("more than 65535 members"))
    }

    @Test func `cut off anywhere is refused`() {
        let bytes = archive(.init(name: "a", bytes: text, isDeflated: true)).bytes
        for length in 0..<bytes.count {
            #expect(complaint { try Zip(FileBytes(Array(bytes.prefix(length)))).contents(of: "a") } != "")
        }
    }

    @Test func `shows no control characters of a member's name in its complaints`() {
        let writer = archive(.init(name: "\u{1b}[31m", bytes: text, method: 99))
        #expect(complaint { try open(writer) }.contains("\\u{1b}[31m is packed"))
    }
}

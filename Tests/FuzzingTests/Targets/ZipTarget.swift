@testable import Datasets

extension FuzzTarget {
    /// Archives: the directory, each member's header, inflating, checksums.
    static let zip = FuzzTarget(
        "zip", executions: 12_000,
        words: [
            [0x50, 0x4B, 1, 2], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 6, 6],
            [0x50, 0x4B, 6, 7],
            [0x50, 0x4B, 7, 8], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF], [1, 0, 16, 0], [8, 0], [0, 0, 0, 0],
            Array("x.npy".utf8),
        ],
        seeds: { [archive(["x.npy": Array("abc".utf8), "y.npy": []]), archive([:])] },
        run: { bytes in
            guard let zip = try? Zip(FileBytes(path: "fuzz.zip", bytes: bytes)) else { return false }
            var wasRead = zip.members.isEmpty
            for member in zip.members.prefix(8) {
                guard let contents = try? zip.contents(of: member.name) else { continue }
                wasRead = true
                try check(
                    contents.bytes.count == member.size,
                    "\(member.name) has \(contents.bytes.count) bytes, and the directory says \(member.size)")
                try check(
                    Inflate.crc32(contents.bytes) == member.checksum,
                    "\(member.name) came out with another checksum than the directory's")
            }
            return wasRead
        })

    /// An archive whose members are stored as they are, in the order of their names.
    static func archive(_ members: [String: [UInt8]]) -> [UInt8] {
        func little(_ number: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, content) in members.sorted(by: { $0.key < $1.key }) {
            let sizes = little(content.count, 4)
            let common: [UInt8] =
                [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + little(Int(Inflate.crc32(content)), 4) + sizes + sizes
                + little(name.utf8.count, 2) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
            directory += little(archive.count, 4) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
        }
        let count = little(members.count, 2)
        return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + little(directory.count, 4) + little(archive.count, 4) + [0, 0]
    }
}

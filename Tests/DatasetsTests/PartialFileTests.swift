import Foundation
import Testing

@testable import Datasets

@Suite struct `A file in the making` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var place: FilePlace { get throws { try FilePlace(folder.path + "/numbers.bin") } }

    @Test func `has no name where the file system can do without`() throws {
        let part = try PartialFile(for: place)
        #expect(try folder.contents == [])
        try part.keep()
        #expect(try folder.contents == ["numbers.bin"])
    }

    @Test(arguments: [true, false]) func `takes its name from an older file`(mayBeUnnamed: Bool) throws {
        try folder.write([1, 2, 3], to: "numbers.bin")
        let part = try PartialFile(for: place, mayBeUnnamed: mayBeUnnamed)
        let count = write(part.descriptor, [7], 1)
        #expect(count == 1)
        try part.keep()
        #expect(try folder.contents == ["numbers.bin"])
        #expect(try FileBytes(reading: place.name).bytes == [7])
    }

    @Test(arguments: [true, false]) func `leaves nothing when it is given up`(mayBeUnnamed: Bool) throws {
        do { _ = try PartialFile(for: place, mayBeUnnamed: mayBeUnnamed) }
        #expect(try folder.contents == [])
    }

    @Test func `takes away what was left a day ago, and nothing younger or of another name`() throws {
        let names = [".nnboard-a.part", ".nnboard-b.part", ".nnboard-a.before", "other.part"]
        for name in names { try folder.write([], to: name) }
        for name in names where name != ".nnboard-b.part" {
            try FileManager.default.setAttributes(
                [.modificationDate: Date.now - 90_000], ofItemAtPath: folder.path + "/" + name)
        }
        do { _ = try PartialFile(for: place, mayBeUnnamed: false) }
        #expect(try folder.contents == [".nnboard-a.before", ".nnboard-b.part", "other.part"])
    }
}

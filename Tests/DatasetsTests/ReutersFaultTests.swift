import Foundation
import Testing

@testable import Datasets

private let files = ["reuters.npz", "reuters_word_index.json"]

@Suite struct `Reuters, from faulty files,` {
    private func load(
        _ archive: [UInt8], words: String = "{\"the\": 1}", as reference: Term = Term("reuters")
    ) throws -> Dataset {
        let folder = try TemporaryFolder()
        try folder.write(archive, to: files[0])
        try folder.write(Array(words.utf8), to: files[1])
        return try Catalog.load(reference, from: DataLocations(option: folder.path, environment: [:]))
    }

    /// Four short texts, and the labels given.
    private func archive(labels: [Int64], greatestRank: Int32 = 70_000) throws -> [UInt8] {
        var texts = try Zip(reference("lists-stored.npz")).contents(of: "x.npy").bytes
        let place = try #require(texts.firstRange(of: ZipWriter.little(Int32(70_000))))
        texts.replaceSubrange(place, with: ZipWriter.little(greatestRank))
        return ZipWriter(
            .init(name: "x.npy", bytes: texts),
            .init(name: "y.npy", bytes: Bytes.npy(labels))
        ).bytes
    }

    @Test func `is read where they are right`() throws {
        let dataset = try load(archive(labels: [0, 45, 3, 3]))
        #expect(dataset.train.count == 3)
        #expect(dataset.test.count == 1)
        #expect((dataset.train.labels + dataset.test.labels).sorted() == [0, 3, 3, 45])
    }

    @Test func `refuses labels that are no topics, or too few of them`() throws {
        #expect(
            complaint { try load(archive(labels: [0, 46, 3, 3])) }
                == "y, number 1: 46 is no topic, since they run from 0 to 45")
        #expect(complaint { try load(archive(labels: [0, -1, 3, 3])) }.contains("-1 is no topic"))
        #expect(
            complaint { try load(archive(labels: [0, .max, 3, 3])) }
                == "y, number 1: 9223372036854775807 is too large")
        #expect(
            complaint { try load(archive(labels: [0])) }
                == "x has shape (4,), y (1,): 4 texts need y of shape (4,) or (4, 1)")
    }

    @Test(arguments: [Int32.max, Int32.max - 1, 1_000_001])
    func `refuses the ranks of more words than fit a network`(rank: Int32) throws {
        let all = try Term(parsing: "reuters(num_words=none)")
        let archive = try archive(labels: [0, 1, 2, 3], greatestRank: rank)
        #expect(
            complaint { try load(archive, as: all) }
                == "x: a word has the rank \(rank), and at most 1000000 is read")
    }

    @Test(arguments: [Int32.min, -1, 0, 1_000_000])
    func `takes any other rank, and leaves out what is no word`(rank: Int32) throws {
        let archive = try archive(labels: [0, 1, 2, 3], greatestRank: rank)
        for reference in ["reuters", "reuters(num_words=none)", "reuters(oov_char=none, index_from=1000000)"]
        {
            let dataset = try load(archive, as: Term(parsing: reference))
            let texts = try #require(dataset.train.texts)
            #expect(texts.tokens.allSatisfy { $0 >= 0 && $0 < dataset.train.inputs.columns })
        }
    }

    @Test func `refuses numbers in place of texts, and an archive without them`() throws {
        let numbers = Bytes.npy([3])
        let swapped = ZipWriter(
            .init(name: "x.npy", bytes: numbers), .init(name: "y.npy", bytes: numbers)
        ).bytes
        #expect(
            complaint { try load(swapped) }
                == "x is int64, shape (1,), where texts are needed: lists of whole numbers, or a table of them "
                + "with one row for each text")
        #expect(
            complaint { try load(ZipWriter(.init(name: "z.npy", bytes: numbers)).bytes) }
                .contains("has no member x.npy, only: z.npy"))
    }

    @Test func `names the file, the place and the fault, and what to do`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("no archive at all, but long enough".utf8), to: files[0])
        try folder.write(Array("{}".utf8), to: files[1])
        let error = #expect(throws: DatasetError.self) {
            try Catalog.load(Term("reuters"), from: DataLocations(option: folder.path, environment: [:]))
        }
        #expect(
            error?.description
                == "\(path) can't be used: it is a text, where an archive (.npz) is needed. Correct it, or name "
                + "another folder with --data.")
    }

    @Test func `says where a missing file was looked for, and how to get it`() throws {
        let folder = try TemporaryFolder()
        let locations = DataLocations(option: folder.path, environment: ["HOME": folder.path])
        let error = #expect(throws: DatasetError.self) { try Catalog.load(Term("reuters"), from: locations) }
        #expect(
            error?.description
                == "reuters.npz was not found in \(folder.path), \(folder.path)/.local/share/nnboard, "
                + "\(folder.path)/.keras/datasets. Run “nnboard data fetch reuters” to download it, name its "
                + "folder with --data, or take the built-in sample with --sample.")
    }

    @Test func `refuses a file of more bytes than any data set has, without reading it`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([], to: files[0])
        #expect(truncate(path, 1 << 40) == 0)
        try folder.write([], to: files[1])
        let locations = DataLocations(option: folder.path, environment: [:])
        let error = #expect(throws: DatasetError.self) { try Catalog.load(Term("reuters"), from: locations) }
        #expect(error?.description.contains("it has 1099511627776 bytes, and at most") == true)
    }

    @Test func `says that a folder or a pipe in a file's place can't be read`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/reuters.npz", withIntermediateDirectories: true)
        try folder.write([], to: files[1])
        let locations = DataLocations(option: folder.path, environment: [:])
        let error = #expect(throws: DatasetError.self) { try Catalog.load(Term("reuters"), from: locations) }
        #expect(error?.description.contains("it is a folder") == true)
        try FileManager.default.removeItem(atPath: folder.path + "/reuters.npz")
        #expect(mkfifo(folder.path + "/reuters.npz", 0o600) == 0)
        #expect(throws: DatasetError.self) { try Catalog.load(Term("reuters"), from: locations) }
    }

    @Test(
        .enabled(if: RealFiles.has("reuters.npz", "reuters-protocol4.npz"), "\(RealFiles.reason)"),
        arguments: ["reuters.npz", "reuters-protocol4.npz"])
    func `refuses the real one cut off after every 64th part`(name: String) throws {
        let real = try FileBytes(reading: RealFiles.path(name))
        for part in 0..<64 {
            let cut = FileBytes(Array(real.bytes.prefix(real.bytes.count * part / 64)))
            #expect(complaint { try NpyArray("x", of: Zip(cut)) } != "")
        }
    }

    @Test(
        .enabled(if: RealFiles.has("reuters.npz", "reuters-protocol4.npz"), "\(RealFiles.reason)"),
        arguments: ["reuters.npz", "reuters-protocol4.npz"])
    func `refuses the real one with a bit flipped in its data`(name: String) throws {
        let real = try FileBytes(reading: RealFiles.path(name))
        let members = try Zip(real).members
        let size = try #require(members.first { $0.name == "x.npy" }).storedSize
        for part in 1..<32 {
            var bytes = real.bytes
            bytes[size * part / 32] ^= 1 << UInt8(part % 8)
            #expect(complaint { try Zip(FileBytes(bytes)).contents(of: "x.npy") } != "")
        }
    }
}

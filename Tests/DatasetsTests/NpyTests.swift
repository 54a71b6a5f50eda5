import Testing

@testable import Datasets

@Suite struct `An .npy file` {
    private func array(_ archive: String, _ name: String) throws -> NpyArray {
        try NpyArray(name, of: Zip(reference(archive)))
    }

    /// A made-up file with that header.
    private func file(_ header: String, version: UInt8 = 1, numbers: [UInt8] = []) -> FileBytes {
        let text = Array(header.utf8)
        let length =
            version == 1 ? ZipWriter.little(UInt16(text.count)) : ZipWriter.little(UInt32(text.count))
        return FileBytes([0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + numbers)
    }

    @Test func `gives numbers of each type with their shape`() throws {
        let floats: [Float] = [0.5, -1.25, 3, 1e-3, 7, 0]
        for (name, expected, shape) in [
            ("int64", [0, -1, 3, 0, 7, 0], [2, 3]), ("int32", [0, -1, 3, 0, 7, 0], [2, 3]),
            ("uint8", [0, 128, 255], [3]), ("float32", floats, [2, 3]), ("float64", floats, [2, 3]),
            ("fortran", floats, [2, 3]), ("big", floats, [2, 3]), ("scalar", [2.5], []),
            ("empty", [], [0, 5]),
        ] as [(String, [Float], [Int])] {
            let array = try array("numbers.npz", name)
            #expect(try array.floats() == expected, "\(name)")
            #expect(array.shape == shape, "\(name)")
        }
        #expect(try array("numbers.npz", "int64").integers() == [0, -1, 3, 0, 7, 0])
        #expect(try array("numbers.npz", "int64").type.name == "int64")
    }

    @Test(arguments: 1...3) func `is read in each version of the format`(version: Int) throws {
        #expect(try array("versions.npz", "version\(version)").floats() == [0.5, -1.25, 3, 1e-3, 7, 0])
    }

    @Test(arguments: ["protocol2", "protocol3", "protocol4", "stored", "deflated"])
    func `of lists is read from what numpy writes`(kind: String) throws {
        let lists = try array("lists-\(kind).npz", "x").texts()
        #expect(lists.count == 4)
        #expect(Array(lists[0]) == [1, 2, 300, 70_000, -5])
        #expect(lists[1].isEmpty)
        #expect(Array(lists[2]) == Array(0..<2500))
        #expect(Array(lists[3]) == [7])
        #expect(try array("lists-\(kind).npz", "y").integers() == [3, 4, 3, 45])
    }

    @Test func `that is not read says why`() {
        #expect(
            complaint { try array("numbers.npz", "text").floats() }
                == "text is str (<U2), shape (2,), where integers, floats or booleans are needed")
    }

    @Test(arguments: [
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (2L, 1L, ), }", [2, 1]),
        ("{'shape': (2L,), 'fortran_order': True, 'descr': u'=f4'}", [2]),
        ("{\"descr\": \"f4\",\t\"fortran_order\": False,\r\n\"shape\": (1, 2)}\n", [1, 2]),
    ])
    func `may have a header as Python 2 and others write it`(header: String, shape: [Int]) throws {
        let array = try NpyArray(file(header, numbers: [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]))
        #expect(array.shape == shape)
        #expect(try array.floats() == [1, -2])
    }

    @Test(arguments: [
        ("", "“{” should stand here"),
        ("{", "should stand here"),
        ("{'descr'", "“:” should stand"),
        ("{'descr': '<f4", "a closing quotation mark"),
        ("{'descr': '<f4', 'fortran_order': Maybe, 'shape': ()}", "“Maybe” should be True or False"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "in the shape should be a number"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "should be a number"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}", "is absurd"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296,)}", "4294967296 numbers of 4 bytes"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}", "should follow, but 4 bytes do"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 1}", "unknown key “x”"),
        ("{'descr': '<f4', 'shape': (1,)}", "lacks descr, fortran_order or shape"),
        ("{'descr': [('a', '<f4'], 'fortran_order': False, 'shape': (1,)}", "ends within a list"),
        ("{'descr': [('a', '<f4'", "the header ends within a list"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} import os", "something follows"),
    ])
    func `with a faulty header names the fault`(header: String, fault: String) {
        let found = complaint { try NpyArray(file(header, numbers: [0, 0, 0, 0])) }
        #expect(found.contains(fault), "\(found)")
    }

    @Test func `with a long tuple, an absurd length or another version is refused`() {
        let shape = String(repeating: "1,", count: 100)
        #expect(
            complaint { try NpyArray(file("{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape))}")) }
                .contains("more than 32 axes"))
        let absurd = FileBytes([0x93] + Array("NUMPY".utf8) + [2, 0, 0xff, 0xff, 0xff, 0xff])
        #expect(complaint { try NpyArray(absurd) }.contains("too long"))
        #expect(complaint { try NpyArray(file("{}", version: 9)) }.contains("version 9"))
        #expect(complaint { try NpyArray(FileBytes(Array("hello there".utf8))) }.contains("no .npy file"))
    }

    @Test func `with any bit of it flipped is read or refused, and no more`() throws {
        let good = try Zip(reference("lists-stored.npz")).contents(of: "x.npy").bytes
        let offsets = Array(0..<400) + Array(stride(from: 400, to: good.count, by: 97))
        for offset in offsets {
            for bit in 0..<8 {
                var bytes = good
                bytes[offset] ^= 1 << bit
                #expect(!complaint { try NpyArray(FileBytes(bytes)) }.hasPrefix("not a DatasetError"))
            }
        }
    }

    @Test func `cut off anywhere is refused`() throws {
        let good = try Zip(reference("lists-stored.npz")).contents(of: "x.npy").bytes
        for length in stride(from: 0, to: good.count, by: max(1, good.count / 512)) {
            #expect(complaint { try NpyArray(FileBytes(Array(good.prefix(length)))) } != "")
        }
    }
}

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

    /// The names and letters that `numpy.dtype` takes, with the name of the type that it makes of each.
    @Test(arguments: [
        ("? |b1 >b1 bool bool_", "bool"), ("b i1 int8 byte", "int8"), ("B u1 uint8 ubyte", "uint8"),
        ("h <h >h =i2 int16 short", "int16"), ("H uint16 ushort", "uint16"),
        ("i >i |i4 int32 intc", "int32"), ("I uint32 uintc", "uint32"),
        ("l q p >l int64 int int_ intp long longlong", "int64"),
        ("L Q P uint64 uint uintp ulong ulonglong", "uint64"), ("e f2 float16 half", "float16"),
        ("f <f float32 single", "float32"), ("d <d >d =d float64 float double float_", "float64"),
        ("g >g f16 float128 longdouble", "float128"), ("F complex64 csingle", "complex64"),
        ("D >D complex128 complex cdouble", "complex128"), ("O |O object object_", "object"),
    ])
    func `may name its type in any of numpy's ways`(texts: String, name: String) {
        for text in texts.split(separator: " ").map(String.init) {
            let type = NpyType(text)
            #expect(type.name == name, "\(text)")
            #expect(type.isBigEndian == text.hasPrefix(">"), "\(text)")
            #expect(type.isNumber == !(name.hasPrefix("complex") || name == "object"), "\(text)")
        }
    }

    @Test(arguments: ["<float64", "f3", "float24", "u", "b2", "double64", "", "<", "Float64", "x"])
    func `of a type that numpy has no name for is refused`(type: String) {
        let found = complaint { try NpyArray(FileBytes(Bytes.npy(type, "(1,)", [0, 0, 0, 0]))).floats() }
        #expect(found.contains("is “\(type)”, shape (1,), where"), "\(found)")
    }

    @Test(
        arguments: [
            ("(0x2, 1)", [2, 1]), ("(0b10, 0o1)", [2, 1]), ("((2), (1))", [2, 1]), ("((2, 1))", [2, 1]),
            ("((2),)", [2]), ("(+2,)", [2]), ("(00_2, 1_0) # c", nil), ("(2, # {'\n1 # )\n)", [2, 1]),
            ("(0X0_2,)", [2]), ("(1__0,)", nil), ("(2_,)", nil), ("(_2,)", nil), ("(0x,)", nil), ("(2)", nil),
            ("2", nil), ("((2,),)", nil), ("(2,,)", nil), ("(,)", nil), ("(2.0,)", nil), ("(-2,)", nil),
            (String(repeating: "(", count: 5000), nil), ("(" + String(repeating: "(2)", count: 2) + ")", nil),
        ] as [(String, [Int]?)])
    func `may write its shape as Python reads it`(text: String, shape: [Int]?) throws {
        let numbers: [UInt8] = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]
        let bytes = file(
            "{'fortran_order': (False), 'shape': \(text), 'descr': '<f4'} # }", numbers: numbers)
        guard let shape else {
            let error = #expect(throws: DatasetError.self) { try NpyArray(bytes) }
            #expect(error?.description.contains("damaged") == false)
            return
        }
        #expect(try NpyArray(bytes).shape == shape)
        #expect(try NpyArray(bytes).floats() == [1, -2])
    }

    @Test func `may stand in an archive without .npy in its name, as in numpy`() throws {
        let archive = try Zip(FileBytes(ZipWriter(.init(name: "x", bytes: Bytes.npy([3]))).bytes))
        #expect(try NpyArray("x", of: archive).integers() == [3])
        #expect(complaint { try NpyArray("y", of: archive) } == "the archive has no member y.npy, only: x")
    }

    @Test func `with another shape than a tuple is told so`() {
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': [1, 2]}"
        #expect(complaint { try NpyArray(file(header)) }.contains("the shape should be a tuple of numbers"))
    }

    @Test func `may have more bytes than its numbers take, as in numpy`() throws {
        let bytes = Bytes.npy("<f4", "(1,)", [0, 0, 0x80, 0x3f, 1, 2, 3])
        #expect(try NpyArray(FileBytes(bytes)).floats() == [1])
        let lists = try Zip(reference("lists-stored.npz")).contents(of: "x.npy").bytes
        #expect(try NpyArray(FileBytes(lists + [1, 2, 3])).texts() == NpyArray(FileBytes(lists)).texts())
    }

    @Test(arguments: [
        "", "{'descr': '<f4'", "{'descr': '\\x3cf4'", "[1]",
        "{'descr': '<f4', 'fortran_order': 0, 'shape': ()}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': ()} 1", "{'x': ()}", "{}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
    ])
    func `whose header is not understood is not called damaged`(header: String) {
        let error = #expect(throws: DatasetError.self) { try NpyArray(file(header)) }
        #expect(error?.description.contains("damaged") == false, "\(error?.description ?? "")")
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
        #expect(complaint { try NpyArray(absurd) }.contains("should take 4294967295 bytes, but 0 are left"))
        let long = file(String(repeating: " ", count: 10_001))
        #expect(complaint { try NpyArray(long) }.contains("has 10001 bytes, which is too long"))
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

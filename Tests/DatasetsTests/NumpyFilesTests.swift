import Foundation
import References
import Testing

@testable import Datasets

/// Arrays that numpy has saved, and what `numpy.load` gives for them (`Reference/make_numpy_files.py`).
@Suite struct `Arrays as numpy writes them` {
    private let expected: JSON
    private let archives: [Zip]

    init() throws {
        expected = try JSONDecoder().decode(
            JSON.self, from: Data(contentsOf: Reference.own("numpy_files.json")))
        archives = try ["numpy2.npz", "numpy1.npz"].map { try Zip(reference($0)) }
    }

    @Test func `are numbers of every type, in either byte order, by rows or by columns`() throws {
        let cases = expected["numbers"]?.list ?? []
        #expect(cases.count > 80)
        for item in cases {
            let name = try #require(item["name"]?.text)
            let array = try NpyArray(name, of: archives[0])
            #expect(array.shape == item["shape"]?.integersInOrder, "\(name)")
            #expect(try array.floats() == item["floats"]?.floats, "\(name)")
            if let integers = item["integers"]?.list, !integers.isEmpty {
                #expect(try array.integers() == item["integers"]?.integers, "\(name)")
            }
        }
    }

    @Test func `are texts as lists, tuples, arrays, numpy's numbers and tables, in every protocol`() throws {
        var names: Set<String> = []
        for item in expected["texts"]?.list ?? [] {
            let texts = item["texts"]?.list.map(\.integers)
            for name in item["names"]?.list.compactMap(\.text) ?? [] {
                for archive in archives {
                    let lists = try NpyArray(name, of: archive).texts()
                    #expect((0..<lists.count).map { Array(lists[$0]) } == texts, "\(name)")
                }
                names.insert(name)
            }
        }
        #expect(names.count > 80)
    }

    @Test func `are refused by the type and shape that were found, and never called damaged`() throws {
        let cases = expected["refused"]?.list ?? []
        #expect(cases.count > 20)
        for item in cases {
            let name = try #require(item["name"]?.text)
            for read in [{ try $0.texts().count }, { try $0.floats().count }] as [(NpyArray) throws -> Int] {
                let error = #expect(throws: DatasetError.self, "\(name)") {
                    try read(NpyArray(name, of: archives[0]))
                }
                let message = error?.description ?? ""
                #expect(!message.contains("damaged") && message.contains("numpy2.npz"), "\(name): \(message)")
                // A list is no number, whatever is in it, and that is said first.
                for word in item["words"]?.list.compactMap(\.text) ?? [] {
                    #expect(message.contains(word), "\(name): \(message)")
                }
            }
        }
    }

    @Test func `of records are refused by their fields`() {
        let bytes = Bytes.npy("[('a', '<f4'), ('b', '<i4')]", "(1,)", [0, 0, 0, 0, 0, 0, 0, 0])
        let found = complaint { try NpyArray(FileBytes(path: "f", member: "x.npy", bytes: bytes)).floats() }
        #expect(found.contains("structured, [('a', '<f4'), ('b', '<i4')]"), "\(found)")
    }

    /// 1.5, -3, 0.1 as a 64-bit float has it, 0 and less than 2⁻¹⁹⁹, as the processors store them.
    @Test(
        arguments: [
            // Of 32-bit x86: 80 bits and 16 that mean nothing.
            (
                "f12",
                [
                    [0, 0, 0, 0, 0, 0, 0, 0xc0, 0xff, 0x3f, 9, 9],
                    [0, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0xc0, 0, 0],
                    [0, 0xd0, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xfb, 0x3f, 0, 0],
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7], [0, 0, 0, 0, 0, 0, 0, 0x80, 0x4f, 0x09, 0, 0],
                ]
            ),
            // Of x86-64: 80 bits and 48 that mean nothing.
            (
                "f16",
                [
                    [0, 0, 0, 0, 0, 0, 0, 0xc0, 0xff, 0x3f, 9, 9, 9, 9, 9, 9],
                    [0, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0xc0, 0, 0, 0, 0, 0, 0],
                    [0, 0xd0, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xfb, 0x3f, 0, 0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 0x59, 0x40],
                    [0, 0, 0, 0, 0, 0, 0, 0x80, 0x4f, 0x09, 0, 0, 0, 0, 0, 0],
                ]
            ),
            // Of 64-bit ARM: 128 bits.
            (
                "f16",
                [
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0xff, 0x3f],
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x00, 0xc0],
                    [0, 0, 0, 0, 0, 0, 0, 0xa0, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0xfb, 0x3f],
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x37, 0x3f],
                ]
            ),
        ] as [(String, [[UInt8]])])
    func `are long doubles of every processor`(type: String, numbers: [[UInt8]]) throws {
        for (order, numbers) in [("<", numbers), (">", numbers.map { $0.reversed() })] {
            let all = try NpyArray(FileBytes(Bytes.npy(order + type, "(5,)", numbers.flatMap(\.self))))
            #expect(try all.floats() == [1.5, -3, 0.1, 0, 0])
            let label = try NpyArray(FileBytes(Bytes.npy(order + type, "(1,)", numbers[1])))
            #expect(try label.integers() == [-3])
        }
    }

    @Test func `are no long doubles that can't be kept`() {
        func complaint(_ number: [UInt8]) -> String {
            DatasetsTests.complaint {
                try NpyArray(FileBytes(Bytes.npy("<f16", "(1,)", number + [0, 0, 0, 0, 0, 0]))).floats()
            }
        }
        let one: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0x80]
        #expect(
            complaint(one + [0x7f, 0x40]).contains("number 0: 3.402823669209385e+38 is beyond the range"))
        #expect(complaint(one + [0xfe, 0x7f]).contains("number 0: about 1e+4932 is beyond the range"))
        #expect(complaint(one + [0xfe, 0xff]).contains("number 0: about -1e+4932 is beyond the range"))
        #expect(
            complaint(one + [0xff, 0xff]).contains("number 0: -inf is no number that can be learnt from"))
        #expect(complaint([1] + one.dropFirst() + [0xff, 0xff]).contains("number 0: nan is no number"))
        #expect(
            DatasetsTests.complaint {
                try NpyArray(
                    FileBytes(Bytes.npy("<f16", "(1,)", one + [0xfe, 0x7f, 0, 0, 0, 0, 0, 0]))
                ).integers()
            }.contains("about 1e+4932 is too large"))
    }

    @Test func `need no memory for what only their headers claim`() {
        for shape in ["(1099511627776, 0)", "(0, 1099511627776)", "(4294967295,)", "(1099511627776,)"] {
            for type in ["<f8", "|O", "<c16"] {
                let file = FileBytes(Bytes.npy(type, shape, []))
                #expect(throws: DatasetError.self) { try NpyArray(file).texts() }
            }
        }
    }

    @Test func `hold no number that can't be kept, and the place of one is told`() throws {
        func complaint(_ numbers: [Double], _ shape: String) -> String {
            DatasetsTests.complaint {
                try NpyArray(FileBytes(path: "f", member: "x.npy", bytes: Bytes.npy(numbers, shape: shape)))
                    .floats()
            }
        }
        #expect(
            complaint([0, 0, 0, 1e300], "(2, 2)")
                == "x, row 1, column 1: 1e+300 is beyond the range of 32-bit floats (3.4e+38)")
        #expect(complaint([3.4028236e38], "(1,)").hasPrefix("x, number 0: 3.4028236e+38 is beyond"))
        #expect(
            complaint([0, -.infinity], "(2, 1)") == "x, row 1: -inf is no number that can be learnt from")
        #expect(complaint([-Double.nan], "()") == "x: nan is no number that can be learnt from")
        #expect(complaint([0, 0, 0, .nan], "(1, 2, 2)").hasPrefix("x[0, 1, 1]: nan is no number"))
        #expect(complaint([3.4028234e38, 1e-300, .leastNonzeroMagnitude], "(3,)") == "")
        #expect(
            DatasetsTests.complaint { try NpyArray(FileBytes(Bytes.npy([.max]))).integers() }
                == "made-up, number 0: 9223372036854775807 is too large")
        #expect(
            DatasetsTests.complaint {
                try NpyArray(FileBytes(Bytes.npy([1, 0.5], shape: "(2,)"))).integers()
            } == "made-up, number 1: 0.5 is no whole number")
    }
}

extension JSON {
    /// All whole numbers within, as sizes.
    fileprivate var integersInOrder: [Int] { numbers.map { Int($0) } }
}

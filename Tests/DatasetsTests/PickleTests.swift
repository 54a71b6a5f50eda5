import Testing

@testable import Datasets

@Suite struct `A pickle` {
    /// Opcodes by their names in Python's `pickletools`.
    private enum Op {
        static let mark = Array("(".utf8)
        static let list = Array("]".utf8)
        static let append = Array("a".utf8)
        static let appends = Array("e".utf8)
        static let reduce = Array("R".utf8)
        static let build = Array("b".utf8)
        static let stop = Array(".".utf8)
        static let none = Array("N".utf8)
        static let memoize: [UInt8] = [0x94]
        static func get(_ place: UInt8) -> [UInt8] { [0x68, place] }
        static func int(_ number: UInt8) -> [UInt8] { [0x4b, number] }
        static func text(_ text: String) -> [UInt8] { [0x8c, UInt8(text.utf8.count)] + Array(text.utf8) }
        static func global(_ module: String, _ name: String) -> [UInt8] {
            Array("c\(module)\n\(name)\n".utf8)
        }
    }

    /// numpy's frame around the list that an array consists of.
    private func array(
        _ content: [UInt8], count: Int = 1, elementType: String = "O8", order: String = "|",
        end: [UInt8] = Op.stop
    ) -> [UInt8] {
        let made =
            Op.global("numpy._core.multiarray", "_reconstruct") + Op.global("numpy", "ndarray") + Op.int(0)
            + [0x85] + Op.text("b") + [0x87] + Op.reduce
        let type =
            Op.global("numpy", "dtype") + Op.text(elementType) + [0x89, 0x88, 0x87] + Op.reduce + Op.mark
            + Op.int(3) + Op.text(order) + Op.none + [0x74] + Op.build
        return [0x80, 4] + made + Op.mark + Op.int(1) + [0x4d] + ZipWriter.little(UInt16(count)) + [0x85]
            + type + [0x89] + content
            + [0x74] + Op.build + end
    }

    /// A list of lists.
    private func rows(_ rows: [[UInt8]]) -> [UInt8] {
        Op.list + Op.mark
            + rows.flatMap { row in
                Op.list + Op.mark + row.flatMap(Op.int) + Op.appends
            } + Op.appends
    }

    private func read(_ bytes: [UInt8], count: Int = 1) throws -> IntegerLists {
        let content = try Pickle(ByteReader(FileBytes(bytes))).array(shape: [count])
        guard case .lists(let lists) = content else {
            throw DatasetError.unsuitable(path: "", problem: "consists of numbers")
        }
        return lists
    }

    @Test func `of numbers with a fraction is refused without a word of words`() {
        let float: [UInt8] = [UInt8(ascii: "G"), 0x3f, 0xf8, 0, 0, 0, 0, 0, 0]
        #expect { try read(array(Op.list + Op.mark + float + Op.appends)) } throws: {
            let text = "\($0)"
            return text.contains("1.5 is no whole number") && text.contains("astype(float)")
                && !text.contains("word")
        }
    }

    private func expectRefusal(
        _ bytes: [UInt8], count: Int = 1, because reason: String,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let found = complaint { try read(bytes, count: count) }
        #expect(found.contains(reason), "\(found)", sourceLocation: location)
    }

    @Test func `of lists of integers is read`() throws {
        let lists = try read(array(rows([[1, 2], [], [3]]), count: 3), count: 3)
        #expect((0..<lists.count).map { Array(lists[$0]) } == [[1, 2], [], [3]])
        #expect(try read(array(Op.list, count: 0), count: 0).count == 0)
    }

    @Test func `may append one by one, and give integers in each of Python's ways`() throws {
        let numbers: [UInt8] =
            Op.list + [0x4d, 0x10, 0x27] + Op.append + [0x4a, 0xff, 0xff, 0xff, 0xff] + Op.append
            + [0x8a, 2, 0x00, 0x80] + Op.append + [0x8a, 0] + Op.append
        let lists = try read(array(Op.list + numbers + Op.append))
        #expect(Array(lists[0]) == [10_000, -1, -32_768, 0])
    }

    @Test func `describes a type once`() {
        let bytes = array(rows([[1]]))
        let state = Op.mark + Op.int(3) + Op.text("|") + Op.none + [0x74] + Op.build
        let place = bytes.firstRange(of: state)?.upperBound ?? 0
        expectRefusal(
            Array(bytes[..<place]) + state + Array(bytes[place...]), because: "a type is described twice")
    }

    @Test func `may name one list in two places`() throws {
        let shared =
            Op.list + Op.mark + Op.list + Op.memoize + Op.mark + Op.int(5) + Op.appends + Op.get(0)
            + Op.appends
        let lists = try read(array(shared, count: 2), count: 2)
        #expect((0..<lists.count).map { Array(lists[$0]) } == [[5], [5]])
    }

    @Test(arguments: [
        ("os", "system"), ("posix", "system"), ("builtins", "eval"), ("numpy", "load"),
        ("subprocess", "Popen"),
        ("numpy.core.multiarray", "_vec_string"), ("", ""), ("\u{1b}]0;x\u{7}", "y"),
    ])
    func `that asks for any other function is refused, by its name`(module: String, name: String) {
        let asked = "it asks for “\((module + "." + name).printable)”, which nnboard neither needs nor runs"
        expectRefusal([0x80, 2] + Op.global(module, name), because: asked)
        expectRefusal([0x80, 4] + Op.text(module) + Op.text(name) + [0x93], because: asked)
    }

    @Test func `with an opcode that no such array needs is refused, by its code and place`() {
        let known = Set(
            Array("KMJ]ae(qrhjNUCTBX)tcRb.FGILSVpgl".utf8) + [0x8a, 0x94, 0x88, 0x89, 0x8c, 0x85, 0x86, 0x87]
        )
        .union([0x93, 0x80, 0x95, 0x8d, 0x8e, 0x96])
        for code in UInt8.min...UInt8.max where !known.contains(code) {
            let found = complaint { try read([0x80, 2, code]) }
            #expect(found.hasPrefix("byte 2: the opcode "))
            #expect(found.contains("0x" + String(code, radix: 16)))
        }
    }

    @Test func `that calls, builds or appends to something else is refused`() {
        expectRefusal(Op.none + [0x85] + Op.reduce, because: "taken where none is left")
        expectRefusal(Op.none + Op.none + [0x85] + Op.reduce, because: "called that is no function")
        expectRefusal(Op.none + Op.none + [0x85] + Op.build, because: "given to something that has none")
        expectRefusal(Op.none + Op.int(1) + Op.append, because: "no list to append to")
        expectRefusal(Op.list + Op.append, because: "no list to append to")
        expectRefusal(Op.global("numpy", "ndarray") + [0x29] + Op.reduce, because: "numpy.ndarray is called")
        expectRefusal([0x93], because: "taken where none is left")
        expectRefusal(Op.int(1) + Op.int(2) + [0x93], because: "a short text should stand here")
    }

    @Test func `of something else than lists of integers is refused`() {
        expectRefusal(array(rows([[1]]), elementType: "f8"), because: "a text or bytes should stand here")
        expectRefusal(array(rows([[1]]), elementType: "c16"), because: "is complex128, shape (1,)")
        expectRefusal(array(rows([[1], [2]])), because: "needs 1 elements, and the array has 2")
        expectRefusal(array(rows([[1]])), count: 2, because: "announces the shape (2,), the pickle (1,)")
        expectRefusal(array(Op.none), because: "not described as numpy describes it")
        expectRefusal(array(Op.list + Op.int(1) + Op.append), because: "consists of numbers")
        expectRefusal(array(Op.list + rows([[1]]) + Op.append), because: "nested deeper")
        expectRefusal(array(Op.list + Op.list + Op.none + Op.append), because: "it holds None, where lists")
        expectRefusal(
            array(Op.list + Op.mark + Op.list + Op.int(1) + Op.appends),
            because: "a number stands among lists")
        expectRefusal(
            array(Op.list + Op.list + Op.append + Op.int(1) + Op.append),
            because: "a number stands among lists")
        expectRefusal(
            array(Op.list + Op.list + [0x8a, 5, 0, 0, 0, 0, 1] + Op.append),
            because: "number 4294967296 is too")
    }

    @Test func `that ends early or with nothing is refused`() {
        expectRefusal([], because: "it ends where the pickle's end mark should be")
        expectRefusal(Op.stop, because: "does not end with a finished numpy array")
        expectRefusal(array(rows([[1]]), end: []), because: "it ends where")
        expectRefusal([0x80, 6] + Op.stop, because: "protocol 6")
        expectRefusal([0x80, 4, 0x95] + ZipWriter.little(UInt64.max), because: "a frame of")
        expectRefusal([0x58] + ZipWriter.little(UInt32.max), because: "should take 4294967295 bytes")
    }

    @Test func `that nests, marks or remembers without end is refused`() {
        expectRefusal([UInt8](repeating: 0x28, count: 1 << 20), because: "marks are open")
        expectRefusal([UInt8](repeating: 0x4e, count: 1 << 21), because: "values wait")
        expectRefusal(
            Op.none + [UInt8](repeating: 0x85, count: 1 << 24), because: "more or larger tuples than an array"
        )
        expectRefusal(
            Array(repeating: Op.mark + Op.list, count: 1 << 16).flatMap(\.self), because: "marks are open")
        expectRefusal(
            Op.none + [0x72] + ZipWriter.little(UInt32.max), because: "remembered at place 4294967295")
        expectRefusal(Op.memoize, because: "nothing to remember")
        expectRefusal([0x6a] + ZipWriter.little(UInt32.max), because: "place 4294967295 is recalled")
        expectRefusal(Op.get(0), because: "nothing was remembered there")
        expectRefusal(
            Array("c".utf8) + [UInt8](repeating: 0x61, count: 1 << 16), because: "more than 256 letters")
    }

    @Test func `whose lists contain themselves or are continued later is refused`() {
        expectRefusal(array(Op.list + Op.memoize + Op.get(0) + Op.append), because: "nested deeper")
        let first = Op.list + Op.memoize + Op.int(1) + Op.append
        let second = Op.list + Op.int(2) + Op.append
        expectRefusal(
            array(Op.list + Op.mark + first + second + Op.get(0) + Op.int(3) + Op.append, count: 2),
            count: 2, because: "continued after another was begun")
    }

    @Test func `of Python 2 has bytes as they are, and numbers in place of flags`() throws {
        let string = { (text: String) in [0x55, UInt8(text.utf8.count)] + Array(text.utf8) }
        let module = "numpy.core.multiarray"
        let make =
            Op.global(module, "_reconstruct") + Op.global("numpy", "ndarray") + Op.int(0) + [0x85]
            + string("b") + [0x87] + Op.reduce
        func type(_ name: String, _ order: String) -> [UInt8] {
            let flags = Op.int(0) + Op.int(1)
            return Op.global("numpy", "dtype") + string(name) + flags + [0x87] + Op.reduce + Op.mark
                + Op.int(3) + string(order) + Op.none + [0x74] + Op.build
        }
        func array(_ type: [UInt8], _ content: [UInt8]) -> [UInt8] {
            make + Op.mark + Op.int(1) + Op.int(2) + [0x85] + type + Array("I00\n".utf8) + content + [0x74]
                + Op.build
        }
        let inner = array(type("i2", ">"), [0x55, 4, 0, 200, 255, 255])
        let list = Op.list + Op.mark + Array("L7L\n".utf8) + Array("I8\n".utf8) + Op.appends
        let outer = array(type("O8", "|"), Op.list + Op.mark + inner + list + Op.appends)
        let lists = try read([0x80, 2] + outer + Op.stop, count: 2)
        #expect((0..<lists.count).map { Array(lists[$0]) } == [[200, -1], [7, 8]])
    }

    @Test func `that uses the same bytes for ever more numbers is refused before they are made`() {
        let bytes = [0x42] + ZipWriter.little(UInt32(1000)) + [UInt8](repeating: 1, count: 1000) + Op.memoize
        let type =
            Op.global("numpy", "dtype") + Op.text("i1") + [0x89, 0x88, 0x87] + Op.reduce + [0x94]
        let first = bytes + type + Op.global("numpy._core.numeric", "_frombuffer") + [0x94]
        // get(0) is the bytes, get(1) the type, get(2) the function.
        let one =
            Op.get(2) + Op.mark + Op.get(0) + Op.get(1) + [0x4d, 0xe8, 3, 0x85] + Op.text("C") + [0x74]
            + Op.reduce
        let many = Array(repeating: one, count: 300).flatMap(\.self)
        expectRefusal([0x80, 5] + first + many + Op.stop, because: "the same bytes are used for many arrays")
    }

    @Test(arguments: ["", "<<", "big", "\u{1b}"])
    func `whose type has a byte order that numpy lacks is refused`(order: String) {
        expectRefusal(
            array(rows([[1]]), order: order), because: "the byte order of a type is none of numpy's")
    }

    @Test func `that names a large list many times is refused before they are copied`() {
        let large =
            Op.list + Op.memoize + Op.mark + [UInt8](repeating: 0, count: 0)
            + Array(repeating: Op.int(1), count: 70_000).flatMap(\.self) + Op.appends
        let content =
            Op.list + Op.mark + large + Array(repeating: Op.get(0), count: 1000).flatMap(\.self)
            + Op.appends
        expectRefusal(
            array(content, count: 1001), count: 1001, because: "the lists together have 70070000 integers")
    }
}

/// Reads what numpy pickles for an array of integer lists (protocols 2 to 4), and nothing else.
///
/// A pickle is a program for a small stack machine, whose `GLOBAL` and `REDUCE` may call any function of Python. Here
/// the functions that numpy needs are the four cases of ``PickleGlobal``, none of which does anything but describe an
/// array; another name, another opcode, or a value in a place where numpy puts none is an error. Python's
/// `Lib/pickletools.py` describes the opcodes.
///
/// All integers go into one flat array (``PickledLists``), and every table has an upper bound, so that memory stays within a small
/// multiple of the file's size whatever the program says.
struct Pickle {
    /// A value of the machine; lists and tuples stand in tables of their own, which keeps values small.
    enum Value {
        case integer(Int)
        case flag
        case none
        /// A text, or bytes: where it stands in the file.
        case text(start: Int32, count: Int32)
        case tuple(Int32)
        case list(Int32)
        case global(PickleGlobal)
        /// The type of an array's elements, which can only be “object”.
        case elementType
        /// The array that all this is about.
        case array
    }

    // Python's own pickler leaves at most 1,000 values on the stack and needs a mark for each level of nesting.
    private static let deepestStack = 1 << 20
    private static let mostMarks = 16
    private static let mostTuples = 256
    private static let mostRemembered = 1 << 23

    private var reader: ByteReader
    private var opcodeStart = 0
    private var stack: [Value] = []
    private var marks: [Int] = []
    private var memo: [Value?] = []
    private var tuples: [[Value]] = []
    private var lists = PickledLists()
    private var hasArray = false
    /// The list that the array was told to consist of.
    private var content: Int32?

    /// Prepares to run a pickle.
    ///
    /// - Parameter reader: At the first opcode.
    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// Runs the pickle to its end.
    ///
    /// - Returns: The lists that the array consists of.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    consuming func integerLists() throws -> IntegerLists {
        lists.reserveCapacity(integers: reader.remaining / 4)
        while try step() {}
        guard reader.isAtEnd else { throw reader.fault("\(reader.remaining) bytes follow the pickle's end") }
        guard stack.count == 1, case .array = stack[0], let content else {
            throw fault("the pickle does not end with a finished numpy array")
        }
        do { return try lists.rows(of: content) } catch { throw fault(error.description) }
    }

    // MARK: - The machine

    /// Carries out one opcode; false after the last.
    private mutating func step() throws -> Bool {
        opcodeStart = reader.position
        let code = try reader.byte("the pickle's end mark")
        switch code {
        case UInt8(ascii: "K"): try push(.integer(Int(try reader.integer(UInt8.self, "a number"))))
        case UInt8(ascii: "M"): try push(.integer(Int(try reader.integer(UInt16.self, "a number"))))
        case UInt8(ascii: "J"): try push(.integer(Int(try reader.integer(Int32.self, "a number"))))
        case 0x8a: try push(.integer(try longInteger()))
        case UInt8(ascii: "]"): try push(.list(try newList()))
        case UInt8(ascii: "a"): try append(from: stack.count - 1)
        case UInt8(ascii: "e"): try append(from: try popMark())
        case UInt8(ascii: "("): try pushMark()
        case 0x94: try remember(at: memo.count)
        case UInt8(ascii: "q"): try remember(at: Int(try reader.integer(UInt8.self, "a place")))
        case UInt8(ascii: "r"): try remember(at: Int(try reader.integer(UInt32.self, "a place")))
        case UInt8(ascii: "h"): try recall(Int(try reader.integer(UInt8.self, "a place")))
        case UInt8(ascii: "j"): try recall(Int(try reader.integer(UInt32.self, "a place")))
        case UInt8(ascii: "N"): try push(.none)
        case 0x88, 0x89: try push(.flag)
        case UInt8(ascii: "U"), UInt8(ascii: "C"), 0x8c:
            try pushText(Int(try reader.integer(UInt8.self, "a length")))
        case UInt8(ascii: "T"), UInt8(ascii: "B"), UInt8(ascii: "X"):
            try pushText(Int(try reader.integer(UInt32.self, "a length")))
        case UInt8(ascii: ")"): try pushTuple(of: 0)
        case 0x85: try pushTuple(of: 1)
        case 0x86: try pushTuple(of: 2)
        case 0x87: try pushTuple(of: 3)
        case UInt8(ascii: "t"): try pushTuple(of: stack.count - (try popMark()))
        case UInt8(ascii: "c"): try pushGlobal(module: try line(), name: try line())
        case 0x93:
            let name = try string(try pop())
            try pushGlobal(module: try string(try pop()), name: name)
        case UInt8(ascii: "R"): try reduce()
        case UInt8(ascii: "b"): try build()
        case 0x80:
            let version = try reader.byte("the protocol")
            guard (2...4).contains(version) else {
                throw fault("pickle protocol \(version) is not read; 2, 3 and 4 are")
            }
        case 0x95:
            let length = try reader.integer(UInt64.self, "a frame's length")
            guard length <= reader.remaining else {
                throw fault("a frame of \(length) bytes begins, but \(reader.remaining) are left")
            }
        case UInt8(ascii: "."): return false
        default: throw fault("the opcode \(Self.shown(code)) does not belong to an array of integer lists")
        }
        return true
    }

    private func fault(_ problem: String) -> DatasetError {
        reader.file.fault(at: opcodeStart, problem)
    }

    private static func shown(_ code: UInt8) -> String {
        let hex = "0x" + String(code, radix: 16)
        return (0x21...0x7e).contains(code) ? "“\(Character(UnicodeScalar(code)))” (\(hex))" : hex
    }

    // MARK: - Stack, marks, memory

    @inline(__always)
    private mutating func push(_ value: Value) throws {
        guard stack.count < Self.deepestStack else {
            throw fault("more than \(Self.deepestStack) values wait")
        }
        stack.append(value)
    }

    private mutating func pop() throws -> Value {
        guard stack.count > marks.last ?? 0, let value = stack.popLast() else {
            throw fault("a value is taken where none is left")
        }
        return value
    }

    private mutating func pushMark() throws {
        guard marks.count < Self.mostMarks else { throw fault("more than \(Self.mostMarks) marks are open") }
        marks.append(stack.count)
    }

    private mutating func popMark() throws -> Int {
        guard let mark = marks.popLast() else { throw fault("a mark is missing") }
        return mark
    }

    /// Every pickler counts upwards, from 0 or (in Python 2) from 1, so that a place far beyond is a fault and no
    /// reason to make room.
    private mutating func remember(at place: Int) throws {
        guard stack.count > marks.last ?? 0, let value = stack.last else {
            throw fault("there is nothing to remember")
        }
        guard place <= memo.count + 1, place < Self.mostRemembered else {
            throw fault("a value is remembered at place \(place), but only \(memo.count) are in use")
        }
        if place > memo.count { memo.append(nil) }
        if place == memo.count { memo.append(value) } else { memo[place] = value }
    }

    private mutating func recall(_ place: Int) throws {
        guard place < memo.count, let value = memo[place] else {
            throw fault("place \(place) is recalled, but nothing was remembered there")
        }
        try push(value)
    }

    // MARK: - Values

    private mutating func longInteger() throws -> Int {
        let size = Int(try reader.byte("a number's size"))
        guard size <= 8 else { throw fault("a number of \(size) bytes doesn't fit 64 bits") }
        let bytes = try reader.take(size, "a number")
        var number = 0
        for byte in reader.file.bytes[bytes].reversed() { number = number << 8 | Int(byte) }
        let unused = 64 - 8 * size
        return size == 0 ? 0 : (number << unused) >> unused
    }

    private mutating func pushText(_ count: Int) throws {
        let range = try reader.take(count, "a text")
        try push(.text(start: Int32(range.lowerBound), count: Int32(range.count)))
    }

    private mutating func pushTuple(of count: Int) throws {
        guard stack.count - count >= marks.last ?? 0 else {
            throw fault("a tuple of \(count) is made where fewer are left")
        }
        guard count <= 16, tuples.count < Self.mostTuples else {
            throw fault("there are more or larger tuples than an array needs")
        }
        tuples.append(Array(stack.suffix(count)))
        stack.removeLast(count)
        try push(.tuple(Int32(tuples.count - 1)))
    }

    /// The text up to the end of the line, as GLOBAL has it.
    private mutating func line() throws -> String {
        var bytes: [UInt8] = []
        while true {
            let byte = try reader.byte("the end of a name")
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            guard bytes.count < 256 else { throw fault("a name has more than 256 letters") }
            bytes.append(byte)
        }
    }

    private func string(_ value: Value) throws -> String {
        guard case .text(let start, let count) = value, count <= 256 else {
            throw fault("a short text should stand here")
        }
        return String(decoding: reader.file.bytes[Int(start)..<Int(start + count)], as: UTF8.self)
    }

    private func elements(_ value: Value) throws -> [Value] {
        guard case .tuple(let index) = value else { throw fault("a tuple should stand here") }
        return tuples[Int(index)]
    }

    private mutating func pushGlobal(module: String, name: String) throws {
        guard let global = PickleGlobal(module: module, name: name) else {
            throw fault(
                "it asks for “\((module + "." + name).printable)”, which nnboard neither needs nor runs")
        }
        try push(.global(global))
    }

    // MARK: - Lists

    private mutating func newList() throws -> Int32 {
        do { return try lists.new() } catch { throw fault(error.description) }
    }

    /// Moves the values from `start` on into the list below them.
    private mutating func append(from start: Int) throws {
        guard start > marks.last ?? 0, start <= stack.count, case .list(let list) = stack[start - 1] else {
            throw fault("there is no list to append to")
        }
        do {
            try lists.append(stack[start...], to: list)
        } catch {
            throw fault(error.description)
        }
        stack.removeLast(stack.count - start)
    }

    // MARK: - What stands for numpy's functions

    private mutating func reduce() throws {
        let arguments = try elements(try pop())
        guard case .global(let global) = try pop() else {
            throw fault("something is called that is no function")
        }
        switch global {
        case .reconstruct:
            guard arguments.count == 3, case .global(.ndarray) = arguments[0] else {
                throw fault("the array is not made as numpy makes it")
            }
            guard !hasArray else { throw fault("there is an array within the array") }
            hasArray = true
            try push(.array)
        case .dtype:
            let name = try arguments.first.map(string) ?? ""
            guard ["O8", "O4", "O", "|O"].contains(name) else {
                throw fault("the array's elements are of type “\(name.printable)”, not lists")
            }
            try push(.elementType)
        case .encode:
            // How Python 3 writes bytes in protocol 2: as Latin-1 text to be encoded.
            guard let text = arguments.first, case .text = text else { throw fault("no text to encode") }
            try push(text)
        case .ndarray: throw fault("numpy.ndarray is called, which numpy's own pickles never do")
        }
    }

    private mutating func build() throws {
        let state = try elements(try pop())
        switch stack.last {
        case .elementType: return  // Byte order and alignment, without meaning for objects.
        case .array:
            guard state.count == 5, case .elementType = state[2], case .list(let list) = state[4],
                content == nil
            else { throw fault("the array is not described as numpy describes it") }
            content = list
        default: throw fault("a state is given to something that has none")
        }
    }
}

/// Reads what numpy pickles for an array of lists, tuples or arrays of integers (protocols 0 to 5), and nothing else.
///
/// A pickle is a program for a small stack machine, whose `GLOBAL` and `REDUCE` may call any function of Python. Here
/// the functions that numpy needs are the cases of ``PickleGlobal``, none of which does anything but describe an array
/// or a number; another name, another opcode, or a value in a place where numpy puts none is an error. Python's
/// `Lib/pickletools.py` describes the opcodes.
///
/// All integers go into one flat array (``PickledLists``), nothing is followed into its elements, and every table has
/// an upper bound, so that memory stays within a small multiple of the file's size whatever the program says.
struct Pickle {
    /// A value of the machine; what is larger stands in tables of its own, which keeps values small.
    enum Value {
        case integer(Int32)
        case flag(Bool)
        case none
        /// A text, or bytes: where it stands in the file.
        case text(start: Int32, count: Int32)
        /// Bytes that stand otherwise in the file, in ``PickleObjects``.
        case bytes(Int32)
        case tuple(Int32)
        case list(Int32)
        case global(PickleGlobal)
        /// The type of an array's elements.
        case type(Int32)
        case array(Int32)
    }

    // Python's own pickler leaves at most 1,000 values on the stack, or as many as a tuple has, and needs a mark for
    // each level of nesting.
    private static let deepestStack = 1 << 20
    private static let mostMarks = 16
    private static let mostRemembered = 1 << 25

    var reader: ByteReader
    private var opcodeStart = 0
    private(set) var stack: [Value] = []
    private var marks: [Int] = []
    private var memo: [Value?] = []
    var lists = PickledLists()
    var objects: PickleObjects

    /// Prepares to run a pickle.
    ///
    /// - Parameter reader: At the first opcode.
    init(_ reader: ByteReader) {
        self.reader = reader
        objects = PickleObjects(mostBytes: reader.file.bytes.count)
    }

    /// Runs the pickle to its end.
    ///
    /// - Parameter shape: The shape of the array, as the header announces it.
    /// - Returns: The array's elements: lists, or whole numbers row by row.
    /// - Throws: ``DatasetError``.
    consuming func array(shape: [Int]) throws -> NpyArray.Content {
        lists.reserveCapacity(integers: reader.remaining / 4)
        // Bytes behind the end mark mean nothing, as in Python.
        while try step() {}
        guard stack.count == 1, case .array(let number) = stack[0] else {
            throw fault("the pickle does not end with a finished numpy array")
        }
        let array = objects.arrays[Int(number)]
        guard case .objects(let content) = array.content else {
            throw fault("the pickle does not end with a finished numpy array of objects")
        }
        guard array.shape == shape else {
            throw fault("the header announces the shape \(shape.tuple), the pickle \(array.shape.tuple)")
        }
        if let numbers = lists.numbers(of: content) { return .wholeNumbers(numbers) }
        do { return .lists(try lists.rows(of: content)) } catch { throw refusal(error.description) }
    }

    // MARK: - The machine

    /// Carries out one opcode; false after the last.
    private mutating func step() throws -> Bool {
        opcodeStart = reader.position
        let code = try reader.byte("the pickle's end mark")
        switch code {
        case UInt8(ascii: "K"):
            try push(.integer(Int32(try reader.integer(UInt8.self, "a number"))))
            try pushSmallIntegers()
        case UInt8(ascii: "M"):
            try push(.integer(Int32(try reader.integer(UInt16.self, "a number"))))
            try pushSmallIntegers()
        case UInt8(ascii: "J"): try push(.integer(try reader.integer(Int32.self, "a number")))
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
        case UInt8(ascii: "p"): try remember(at: try placeLine())
        case UInt8(ascii: "g"): try recall(try placeLine())
        case UInt8(ascii: "N"): try push(.none)
        case 0x88, 0x89: try push(.flag(code == 0x88))
        case UInt8(ascii: "U"), UInt8(ascii: "C"), 0x8c:
            try pushText(Int(try reader.integer(UInt8.self, "a length")))
        case UInt8(ascii: "T"), UInt8(ascii: "B"), UInt8(ascii: "X"):
            try pushText(Int(try reader.integer(UInt32.self, "a length")))
        case 0x8d, 0x8e, 0x96:
            try pushText(Int(clamping: try reader.integer(UInt64.self, "a length")))
        case UInt8(ascii: "G"), UInt8(ascii: "F"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "S"),
            UInt8(ascii: "V"):
            try push(try literal(code))
        case UInt8(ascii: ")"): try pushTuple(of: 0)
        case 0x85: try pushTuple(of: 1)
        case 0x86: try pushTuple(of: 2)
        case 0x87: try pushTuple(of: 3)
        case UInt8(ascii: "t"): try pushTuple(of: stack.count - (try popMark()))
        case UInt8(ascii: "l"): try listFromMark()
        case UInt8(ascii: "c"): try pushGlobal(module: try line(), name: try line())
        case 0x93:
            let name = try string(try pop())
            try pushGlobal(module: try string(try pop()), name: name)
        case UInt8(ascii: "R"):
            let arguments = try elements(try pop())
            try push(try reduce(try pop(), arguments))
        case UInt8(ascii: "b"):
            let state = try elements(try pop())
            try build(stack.last, state)
        case 0x80:
            let version = try reader.byte("the protocol")
            guard version <= 5 else { throw refusal("pickle protocol \(version) is not read; 0 to 5 are") }
        case 0x95:
            let length = try reader.integer(UInt64.self, "a frame's length")
            guard length <= reader.remaining else {
                throw fault("a frame of \(length) bytes begins, but \(reader.remaining) are left")
            }
        case UInt8(ascii: "."): return false
        default: throw unknown(code)
        }
        return true
    }

    /// An error for bytes that no pickler writes.
    func fault(_ problem: String) -> DatasetError {
        reader.file.fault(at: opcodeStart, problem)
    }

    /// An error for something that Python can read, but is no array of lists.
    func refusal(_ problem: String) -> DatasetError {
        reader.file.refusal(at: opcodeStart, problem)
    }

    private func unknown(_ code: UInt8) -> DatasetError {
        let hex = "0x" + String(code, radix: 16)
        let shown =
            (0x21...0x7e).contains(code) ? "“\(Character(UnicodeScalar(code)))” (\(hex))" : hex
        // Those of Python's that are left: dictionaries, sets, objects of any class, what stands elsewhere.
        let isPython = "012PQ}dsuio".utf8.contains(code) || (0x80...0x98).contains(code)
        let problem = "the opcode \(shown) does not belong to an array of integer lists"
        return isPython ? refusal(problem) : fault(problem)
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
        guard marks.count < Self.mostMarks else {
            throw refusal("more than \(Self.mostMarks) marks are open: lists are nested too deep")
        }
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

    /// Carries out further opcodes for numbers of one and two bytes, which are most of a file.
    private mutating func pushSmallIntegers() throws {
        let start = reader.position
        let end = reader.end
        let room = Self.deepestStack - stack.count
        var position = start
        reader.file.bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            while end - position >= 3, count < room {
                switch bytes[position] {
                case UInt8(ascii: "K"):
                    stack.append(.integer(Int32(bytes[position + 1])))
                    position += 2
                case UInt8(ascii: "M"):
                    stack.append(.integer(Int32(bytes[position + 1]) | Int32(bytes[position + 2]) << 8))
                    position += 3
                default: return
                }
                count += 1
            }
        }
        _ = try reader.take(position - start, "numbers")
    }

    private mutating func pushText(_ count: Int) throws {
        let range = try reader.take(count, "a text")
        try push(.text(start: Int32(range.lowerBound), count: Int32(range.count)))
    }

    private mutating func pushTuple(of count: Int) throws {
        guard count >= 0, stack.count - count >= marks.last ?? 0 else {
            throw fault("a tuple of \(count) is made where fewer are left")
        }
        guard let tuple = objects.newTuple(stack.suffix(count)) else {
            throw fault("there are more or larger tuples than an array needs")
        }
        stack.removeLast(count)
        try push(.tuple(tuple))
    }

    private mutating func pushGlobal(module: String, name: String) throws {
        guard let global = PickleGlobal(module: module, name: name) else {
            throw refusal(
                "it asks for “\((module + "." + name).printable)”, which nnboard neither needs nor runs")
        }
        try push(.global(global))
    }

    // MARK: - Lists

    private mutating func newList() throws -> Int32 {
        do { return try lists.new() } catch { throw fault(error.description) }
    }

    /// Makes a list of the values above the mark.
    private mutating func listFromMark() throws {
        let start = try popMark()
        let list = try newList()
        guard start <= stack.count else { throw fault("a mark is missing") }
        try append(start, to: list)
        try push(.list(list))
    }

    /// Moves the values from `start` on into the list below them.
    private mutating func append(from start: Int) throws {
        guard start > marks.last ?? 0, start <= stack.count, case .list(let list) = stack[start - 1] else {
            throw refusal("there is no list to append to")
        }
        try append(start, to: list)
    }

    private mutating func append(_ start: Int, to list: Int32) throws {
        do {
            try lists.append(stack[start...], to: list) { [file = reader.file] value, lists in
                try objects.element(value, of: file, &lists)
            }
        } catch let problem as PickledLists.Problem {
            throw refusal(problem.description)
        }
        stack.removeLast(stack.count - start)
    }
}

/// The values that a pickle makes besides lists: tuples, bytes, types and arrays, each in a table of its own.
struct PickleObjects {
    /// An array, at first without its description.
    struct Array {
        enum Content {
            case missing
            /// A list's number: the integers of an array of numbers.
            case numbers(Int32)
            /// The number of an array without axes.
            case number(Int32)
            /// A list's number: the elements of an array of objects.
            case objects(Int32)
        }

        var shape: [Int] = []
        var content = Content.missing
    }

    /// The type of an array's elements, which numpy makes by its name and then describes, once.
    struct ElementType {
        var type: NpyType
        var isDescribed = false
    }

    private struct Tuple {
        var start: Int32
        var count: Int32
        /// The list with the same integers, once it has been needed.
        var list: Int32?
    }

    // As many as two for each word of the largest of Keras' data sets, if its words are numpy's numbers.
    private static let mostTuples = 1 << 23
    private static let mostTupleValues = 1 << 25

    private var tuples: [Tuple] = []
    private var tupleValues: [Pickle.Value] = []
    private(set) var bytes: [[UInt8]] = []
    /// The number of bytes that may still be made.
    private var bytesLeft: Int
    /// The number of integers that may still be made out of bytes.
    ///
    /// No pickler uses one run of bytes for several arrays, unless it is a single byte.
    private var integersLeft: Int
    var types: [ElementType] = []
    var arrays: [Array] = []

    /// Starts without objects.
    ///
    /// - Parameter mostBytes: The largest number of bytes that may be made of others in all: as many as the
    ///   file has.
    init(mostBytes: Int) {
        (bytesLeft, integersLeft) = (mostBytes, mostBytes)
    }

    mutating func newTuple(_ values: ArraySlice<Pickle.Value>) -> Int32? {
        guard tuples.count < Self.mostTuples, tupleValues.count + values.count <= Self.mostTupleValues else {
            return nil
        }
        tuples.append(Tuple(start: Int32(tupleValues.count), count: Int32(values.count)))
        tupleValues += values
        return Int32(tuples.count - 1)
    }

    /// The elements of a tuple.
    func values(of tuple: Int32) -> ArraySlice<Pickle.Value> {
        let tuple = tuples[Int(tuple)]
        return tupleValues[Int(tuple.start)..<Int(tuple.start + tuple.count)]
    }

    /// Keeps bytes that don't stand in the file as they are; `nil` where they are too many.
    mutating func newBytes(_ some: [UInt8]) -> Pickle.Value? {
        guard some.count <= bytesLeft else { return nil }
        bytesLeft -= some.count
        bytes.append(some)
        return .bytes(Int32(bytes.count - 1))
    }

    /// Allows for integers that are made out of bytes; false where they are too many.
    mutating func allowIntegers(_ count: Int) -> Bool {
        integersLeft -= count
        return integersLeft >= 0
    }

    /// The part that a value has as an element of a list.
    ///
    /// - Parameters:
    ///   - value: A value.
    ///   - file: The file with the texts.
    ///   - lists: The lists to which a tuple's integers are added.
    /// - Returns: An integer, a list, or words for anything else.
    /// - Throws: ``PickledLists/Problem``.
    mutating func element(
        _ value: Pickle.Value, of file: FileBytes, _ lists: inout PickledLists
    ) throws(PickledLists.Problem) -> PickledLists.Element {
        switch value {
        case .integer(let number): return .integer(number)
        case .flag(let flag): return .integer(flag ? 1 : 0)
        case .list(let list): return .list(list)
        case .tuple(let tuple): return .list(try list(of: tuple, &lists))
        case .none: return .other("None")
        case .text(let start, let count):
            let text = file.bytes[Int(start)..<Int(start) + Int(count)].prefix(40)
            return .other("the text “\(String(decoding: text, as: UTF8.self).printable)”")
        case .bytes: return .other("a text")
        case .global, .type: return .other("a type")
        case .array(let number):
            let array = arrays[Int(number)]
            switch array.content {
            case .number(let number): return .integer(number)
            case .numbers(let list) where array.shape.count == 1: return .list(list)
            case .objects(let list) where array.shape.count == 1: return .list(list)
            case .missing: return .other("an unfinished array")
            case .numbers, .objects: return .other("an array of shape \(array.shape.tuple)")
            }
        }
    }

    /// The list that has the same integers as a tuple.
    private mutating func list(
        of tuple: Int32, _ lists: inout PickledLists
    ) throws(PickledLists.Problem) -> Int32 {
        if let list = tuples[Int(tuple)].list { return list }
        var numbers: [Int32] = []
        numbers.reserveCapacity(Int(tuples[Int(tuple)].count))
        for value in values(of: tuple) {
            switch value {
            case .integer(let number): numbers.append(number)
            case .flag(let flag): numbers.append(flag ? 1 : 0)
            case .array(let array):
                guard case .number(let number) = arrays[Int(array)].content else { fallthrough }
                numbers.append(number)
            default:
                throw PickledLists.Problem(description: "a tuple holds something else than whole numbers")
            }
        }
        let list = try lists.new(numbers)
        tuples[Int(tuple)].list = list
        return list
    }
}

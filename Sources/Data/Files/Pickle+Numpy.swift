// Stand-ins for numpy's functions. None of them runs anything: each describes an array, a number or bytes.
extension Pickle {
    /// Calls a function.
    ///
    /// - Parameters:
    ///   - function: The value that is called.
    ///   - arguments: Its arguments.
    /// - Returns: Its result.
    /// - Throws: ``DatasetError`` where numpy's own pickles would not call it so.
    mutating func reduce(_ function: Value, _ arguments: ArraySlice<Value>) throws -> Value {
        guard case .global(let global) = function else {
            throw fault("something is called that is no function")
        }
        let arguments = Array(arguments)
        switch global {
        case .reconstruct:
            guard arguments.count == 3, case .global(.ndarray) = arguments[0] else {
                throw refusal("the array is not made as numpy makes it")
            }
            return newArray()
        case .fromBuffer:
            guard arguments.count == 4 else { throw fault("the array is not made as numpy makes it") }
            let array = newArray()
            try describe(
                array, shape: try shape(arguments[2]), type: try type(arguments[1]), data: arguments[0],
                isFortran: try string(arguments[3]) == "F")
            return array
        case .scalar:
            guard arguments.count == 2 else { throw fault("the number is not made as numpy makes it") }
            return .integer(try integers(try type(arguments[0]), [], arguments[1], isFortran: false)[0])
        case .dtype:
            guard let name = arguments.first else { throw fault("a type has no name") }
            objects.types.append(.init(type: NpyType(try string(name))))
            return .type(Int32(objects.types.count - 1))
        case .encode:
            // Python 3 writes bytes as Latin-1 text to be encoded.
            guard let text = arguments.first else { throw fault("no text to encode") }
            return try made(try latin1(try data(text)))
        case .bytes:
            guard arguments.isEmpty else { throw refusal("bytes are made of something") }
            return try made([])
        case .ndarray: throw refusal("numpy.ndarray is called, which numpy's own pickles never do")
        }
    }

    /// Gives a value its state.
    mutating func build(_ value: Value?, _ state: ArraySlice<Value>) throws {
        let state = Array(state)
        switch value {
        case .type(let number):
            // Version, byte order, and what has no meaning for numbers and objects.
            guard state.count >= 2 else { throw fault("the type is not described as numpy describes it") }
            guard !objects.types[Int(number)].isDescribed else { throw fault("a type is described twice") }
            let old = objects.types[Int(number)].type.text
            let name = old.first.map { "<>=|".contains($0) } == true ? String(old.dropFirst()) : old
            let order = try string(state[1])
            guard ["<", ">", "=", "|"].contains(order) else {
                throw fault("the byte order of a type is none of numpy's")
            }
            objects.types[Int(number)] = .init(type: NpyType(order + name), isDescribed: true)
        case .array:
            guard state.count == 5, case .flag(let isFortran) = flag(state[3]) else {
                throw fault("the array is not described as numpy describes it")
            }
            try describe(
                value ?? .none, shape: try shape(state[1]), type: try type(state[2]), data: state[4],
                isFortran: isFortran)
        default: throw fault("a state is given to something that has none")
        }
    }

    // MARK: - Arrays

    private mutating func newArray() -> Value {
        objects.arrays.append(.init())
        return .array(Int32(objects.arrays.count - 1))
    }

    private mutating func describe(
        _ value: Value, shape: [Int], type: NpyType, data: Value, isFortran: Bool
    ) throws {
        guard case .array(let number) = value, case .missing = objects.arrays[Int(number)].content else {
            throw fault("the array is not described as numpy describes it")
        }
        var array = PickleObjects.Array(shape: shape)
        if type.kind == .object {
            guard case .list(let list) = data else {
                throw fault("the array is not described as numpy describes it")
            }
            let count = try count(of: shape)
            guard lists.count(of: list) == count else {
                throw fault(
                    "the shape \(shape.tuple) needs \(count) elements, and the array has "
                        + "\(lists.count(of: list))")
            }
            array.content = .objects(list)
        } else {
            let numbers = try integers(type, shape, data, isFortran: isFortran)
            do {
                array.content =
                    shape.isEmpty ? .number(numbers[0]) : .numbers(try lists.new(numbers))
            } catch { throw fault(error.description) }
        }
        objects.arrays[Int(number)] = array
    }

    /// Whole numbers out of the bytes of an array.
    private mutating func integers(
        _ type: NpyType, _ shape: [Int], _ data: Value, isFortran: Bool
    ) throws -> [Int32] {
        guard type.isNumber else {
            throw refusal("an element is \(type.name), shape \(shape.tuple), where whole numbers are needed")
        }
        let bytes = try self.data(data)
        let (size, overflow) = try count(of: shape).multipliedReportingOverflow(by: type.size)
        guard !overflow, size == bytes.count else {
            throw fault(
                "\(shape.tuple) numbers of \(type.size) bytes should take \(size), not \(bytes.count)")
        }
        guard objects.allowIntegers(bytes.count / type.size) else {
            throw fault("the same bytes are used for many arrays")
        }
        do {
            return try NpyNumbers(type, shape: shape, isFortran: isFortran, bytes: bytes).integers()
        } catch { throw refusal("\(error.text) \(error.problem)") }
    }

    private func count(of shape: [Int]) throws -> Int {
        guard let count = shape.elementCount else { throw fault("the shape \(shape.tuple) is absurd") }
        return count
    }

    private func shape(_ value: Value) throws -> [Int] {
        try elements(value).map { size in
            guard case .integer(let size) = size, size >= 0 else { throw fault("a shape holds no sizes") }
            return Int(size)
        }
    }

    private func type(_ value: Value) throws -> NpyType {
        guard case .type(let number) = value else { throw fault("a type of elements should stand here") }
        return objects.types[Int(number)].type
    }

    /// Python 2 writes 0 and 1 for false and true.
    private func flag(_ value: Value) -> Value {
        guard case .integer(let number) = value else { return value }
        return .flag(number != 0)
    }

    // MARK: - Texts and bytes

    func elements(_ value: Value) throws -> ArraySlice<Value> {
        guard case .tuple(let index) = value else { throw fault("a tuple should stand here") }
        return objects.values(of: index)
    }

    func string(_ value: Value) throws -> String {
        let bytes = try? data(value)
        guard let bytes, bytes.count <= 256 else { throw fault("a short text should stand here") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func data(_ value: Value) throws -> ArraySlice<UInt8> {
        switch value {
        case .text(let start, let count): reader.file.bytes[Int(start)..<Int(start) + Int(count)]
        case .bytes(let number): objects.bytes[Int(number)][...]
        default: throw fault("a text or bytes should stand here")
        }
    }

    /// Keeps bytes that were made of others.
    mutating func made(_ bytes: [UInt8]) throws -> Value {
        guard let value = objects.newBytes(bytes) else { throw fault("the same text is used many times") }
        return value
    }

    /// The bytes of a text whose letters are all below U+0100.
    private func latin1(_ text: ArraySlice<UInt8>) throws -> [UInt8] {
        guard let text = String(validating: text, as: UTF8.self) else {
            throw fault("a text is not in UTF-8")
        }
        return try text.unicodeScalars.map { scalar in
            guard let byte = UInt8(exactly: scalar.value) else { throw fault("a text is not in Latin-1") }
            return byte
        }
    }
}

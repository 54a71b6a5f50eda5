/// The lists that a pickle makes: of integers, and one whose elements are such lists.
struct PickledLists {
    /// A thing that a pickle may not do with lists.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    /// An element of a list, as far as lists can have it.
    enum Element {
        case integer(Int32)
        /// A list, or whatever else stands for one, by its number here.
        case list(Int32)
        /// Anything else, in words.
        case other(String)
    }

    // Ten times what the largest of Keras' data sets needs; a small file can't ask for more memory than this takes.
    private static let mostLists = 1 << 22
    private static let mostIntegers = 1 << 26

    private var integers: [Int32] = []
    private var places: [IntegerLists.Place] = []
    /// The one list that holds lists, and which.
    private var outer: (list: Int32, rows: [Int32])?

    /// Makes room for integers that are about to be appended.
    mutating func reserveCapacity(integers count: Int) {
        integers.reserveCapacity(count)
    }

    /// Makes an empty list and tells its number.
    mutating func new() throws(Problem) -> Int32 {
        guard places.count < Self.mostLists else {
            throw Problem(description: "there are more than \(Self.mostLists) lists")
        }
        places.append(.init(start: Int32(integers.count), count: 0))
        return Int32(places.count - 1)
    }

    /// Makes a list of integers and tells its number.
    mutating func new(_ numbers: [Int32]) throws(Problem) -> Int32 {
        let list = try new()
        guard integers.count + numbers.count <= Self.mostIntegers else { throw Self.tooMany }
        integers += numbers
        places[Int(list)].count = Int32(numbers.count)
        return list
    }

    /// The number of elements of a list.
    func count(of list: Int32) -> Int {
        outer?.list == list ? outer?.rows.count ?? 0 : Int(places[Int(list)].count)
    }

    /// Appends values, which must all be integers or all be lists.
    ///
    /// - Parameters:
    ///   - values: The values to append.
    ///   - list: A list's number.
    ///   - element: Tells the part that a value has as an element.
    /// - Throws: ``Problem``.
    @inline(__always)
    mutating func append<Failure: Error>(
        _ values: ArraySlice<Pickle.Value>, to list: Int32,
        as element: (Pickle.Value, inout PickledLists) throws(Failure) -> Element
    ) throws {
        switch values.first {
        case nil: return
        case .integer, .flag: try appendIntegers(values, to: list, as: element)
        case let first?:
            if case .integer = try element(first, &self) {
                try appendIntegers(values, to: list, as: element)
            } else {
                try appendLists(values, to: list, as: element)
            }
        }
    }

    /// The integers that a list consists of, where it consists of integers.
    func numbers(of list: Int32) -> [Int32]? {
        let place = places[Int(list)]
        guard outer?.list != list, place.count > 0 else { return nil }
        return Array(integers[Int(place.start)..<Int(place.start) + Int(place.count)])
    }

    /// The lists that a list consists of.
    ///
    /// - Parameter list: The outermost list's number.
    /// - Returns: Its elements in order.
    /// - Throws: ``Problem`` where they are too many.
    consuming func rows(of list: Int32) throws(Problem) -> IntegerLists {
        let rows = outer?.list == list ? outer?.rows ?? [] : []
        let result = rows.map { places[Int($0)] }
        // Rows may share a list, so that a small file could name a large one millions of times.
        let total = result.reduce(0) { $0 + Int($1.count) }
        guard total <= Self.mostIntegers else {
            throw Problem(
                description:
                    "the lists together have \(total) integers, and at most \(Self.mostIntegers) are read")
        }
        return IntegerLists(values: integers, places: result)
    }

    private static let tooMany = Problem(description: "there are more than \(mostIntegers) integers")

    private mutating func appendIntegers<Failure: Error>(
        _ values: ArraySlice<Pickle.Value>, to list: Int32,
        as element: (Pickle.Value, inout PickledLists) throws(Failure) -> Element
    ) throws {
        guard list != outer?.list else { throw Problem(description: "a number stands among lists") }
        var place = places[Int(list)]
        if place.count == 0 { place.start = Int32(integers.count) }
        // No pickler goes back to a list of numbers, and to move one would let a small file keep us busy for ever.
        guard Int(place.start) + Int(place.count) == integers.count else {
            throw Problem(description: "a list is continued after another was begun")
        }
        guard integers.count + values.count <= Self.mostIntegers else { throw Self.tooMany }
        for value in values {
            if case .integer(let number) = value {
                integers.append(number)
                continue
            }
            switch try element(value, &self) {
            case .integer(let number): integers.append(number)
            case .list: throw Problem(description: "a list stands among numbers")
            case .other(let found): throw Problem(description: "a list holds \(found) among whole numbers")
            }
        }
        place.count += Int32(values.count)
        places[Int(list)] = place
    }

    private mutating func appendLists<Failure: Error>(
        _ values: ArraySlice<Pickle.Value>, to list: Int32,
        as element: (Pickle.Value, inout PickledLists) throws(Failure) -> Element
    ) throws {
        for value in values {
            switch try element(value, &self) {
            case .list(let row):
                if outer == nil, places[Int(list)].count == 0 { outer = (list, []) }
                guard let outer, outer.list == list, row != list else {
                    throw Problem(description: "lists are nested deeper than lists of whole numbers")
                }
                guard outer.rows.count < Self.mostLists else {
                    throw Problem(description: "there are more than \(Self.mostLists) lists")
                }
                self.outer?.rows.append(row)
            case .integer: throw Problem(description: "a number stands among lists")
            case .other(let found):
                throw Problem(description: "it holds \(found), where lists of whole numbers are needed")
            }
        }
    }
}

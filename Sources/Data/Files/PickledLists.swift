/// The lists that a pickle makes: of integers, and one whose elements are such lists.
struct PickledLists {
    /// What a pickle may not do with lists.
    struct Problem: Error, CustomStringConvertible {
        var description: String
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

    /// Appends values, which must all be integers or all be lists.
    ///
    /// - Parameters:
    ///   - values: What to append.
    ///   - list: A list's number.
    /// - Throws: ``Problem``.
    mutating func append(_ values: ArraySlice<Pickle.Value>, to list: Int32) throws(Problem) {
        switch values.first {
        case nil: return
        case .list: try appendLists(values, to: list)
        default: try appendIntegers(values, to: list)
        }
    }

    /// The lists that a list consists of.
    ///
    /// - Parameter list: The outermost list's number.
    /// - Returns: Its elements in order.
    /// - Throws: ``Problem`` where its elements are integers, or too many.
    consuming func rows(of list: Int32) throws(Problem) -> IntegerLists {
        guard outer?.list == list || places[Int(list)].count == 0 else {
            throw Problem(description: "the array consists of numbers; only lists of integers are read")
        }
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

    private mutating func appendIntegers(
        _ values: ArraySlice<Pickle.Value>, to list: Int32
    ) throws(Problem) {
        guard list != outer?.list else { throw Problem(description: "a number stands among lists") }
        var place = places[Int(list)]
        if place.count == 0 { place.start = Int32(integers.count) }
        // No pickler goes back to a list of numbers, and to move one would let a small file keep us busy for ever.
        guard Int(place.start) + Int(place.count) == integers.count else {
            throw Problem(description: "a list is continued after another was begun")
        }
        guard integers.count + values.count <= Self.mostIntegers else {
            throw Problem(description: "there are more than \(Self.mostIntegers) integers")
        }
        for value in values {
            guard case .integer(let number) = value else {
                throw Problem(description: "a list holds something else than integers")
            }
            guard let number = Int32(exactly: number) else {
                throw Problem(description: "the number \(number) is too large for the index of a word")
            }
            integers.append(number)
        }
        place.count += Int32(values.count)
        places[Int(list)] = place
    }

    private mutating func appendLists(_ values: ArraySlice<Pickle.Value>, to list: Int32) throws(Problem) {
        if outer == nil, places[Int(list)].count == 0 { outer = (list, []) }
        guard outer?.list == list else {
            throw Problem(description: "lists are nested deeper than lists of integers")
        }
        for value in values {
            guard case .list(let row) = value, row != list else {
                throw Problem(description: "a list of lists holds something else")
            }
            outer?.rows.append(row)
        }
        guard outer?.rows.count ?? 0 <= Self.mostLists else {
            throw Problem(description: "there are more than \(Self.mostLists) lists")
        }
    }
}

/// Lists of integers, all in one array.
struct IntegerLists: Equatable, Sendable {
    /// The place of a list in ``values``.
    struct Place: Equatable, Sendable {
        var start: Int32
        var count: Int32
    }

    /// The integers of all lists.
    let values: [Int32]
    /// The lists in order; two may share a place.
    let places: [Place]

    /// The number of lists.
    var count: Int { places.count }

    /// The integers of one list.
    subscript(list: Int) -> ArraySlice<Int32> {
        let place = places[list]
        return values[Int(place.start)..<Int(place.start) + Int(place.count)]
    }
}

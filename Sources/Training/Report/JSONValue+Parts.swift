/// The content of a JSON value, where it is of the wanted kind.
extension JSONValue {
    /// The member of a name, if it is an object that has one: the last of them where there are several.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The text, if it is one.
    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The whole number, if it is one; `2.0` is one, too.
    var integer: Int? {
        switch self {
        case .integer(let integer): integer
        case .number(let number): Int(exactly: number)
        default: nil
        }
    }

    /// The number, if it is one.
    var number: Double? {
        switch self {
        case .number(let number): number
        case .integer(let integer): Double(integer)
        default: nil
        }
    }

    /// The items, if it is a list.
    var items: [JSONValue]? {
        guard case .list(let items) = self else { return nil }
        return items
    }

    /// The whole numbers, if it is a list of nothing else.
    var integers: [Int]? {
        guard let items else { return nil }
        let integers = items.compactMap(\.integer)
        return integers.count == items.count ? integers : nil
    }

    /// The texts, if it is a list of nothing else.
    var texts: [String]? {
        guard let items else { return nil }
        let texts = items.compactMap(\.text)
        return texts.count == items.count ? texts : nil
    }
}

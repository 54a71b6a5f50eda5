import Foundation

/// Any JSON value, read for its numbers.
package enum JSON: Decodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    package var list: [JSON] {
        guard case .list(let items) = self else { return [] }
        return items
    }

    package var members: [String: JSON] {
        guard case .object(let members) = self else { return [:] }
        return members
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    package var flag: Bool? {
        guard case .flag(let flag) = self else { return nil }
        return flag
    }

    /// A number, or one of the words for what is not finite.
    package var number: Double? {
        switch self {
        case .number(let number): number
        case .text("nan"): .nan
        case .text("inf"): .infinity
        case .text("-inf"): -.infinity
        default: nil
        }
    }

    package var integer: Int? { number.flatMap(Int.init(exactly:)) }

    /// All numbers within, in order.
    package var numbers: [Double] {
        if case .list(let items) = self { return items.flatMap(\.numbers) }
        return number.map { [$0] } ?? []
    }

    package var floats: [Float] { numbers.map(Float.init) }
    /// All whole numbers within, in order; what is none becomes the least number that there is.
    package var integers: [Int32] { numbers.map { Int32(exactly: $0) ?? .min } }
}

extension JSON {
    package init(text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }
}

extension JSON {
    /// A whole number that fits 32 bits, such as a seed.
    package var uint32: UInt32? { number.flatMap(UInt32.init(exactly:)) }
}

/// A value as JSON text, with members in the order in which they are given.
enum JSONValue: CustomStringConvertible, Sendable {
    case null
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case list([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// One line of JSON; what is not a finite number is written as `null`, since JSON has no word for it.
    var description: String {
        switch self {
        case .null: "null"
        // The shortest digits that read back to the same number.
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .integer(let integer): "\(integer)"
        case .text(let text): Self.quoted(text)
        case .flag(let flag): "\(flag)"
        case .list(let items): "[" + items.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Text between quotation marks on one line, whatever is in it.
///
/// Characters that a terminal or an editor would obey rather than show are written as `\n` or `\u{1b}`.
enum QuotedText {
    static func write(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default:
                if scalar.isShown {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
        }
        return result + "\""
    }

    /// Reads such a text; `nil` where it is none, or something follows it.
    static func read(_ text: String) -> String? {
        var scalars = text.unicodeScalars[...]
        guard scalars.popFirst() == "\"" else { return nil }
        var result = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"": return scalars.isEmpty ? String(result) : nil
            case "\\":
                guard let next = escaped(&scalars) else { return nil }
                result.append(next)
            default: result.append(scalar)
            }
        }
        return nil
    }

    private static func escaped(_ scalars: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        switch scalars.popFirst() {
        case "\"": return "\""
        case "\\": return "\\"
        case "n": return "\n"
        case "u":
            guard scalars.popFirst() == "{", let end = scalars.firstIndex(of: "}") else { return nil }
            let digits = String(scalars[..<end])
            scalars = scalars[scalars.index(after: end)...]
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }
}

extension Unicode.Scalar {
    /// Tells whether it can stand in a line as it is.
    fileprivate var isShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}

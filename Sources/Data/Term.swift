/// A name with arguments, as in `adam(learning_rate=0.001)`: the text form of every value that nnboard writes down.
///
/// Data sets, layers, losses, optimizers and metrics are all spelt this way, with Keras' own names, so that one
/// small grammar serves experiment files, options on the command line and session logs:
///
/// ```
/// term      = name [ "(" [ argument { "," argument } ] ")" ]
/// argument  = [ name "=" ] value
/// value     = number | "true" | "false" | "none" | quoted text | term
/// ```
public struct Term: Hashable, Sendable {
    /// One argument: `64`, or with a label `units=64`.
    public struct Argument: Hashable, Sendable {
        /// The word before `=`, or `nil` for an argument known by its place.
        public var label: String?
        /// The value behind the label.
        public var value: Value

        /// Makes an argument from its label, if it has one, and its value.
        public init(_ label: String? = nil, _ value: Value) {
            self.label = label
            self.value = value
        }
    }

    /// The value of an argument.
    public enum Value: Hashable, Sendable {
        case number(Double)
        case flag(Bool)
        case none
        case text(String)
        case term(Term)
    }

    /// The word before the parentheses.
    public var name: String
    /// The arguments, in the order in which they are written.
    public var arguments: [Argument]

    /// Makes a term from its parts.
    public init(_ name: String, _ arguments: [Argument] = []) {
        self.name = name
        self.arguments = arguments
    }
}

/// A value that can be written as a term and read back from it.
///
/// The two directions agree: `try Self(term: value.term) == value`.
public protocol TermConvertible {
    /// Reads the value; throws a ``TermError`` that says what was expected.
    init(term: Term) throws
    /// The value as a term, with every argument that differs from its default.
    var term: Term { get }
}

extension TermConvertible {
    /// Reads the value from text such as `adam(learning_rate=0.01)`.
    public init(text: String) throws {
        try self.init(term: Term(parsing: text))
    }

    /// The value as text, the inverse of ``init(text:)``.
    public var text: String { term.description }
}

// MARK: - Writing

extension Term: CustomStringConvertible {
    /// The term as text that ``init(parsing:)`` reads back.
    public var description: String {
        arguments.isEmpty ? name : "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
    }
}

extension Term.Argument: CustomStringConvertible {
    /// `label=value`, or the value alone.
    public var description: String {
        label.map { "\($0)=\(value)" } ?? value.description
    }
}

extension Term.Value: CustomStringConvertible {
    /// The value as it is written in a term.
    public var description: String {
        switch self {
        case .number(let number):
            number == number.rounded() && abs(number) < 0x1p53 ? "\(Int64(number))" : number.spelt
        case .flag(let flag): "\(flag)"
        case .none: "none"
        case .text(let text): Self.quoted(text)
        case .term(let term): term.description
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\"".unicodeScalars
        for character in text.unicodeScalars {
            switch character {
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            default: result.append(character)
            }
        }
        result.append("\"")
        return String(result)
    }
}

/// Takes a term's arguments one by one and, at the end, complains of those that nobody asked for.
///
/// ```swift
/// var reader = TermReader(term)
/// units = try reader.integer("units", at: 0)
/// activation = try reader.term("activation", at: 1).map(Activation.init(term:)) ?? .linear
/// try reader.finish()
/// ```
public struct TermReader {
    private let term: Term
    private var unread: [(place: Int?, argument: Term.Argument)]
    private var asked: [String] = []

    /// Starts to read a term.
    public init(_ term: Term) {
        self.term = term
        var place = 0
        unread = term.arguments.map { argument in
            guard argument.label == nil else { return (nil, argument) }
            defer { place += 1 }
            return (place, argument)
        }
    }

    private mutating func take(_ label: String, _ place: Int?) -> Term.Value? {
        asked.append(label)
        let found = unread.firstIndex {
            $0.argument.label == label || (place != nil && $0.place == place)
        }
        return found.map { unread.remove(at: $0).argument.value }
    }

    private func wrong(_ label: String, _ value: Term.Value, _ expected: String) -> TermError {
        .wrongArgument(label, of: term.name, found: value.description, expected: expected)
    }

    /// Anything, by its label or its place; `nil` where it is absent.
    public mutating func value(_ label: String, at place: Int? = nil) -> Term.Value? { take(label, place) }

    /// A number, by its label or its place; `nil` where it is absent.
    public mutating func number(_ label: String, at place: Int? = nil) throws -> Double? {
        guard let value = take(label, place) else { return nil }
        guard case .number(let number) = value else { throw wrong(label, value, "a number") }
        return number
    }

    /// A whole number, by its label or its place; `nil` where it is absent or `none`.
    public mutating func integer(_ label: String, at place: Int? = nil) throws -> Int? {
        guard let value = take(label, place), value != .none else { return nil }
        guard case .number(let number) = value, let integer = Int(exactly: number) else {
            throw wrong(label, value, "a whole number")
        }
        return integer
    }

    /// A whole number that may be `none`, which is `nil` here.
    ///
    /// - Parameters:
    ///   - label: The argument's name.
    ///   - place: Its place among those without a label.
    ///   - standard: The value of an absent argument.
    /// - Returns: The number, `nil` for `none`, or the standard.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)`` for anything else.
    public mutating func integer(
        _ label: String, at place: Int? = nil, default standard: Int?
    ) throws -> Int? {
        guard let value = take(label, place) else { return standard }
        if value == .none { return nil }
        guard case .number(let number) = value, let integer = Int(exactly: number) else {
            throw wrong(label, value, "a whole number or none")
        }
        return integer
    }

    /// `true` or `false`; `nil` where it is absent.
    public mutating func flag(_ label: String, at place: Int? = nil) throws -> Bool? {
        guard let value = take(label, place) else { return nil }
        guard case .flag(let flag) = value else { throw wrong(label, value, "true or false") }
        return flag
    }

    /// A term within the term; `nil` where it is absent or `none`.
    public mutating func term(_ label: String, at place: Int? = nil) throws -> Term? {
        guard let value = take(label, place), value != .none else { return nil }
        guard case .term(let inner) = value else { throw wrong(label, value, "a name") }
        return inner
    }

    /// A word or quoted text; `nil` where it is absent or `none`.
    public mutating func text(_ label: String, at place: Int? = nil) throws -> String? {
        guard let value = take(label, place), value != .none else { return nil }
        switch value {
        case .text(let text): return text
        case .term(let inner) where inner.arguments.isEmpty: return inner.name
        default: throw wrong(label, value, "text")
        }
    }

    /// Throws where an argument is left that none of the calls before asked for, or that was given twice.
    public func finish() throws {
        guard let (_, argument) = unread.first else { return }
        if let label = argument.label, asked.contains(label) {
            throw TermError.repeatedArgument(label, of: term.name)
        }
        // If one number is expected, two are one with a decimal comma.
        if argument.label == nil, case .number(let last) = argument.value,
            let place = term.arguments.lastIndex(of: argument), place > 0,
            case .number(let first) = term.arguments[place - 1].value
        {
            let found = [first, last].map { Term.Value.number($0).description }.joined(separator: ", ")
            throw TermError.wrongArgument(
                term.arguments[place - 1].label ?? asked.last ?? term.name, of: term.name, found: found,
                expected: "one number; a fraction has a decimal point")
        }
        throw TermError.unknownArgument(
            argument.label ?? argument.value.description, of: term.name, choices: asked)
    }
}

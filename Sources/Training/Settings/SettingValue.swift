import Datasets

/// A type of value that a setting can hold: something that stands behind `=` in a term, as in `clipnorm=1`.
protocol SettingValue: Equatable, Sendable {
    /// The kind of value that a term must have there, in words: “a number”.
    static var expected: String { get }

    /// Reads the value.
    ///
    /// - Parameter value: The value in the term.
    /// - Returns: `nil` where it is something else than ``expected``.
    /// - Throws: ``TermError`` where it is a term of the right form with a fault of its own.
    static func read(_ value: Term.Value) throws -> Self?

    /// The value as it stands in a term.
    var written: Term.Value { get }
}

extension Double: SettingValue {
    static let expected = "a number"

    static func read(_ value: Term.Value) -> Double? {
        guard case .number(let number) = value else { return nil }
        return number
    }

    var written: Term.Value { .number(self) }
}

extension Int: SettingValue {
    static let expected = "a whole number"

    static func read(_ value: Term.Value) -> Int? {
        guard case .number(let number) = value else { return nil }
        return Int(exactly: number)
    }

    var written: Term.Value { .number(Double(self)) }
}

extension Bool: SettingValue {
    static let expected = "true or false"

    static func read(_ value: Term.Value) -> Bool? {
        guard case .flag(let flag) = value else { return nil }
        return flag
    }

    var written: Term.Value { .flag(self) }
}

extension String: SettingValue {
    static let expected = "a word"

    static func read(_ value: Term.Value) -> String? {
        switch value {
        case .text(let text): text
        case .term(let word) where word.arguments.isEmpty: word.name
        default: nil
        }
    }

    // A word needs no quotation marks, and what is none would not be read back without them.
    var written: Term.Value {
        let word = try? Term(parsing: self)
        return word?.arguments.isEmpty == true && word?.name == self ? .term(Term(self)) : .text(self)
    }
}

extension Optional: SettingValue where Wrapped: SettingValue {
    static var expected: String { "\(Wrapped.expected) or none" }

    static func read(_ value: Term.Value) throws -> Wrapped?? {
        if value == .none { return .some(nil) }
        return try Wrapped.read(value).map(Optional.some)
    }

    var written: Term.Value { self?.written ?? .none }
}

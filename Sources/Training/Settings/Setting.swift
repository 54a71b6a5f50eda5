import Datasets

/// One setting of a value: Keras' name for it, where it is kept, and what it may be.
///
/// ```swift
/// struct LeakyReLU {
///     static let settings: [Setting<LeakyReLU>] = [
///         .init("negative_slope", \.negativeSlope, in: 0...1)
///     ]
///     var negativeSlope = 0.2
/// }
/// ```
struct Setting<Owner>: Sendable {
    /// Keras' name for it.
    let name: String
    /// Tells whether a term must say it, since there is no default.
    let isRequired: Bool
    /// The kind of value that is expected of a term, in words.
    let expected: String

    /// Takes a value over from a term; false where it isn't what is expected.
    let read: @Sendable (Term.Value, inout Owner) throws -> Bool
    /// The value as it stands in a term.
    let written: @Sendable (Owner) -> Term.Value
    /// Says in words what the value should be; `nil` where it is in order.
    let wanted: @Sendable (Owner) -> String?

    /// Describes a setting of any type.
    ///
    /// - Parameters:
    ///   - name: Keras' name for it.
    ///   - path: The property that holds it.
    ///   - isRequired: `true` if a term must say it.
    ///   - wanted: Says in words what the value should be where it isn't: `a positive number`.
    init<Value: SettingValue>(
        _ name: String, _ path: WritableKeyPath<Owner, Value> & Sendable, required isRequired: Bool = false,
        wanted: @escaping @Sendable (Value) -> String? = { _ in nil }
    ) {
        self.name = name
        self.isRequired = isRequired
        expected = Value.expected
        read = { value, owner in
            guard let value = try Value.read(value) else { return false }
            owner[keyPath: path] = value
            return true
        }
        written = { $0[keyPath: path].written }
        self.wanted = { wanted($0[keyPath: path]) }
    }

    /// Describes a number.
    init(
        _ name: String, _ path: WritableKeyPath<Owner, Double> & Sendable, in range: ClosedRange<Double>,
        required: Bool = false
    ) {
        self.init(name, path, required: required) { range.contains($0) ? nil : range.inWords }
    }

    /// Describes a number that may be missing.
    init(_ name: String, _ path: WritableKeyPath<Owner, Double?> & Sendable, in range: ClosedRange<Double>) {
        self.init(name, path) { number in
            guard let number, !range.contains(number) else { return nil }
            return "\(range.inWords), or none"
        }
    }

    /// Describes a whole number.
    init(
        _ name: String, _ path: WritableKeyPath<Owner, Int> & Sendable, in range: ClosedRange<Int>,
        required: Bool = false
    ) {
        self.init(name, path, required: required) { number in
            guard !range.contains(number) else { return nil }
            return range.upperBound == .max
                ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
        }
    }

    /// Describes a choice among words.
    init(_ name: String, _ path: WritableKeyPath<Owner, String> & Sendable, among words: [String]) {
        self.init(name, path) { words.contains($0) ? nil : "one of \(words.joined(separator: ", "))" }
    }
}

extension ClosedRange<Double> {
    /// Any number above zero.
    static let positive = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
    /// Zero or any number above it.
    static let notNegative = 0...Double.greatestFiniteMagnitude
    /// A share that is less than the whole, such as a momentum.
    static let share = 0...1.0.nextDown

    /// The numbers in the range in words, for a message.
    fileprivate var inWords: String {
        switch (lowerBound, upperBound) {
        case (.leastNonzeroMagnitude, .greatestFiniteMagnitude): "a positive number"
        case (let lowest, .greatestFiniteMagnitude): "a number from \(lowest.written) up"
        case (let lowest, 1.0.nextDown): "from \(lowest.written) to less than 1"
        default: "from \(lowerBound.written) to \(upperBound.written)"
        }
    }
}

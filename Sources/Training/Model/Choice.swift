import Datasets

/// One of several things of a kind that a text names: an activation, a loss, an optimizer, a metric.
///
/// A new one is a file of its own that conforms to the kind's protocol, and one line in the kind's list.
protocol Choice: TermConvertible, Sendable {
    /// Keras' name for it.
    static var name: String { get }
}

extension Choice {
    var name: String { Self.name }
}

/// Finds a choice by name, or says what there is to choose from.
///
/// - Parameters:
///   - name: The name that was asked for.
///   - choices: All there are.
///   - kind: What they are called together, for the message.
///   - key: Gives the name of a choice.
/// - Returns: The one of that name.
/// - Throws: ``TermError/unknownName(_:kind:choices:)`` with the nearest name.
func choice<T>(named name: String, among choices: [T], kind: String, by key: (T) -> String) throws -> T {
    guard let found = choices.first(where: { key($0) == name }) else {
        throw TermError.unknownName(name, kind: kind, choices: choices.map(key))
    }
    return found
}

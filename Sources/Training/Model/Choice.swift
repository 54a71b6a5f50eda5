import Datasets

/// One of several things of a kind that a text names: an activation, a loss, an optimizer, a metric.
///
/// A new one is a file of its own that conforms to the kind's protocol, and one line in the kind's list.
protocol Choice: TermConvertible, Sendable {
    /// Keras' name for it.
    static var name: String { get }
    /// Other names that Keras knows it by, such as `mse`; what is written is always ``name``.
    static var aliases: [String] { get }
}

extension Choice {
    static var aliases: [String] { [] }

    var name: String { Self.name }

    /// Tells whether a text means this choice: its name or an alias, in any of the spellings of
    /// ``Swift/String/folded``.
    static func isCalled(_ word: String) -> Bool {
        ([name] + aliases).contains { $0.folded == word.folded }
    }
}

/// Finds a choice by name or alias, or says what there is to choose from.
///
/// - Parameters:
///   - name: The name that was asked for, in any of the spellings of ``Swift/String/folded``.
///   - choices: All there are.
///   - kind: The noun for such choices, for the message.
///   - type: Gives the type of a choice, which knows its names.
/// - Returns: The one of that name.
/// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` with the nearest name.
func choice<T>(
    named name: String, among choices: [T], kind: String, by type: (T) -> any Choice.Type
) throws -> T {
    let types = choices.map(type)
    guard let found = types.firstIndex(where: { $0.isCalled(name) }) else {
        throw TermError.unknownName(
            name, kind: kind, choices: types.map { $0.name }, aliases: types.flatMap { $0.aliases })
    }
    return choices[found]
}

/// Finds something by its name alone, or says what there is to choose from.
///
/// - Parameters:
///   - name: The name that was asked for, in any of the spellings of ``Swift/String/folded``.
///   - choices: All there are.
///   - kind: The noun for such choices, for the message.
///   - key: Gives the name of a choice.
/// - Returns: The one of that name.
/// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` with the nearest name.
func choice<T>(named name: String, among choices: [T], kind: String, by key: (T) -> String) throws -> T {
    guard let found = choices.first(where: { key($0).folded == name.folded }) else {
        throw TermError.unknownName(name, kind: kind, choices: choices.map(key))
    }
    return found
}

extension String {
    /// The word without what its spellings differ in: `GlorotUniform` and `glorot_uniform` fold alike.
    ///
    /// Keras names most things twice, by a function (`l1_l2`) and by a class (`L1L2`).
    var folded: String { lowercased().filter { $0 != "_" } }
}

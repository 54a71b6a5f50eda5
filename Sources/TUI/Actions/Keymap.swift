/// The meanings of keys: the table's own bindings, and those that a person has changed in the config file.
public struct Keymap: Equatable, Sendable {
    typealias Meaning = ActionEntry.Meaning

    /// The changed bindings; no meaning where a key is to do nothing.
    private var changed: [Scope: [Key: Meaning?]] = [:]
    /// The possible meanings of keys: the table, and below it what a person has bound that is not in it.
    private(set) var entries = ActionTable.entries

    /// Tells whether there are keys; without, commands are named in their place.
    private var hasKeys = true

    /// The bindings that nnboard comes with.
    public init() {}

    /// The map of who writes commands alone.
    static let withoutKeys: Keymap = {
        var keymap = Keymap()
        keymap.hasKeys = false
        return keymap
    }()

    private static let own: [Scope: [Key: Meaning]] = ActionTable.entries.reduce(into: [:]) { table, entry in
        for key in entry.keys { table[entry.scope, default: [:]][key] = entry.meaning }
    }

    /// Gives a key a new meaning; its old one loses the key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - scope: The scope in which it holds; everywhere is also in panes where the key meant something
    ///     else.
    ///   - command: The key's new meaning; `nil` for nothing.
    public mutating func bind(_ key: Key, in scope: Scope, to command: Command?) {
        let meaning = command.map(Meaning.command)
        changed[scope, default: [:]][key] = .some(meaning)
        if scope == .everywhere {
            for pane in Scope.allCases where pane.isPane && Self.own[pane]?[key] != nil {
                changed[pane, default: [:]][key] = .some(meaning)
            }
        }
        entries = ActionTable.entries + added
    }

    /// The bindings that the table doesn't have there: a command with its argument, such as `find frost`, or
    /// one that has its keys elsewhere.
    private var added: [ActionEntry] {
        Scope.allCases.flatMap { scope -> [ActionEntry] in
            let bound = (changed[scope] ?? [:]).sorted { $0.key.description < $1.key.description }
            return bound.compactMap { key, meaning in
                guard case .command(let command)? = meaning,
                    !ActionTable.entries.contains(where: { $0.scope == scope && $0.meaning == meaning }),
                    scope == .everywhere || changed[.everywhere]?[key] != .some(meaning)
                else { return nil }
                let known = ActionTable.entries.first { $0.meaning == meaning }
                return ActionEntry(
                    group: .init(scope), scope: scope, keys: [key], meaning: .command(command),
                    help: known?.help ?? command.description, hint: known?.hint ?? command.description)
            }
        }
    }

    /// The changed bindings, as lines of a config file: `key data x = filter words`.
    var lines: [String] {
        // Everywhere first: it takes keys from panes, which may have got them back.
        let scopes = [Scope.everywhere] + Scope.allCases.filter { $0 != .everywhere }
        return scopes.flatMap { scope in
            (changed[scope] ?? [:]).map { key, meaning in
                var text = ""
                if case .command(let command)? = meaning { text = command.description }
                return "key \(scope.rawValue) \(key) = \(text)"
            }.sorted()
        }
    }

    /// The meaning of a key: in the scope itself, else, in a pane, everywhere.
    func meaning(of key: Key, in scope: Scope) -> Meaning? {
        if let change = changed[scope]?[key] { return change }
        if let meaning = Self.own[scope]?[key] { return meaning }
        return scope.isPane ? meaning(of: key, in: .everywhere) : nil
    }

    /// The keys of an entry, as they are bound now.
    func keys(of entry: ActionEntry) -> [Key] {
        // Nearly nobody changes keys, and a frame asks this of every entry.
        guard !changed.isEmpty else { return entry.keys }
        let isInTable = ActionTable.entries.contains {
            $0.scope == entry.scope && $0.meaning == entry.meaning
        }
        let added = (changed[entry.scope] ?? [:]).filter { $0.value == entry.meaning }.map(\.key)
            .filter { isInTable && !entry.keys.contains($0) }
        return entry.keys.filter { meaning(of: $0, in: entry.scope) == entry.meaning }
            + added.sorted { $0.description < $1.description }
    }

    /// The keys of a command in the pane in focus; none where it has none there.
    func keys(of command: Command, in scope: Scope) -> [Key] {
        entries.filter { $0.command == command && [scope, .everywhere].contains($0.scope) }
            .flatMap(keys)
    }

    /// The key to press for a command, in words; the command as text where no key means it.
    func name(of command: Command, in scope: Scope = .everywhere) -> String {
        guard hasKeys else { return "“\(command)”" }
        return keys(of: command, in: scope).first?.description ?? "“:\(command)”"
    }

    /// The bindings that a footer shows, those of the scope first, each with its first key.
    func hints(for scope: Scope) -> [Hint] {
        let own = entries.filter { $0.scope == scope }
        let common = scope.isPane ? entries.filter { $0.scope == .everywhere } : []
        return (own + common).compactMap { entry in
            keys(of: entry).first.map { Hint(key: $0, meaning: entry.meaning, text: entry.hint) }
        }
    }

    /// A key with what it does in a word or two.
    struct Hint: Equatable {
        var key: Key
        var meaning: Meaning
        var text: String

        var command: Command? {
            if case .command(let command) = meaning { command } else { nil }
        }
    }
}

extension ActionEntry.Group {
    /// Finds the help's heading for the bindings that a person has made in a scope.
    fileprivate init(_ scope: Scope) {
        switch scope {
        case .data: self = .data
        case .model: self = .model
        case .curves: self = .curves
        case .inspector: self = .inspector
        case .results: self = .results
        default: self = .program
        }
    }
}

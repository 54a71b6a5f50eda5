import Training

/// Things to do with sessions and models as text and files.
public enum SessionChange: Hashable, Sendable {
    /// Changes settings, then trains.
    case train([ExperimentEdit])
    /// Gives a part of the experiment another value, as in an experiment's file.
    case set(String, String)
    /// Makes a change in the next run, at a time of it.
    case plan(TimedEdit)
    /// Trains to a time, and pauses there.
    case until(Moment)
    /// Writes the commands so far to a file.
    case save(FileArgument)
    /// Performs the commands of a file, one after another.
    case replay(FileArgument)
    /// Gives up the commands that are still to be performed.
    case stopReplay
    /// Keeps the weights that are shown, and what they are.
    case saveModel(FileArgument)
    /// Opens weights that were kept.
    case openModel(FileArgument)
    /// Copies the experiment as Keras code, or writes it to a file.
    case keras(FileArgument?)
}

extension SessionChange: LosslessStringConvertible {
    /// The change as text: `train epochs=9`, `session save FILE`.
    public var description: String {
        switch self {
        case .train(let edits): "train " + edits.compactMap(\.spokenSetting).joined(separator: " ")
        case .set(let key, let value): value.isEmpty ? "set \(key)" : "set \(key) = \(value)"
        case .plan(let change): "plan \(change.text)"
        case .until(let moment): "until \(moment.epochs) \(moment.batches)"
        case .save(let file): "session save \(file)"
        case .replay(let file): "session replay \(file)"
        case .stopReplay: "session stop"
        case .saveModel(let name): "save \(name)"
        case .openModel(let name): "open \(name)"
        case .keras(let file): file.map { "keras \($0)" } ?? "keras"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        guard let change = try? SessionChange(text: description) else { return nil }
        self = change
    }

    /// Reads a change's text.
    ///
    /// - Parameter text: A verb, and what follows it.
    /// - Throws: The error of a text whose end is wrong; ``CommandError/malformed(_:forms:)`` where it is no
    ///   such text at all.
    init(text: String) throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let (verb, rest) = (parts.first ?? "", parts.count > 1 ? String(parts[1].trimmed) : "")
        switch verb {
        case "train" where !rest.isEmpty: self = .train(try ExperimentEdit.settings(rest))
        case "set" where !rest.isEmpty:
            let key = String(rest.prefix { $0 != "=" }.trimmed)
            guard !key.isEmpty else {
                throw CommandError.malformed(text, forms: ActionTable.forms(of: verb))
            }
            self = .set(key, String(rest.drop { $0 != "=" }.dropFirst().trimmed))
        case "plan": self = .plan(try TimedEdit(text: rest))
        case "until":
            let numbers = rest.split(separator: " ").map { Int($0) }
            guard (1...2).contains(numbers.count), let epochs = numbers[0], epochs >= 0,
                let batches = numbers.count > 1 ? numbers[1] : 0, batches >= 0
            else { throw CommandError.malformed(text, forms: ActionTable.forms(of: verb)) }
            self = .until(Moment(epochs: epochs, batches: batches))
        case "session" where rest == "stop": self = .stopReplay
        case "session":
            let words = rest.split(separator: " ", maxSplits: 1).map { String($0.trimmed) }
            let name = words.count == 2 ? words[1] : ""
            switch words.first {
            case "save": self = .save(try Self.file(name, of: text))
            case "replay": self = .replay(try Self.readFile(name, of: text))
            default: throw CommandError.malformed(text, forms: ActionTable.forms(of: verb))
            }
        case "save": self = .saveModel(try Self.file(rest, of: text))
        case "open": self = .openModel(try Self.readFile(rest, of: text))
        case "keras": self = .keras(rest.isEmpty ? nil : try Self.file(rest, of: text))
        default: throw CommandError.malformed(text, forms: ActionTable.forms(of: verb))
        }
    }

    /// The file that a command names.
    private static func file(_ name: String, of text: String) throws -> FileArgument {
        do {
            return try FileArgument(parsing: name)
        } catch .missing {
            // Of the forms of a session those of the word that was written.
            let words = text.split(separator: " ").map(String.init)
            let forms = ActionTable.forms(of: words.first ?? "")
            let own = forms.filter { words.count > 1 && $0.hasPrefix(words[0] + " " + words[1]) }
            throw CommandError.malformed(text, forms: own.isEmpty ? forms : own)
        } catch {
            throw CommandError.argument("\(error)")
        }
    }

    /// The file that a command reads, of which none is in the way.
    private static func readFile(_ name: String, of text: String) throws -> FileArgument {
        let file = try file(name, of: text)
        guard !file.isForced else {
            throw CommandError.argument(
                "--force lets a file be replaced, and this reads one. Leave it out, or put a name that ends so in "
                    + "quotation marks.")
        }
        return file
    }
}

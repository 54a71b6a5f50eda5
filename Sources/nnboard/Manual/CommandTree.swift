import ArgumentParser
import FoundationEssentials

/// The commands with their arguments, as the parser describes them.
struct CommandTree: Decodable {
    /// One command, with those below it.
    struct Command: Decodable {
        let commandName: String
        let superCommands: [String]?
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let defaultSubcommand: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The words that run it: `nnboard data show`.
        var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

        /// The commands that do something, from here down.
        var leaves: [Command] {
            guard shouldDisplay != false else { return [] }
            guard let subcommands, !subcommands.isEmpty else { return [self] }
            return subcommands.flatMap(\.leaves)
        }

        /// The arguments without a name.
        var positionals: [Argument] { shown.filter { $0.kind == "positional" } }

        /// The arguments with a name, except for `--help` and `--version`, which every command has.
        var options: [Argument] {
            shown.filter { $0.kind != "positional" && !["help", "version"].contains($0.valueName) }
        }

        private var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay != false } }
    }

    /// An option, a flag, or what stands without a name.
    struct Argument: Decodable, Equatable {
        /// A way to write an option.
        struct Name: Decodable, Equatable {
            let kind: String
            let name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let isOptional: Bool?
        let shouldDisplay: Bool?
    }

    let command: Command

    /// Asks the parser.
    ///
    /// - Parameter root: The program.
    /// - Throws: A decoding error if the parser describes itself in another way than it used to.
    init(of root: any ParsableCommand.Type) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(root._dumpHelp().utf8))
    }

    private enum CodingKeys: CodingKey { case command }
}

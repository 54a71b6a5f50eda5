import ArgumentParser
import Datasets
import Foundation
import TUI
import Training

/// The program: without a subcommand it opens the dashboard.
struct NNBoard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nnboard",
        abstract:
            "Browse data, build a neural network, watch it train, and see why it predicts what it predicts.",
        discussion: """
            Options of the dashboard, such as --dataset, --data, --layers, --theme and --glyphs, may follow nnboard \
            at once; “nnboard dashboard --help” lists them.
            """,
        version: "nnboard \(Version.number)",
        subcommands: [
            OpenDashboard.self, Train.self, Predict.self, Explain.self, RunSession.self, KerasCommand.self,
            ExperimentsCommand.self, StudyCommand.self, DataCommand.self,
            ManualCommand.self,
        ],
        defaultSubcommand: OpenDashboard.self)

    /// Reads the arguments.
    ///
    /// - Parameter arguments: The arguments, without the program's name.
    /// - Returns: The command that they ask for.
    /// - Throws: An error of the parser.
    static func command(_ arguments: some Collection<String>) throws -> any ParsableCommand {
        let isNamed = configuration.subcommands.contains { $0._commandName == arguments.first }
        return isNamed ? try Named.parseAsRoot(Array(arguments)) : try parseAsRoot(Array(arguments))
    }

    /// The program, where a command is named: for each of its parts the parser would describe a default one to itself,
    /// with all its options.
    private struct Named: ParsableCommand {
        static let configuration = {
            var configuration = NNBoard.configuration
            configuration.defaultSubcommand = nil
            return configuration
        }()
    }
}

@main
enum Main {
    /// Runs the program; whatever goes wrong becomes one sentence on standard error.
    ///
    /// Not async: the dashboard's loop must stay on the main thread, and an async `main` may leave it.
    static func main() {
        StandardDescriptors.prepare()
        do {
            try Surroundings.checkArguments()
            if ShellView.isAsked(CommandLine.arguments.dropFirst()) { ShellView.answer() }
            var command = try NNBoard.command(CommandLine.arguments.dropFirst())
            try Surroundings.checkEnvironment()
            Surroundings.findHome()
            try command.run()
        } catch {
            leave(with: error)
        }
        Ending.leave(with: 0)
    }

    /// Ends with what went wrong.
    ///
    /// The parser, which describes the whole program for each question, is asked only about its own errors.
    private static func leave(with error: any Error) -> Never {
        switch error {
        case let exit as ExitCode: Ending.leave(with: exit.rawValue)
        case let error as ValidationError: leave(saying: error.message, .validationFailure)
        // A command that has only commands below it shows its help.
        case is CleanExit: leave(withWordOfParser: error)
        case let text as any CustomStringConvertible where !(error is any CustomNSError):
            leave(saying: text.description, .failure, as: error)
        default: leave(withWordOfParser: error)
        }
    }

    private static func leave(withWordOfParser error: any Error) -> Never {
        let code = NNBoard.exitCode(for: error)
        // Help and version are no mistakes. The parser would print them without noticing that it can't.
        if code.isSuccess {
            StandardOutput.print(NNBoard.fullMessage(for: error))
            Ending.leave(with: code.rawValue)
        }
        leave(saying: NNBoard.message(for: error), code)
    }

    /// Ends with a sentence on standard error.
    private static func leave(saying text: String, _ code: ExitCode, as error: (any Error)? = nil) -> Never {
        // The parser lists many choices in lines of their own.
        var message = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        message = Self.withShortWord(message)
        if let advice = NumberAdvice.sentence(on: message, CommandLine.arguments) {
            message += (message.hasSuffix(".") ? " " : ". ") + advice
        }
        if let word = Self.unknownWord(in: message) { message = word }
        StandardError.write("nnboard: \(message.harmless)")
        Ending.leave(with: (error.map(isUsage) == true ? ExitCode.validationFailure : code).rawValue)
    }

    /// The message about an unknown option, which names the option that a short word of the dashboard stands for.
    private static func withShortWord(_ message: String) -> String {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[0] == "Unknown option ", parts[1].hasPrefix("--"),
            let name = ExperimentEdit.settingName(ofShort: String(parts[1].dropFirst(2)))
        else { return message }
        let word = CommandLine.arguments.dropFirst().first ?? ""
        let named = NNBoard.configuration.subcommands.first { $0._commandName == word }
        guard named.map({ $0 is any ExperimentTaking.Type }) ?? true else { return message }
        return "Unknown option '\(parts[1])'. Did you mean '--\(name.replacing("_", with: "-"))'?"
    }

    /// The sentence on a first word that is neither a command nor an option.
    private static func unknownWord(in message: String) -> String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
            message.contains("'\(word)'"),
            message.hasPrefix("Unexpected argument")
                || message.contains(" unexpected arguments")
        else { return nil }
        let names = NNBoard.configuration.subcommands.map { $0._commandName }
        return "There is no command “\(word)”. "
            + TermError.nearest(to: word, among: names, list: "nnboard --help")
    }

    /// Tells whether what was typed is wrong, rather than what was found: a name that nothing has, a text that can't be
    /// read.
    private static func isUsage(_ error: any Error) -> Bool {
        switch error {
        case is TermError, is ModelProblems, is QuestionError, is VectorLevelError, DatasetError.nothingLeft,
            ThemeError.notFound, FileError.noFileName:
            true
        default: false
        }
    }
}

import ArgumentParser
import Datasets

/// The program as a shell completes it: the dashboard's options may stand where no command does.
///
/// The parser knows that they are read there, but its scripts don't offer the options of a default command.
struct ShellView: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: NNBoard.configuration.commandName ?? "", abstract: NNBoard.configuration.abstract,
        version: NNBoard.configuration.version, subcommands: NNBoard.configuration.subcommands)

    @OptionGroup var dashboard: OpenDashboard

    /// Prints the answer, and ends the program.
    static func answer() -> Never {
        do {
            _ = try parseAsRoot()
            Ending.leave(with: 0)
        } catch {
            // A script or words for the shell come the way of errors.
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code.isSuccess { StandardOutput.print(text) } else { StandardError.write(text) }
            Ending.leave(with: code.rawValue)
        }
    }

    /// Tells whether a shell asks: for its script, or from within it for the words that fit.
    ///
    /// - Parameter arguments: Those of the program, without its name.
    /// - Returns: True if ``answer()`` is to answer in place of ``NNBoard``.
    static func isAsked(_ arguments: some Sequence<String>) -> Bool {
        let first = arguments.first { _ in true } ?? ""
        return first == "---completion" || first.hasPrefix("--generate-completion-script")
    }
}

import ArgumentParser
import Datasets
import TUI

/// Prints the manual's page, for `make install`; `man nnboard` shows it.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual's page, for man.", shouldDisplay: false)

    @Flag(help: "Print the keys and commands alone, as Markdown.")
    var keys = false

    func run() throws {
        if keys {
            StandardOutput.print(Manual.markdown, terminator: "")
            return
        }
        let page = ManualPage(commands: try CommandTree(of: NNBoard.self).command)
        StandardOutput.print(page.source, terminator: "")
    }
}

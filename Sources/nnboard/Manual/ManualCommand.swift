import ArgumentParser

/// Prints the manual's page, for `make install`; `man nnboard` shows it.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual's page, for man.", shouldDisplay: false)

    func run() throws {
        let page = ManualPage(commands: try CommandTree(of: NNBoard.self).command)
        print(page.source, terminator: "")
    }
}

import TUI

/// The manual: commands and options from the parser, keys from the dashboard's table, and what neither knows.
struct ManualPage {
    /// The program with all its commands.
    let commands: CommandTree.Command

    /// The page in roff.
    var source: String {
        var page = Roff("nnboard", date: Version.date, version: "nnboard \(Version.number)")
        describeProgram(on: &page)
        describeCommands(on: &page)
        describeOptions(on: &page)
        describeDashboard(on: &page)
        for section in Self.surroundings {
            page.section(section.title)
            if let introduction = section.introduction { page.paragraph(introduction) }
            for item in section.items { page.item(item.name, item.text) }
        }
        page.section("Examples")
        for example in Self.examples {
            page.paragraph(example.text)
            page.example([example.line])
        }
        return page.source
    }

    private func describeProgram(on page: inout Roff) {
        page.section("Name")
        page.text(
            "nnboard - train small neural networks in the terminal, and see why they predict what they predict"
        )
        page.section("Synopsis")
        for (index, command) in commands.leaves.enumerated() {
            let isDefault = command.commandName == commands.defaultSubcommand
            let typed = isDefault ? "\(commands.commandName) [\(command.commandName)]" : command.path
            let positionals = command.positionals.map { $0.isOptional == true ? "[\($0.shown)]" : $0.shown }
            let rest = (command.options.isEmpty ? [] : ["[options]"]) + positionals
            page.synopsis(typed, rest.joined(separator: " "), isFirst: index == 0)
        }
        page.section("Description")
        page.text([commands.abstract, commands.discussion].compactMap(\.self).joined(separator: " "))
        page.paragraph(Self.description)
    }

    private func describeCommands(on page: inout Roff) {
        page.section("Commands")
        for command in commands.leaves {
            let arguments = command.positionals.compactMap { argument in
                argument.abstract.map { "\(argument.shown): \($0)" }
            }
            let text = [command.abstract, command.discussion].compactMap(\.self) + arguments
            page.item(command.path, text.joined(separator: " "))
        }
    }

    /// Options, those of the same commands together.
    private func describeOptions(on page: inout Roff) {
        page.section("Options")
        page.item("-h, --help", "Show what a command takes.")
        page.item("--version", "Show the version.")
        var described: [(option: CommandTree.Argument, commands: [String])] = []
        for command in commands.leaves {
            for option in command.options {
                if let index = described.firstIndex(where: { $0.option == option }) {
                    described[index].commands.append(command.path)
                } else {
                    described.append((option, [command.path]))
                }
            }
        }
        var headings: [[String]] = []
        for commands in described.map(\.commands) where !headings.contains(commands) {
            headings.append(commands)
        }
        for heading in headings {
            page.subsection("Of " + heading.joined(separator: ", "))
            for (option, _) in described where described.contains(where: { $0 == (option, heading) }) {
                let names = (option.names ?? []).map(\.text).joined(separator: ", ")
                let value = option.kind == "flag" ? "" : option.shown
                page.item(names, value: value, option.meaning)
            }
        }
    }

    /// Keys and commands of the dashboard.
    private func describeDashboard(on page: inout Roff) {
        page.section("Keys")
        for section in Manual.keys {
            page.subsection(section.scope)
            for entry in section.entries where !entry.keys.isEmpty {
                page.item(entry.keys, entry.text, indent: 24)
            }
        }
        page.section("Commands of the dashboard")
        // An entry that only keys carry out, such as moving in a line of text, has no command.
        var told: Set<String> = [""]
        for entry in Manual.keys.flatMap(\.entries) where told.insert(entry.command).inserted {
            page.item(entry.command, entry.text, indent: 24)
        }
    }
}

extension CommandTree.Argument {
    /// The placeholder for its value.
    fileprivate var shown: String { valueName ?? "value" }

    /// The effect of it, and the value that holds without it.
    fileprivate var meaning: String {
        let text = abstract ?? ""
        guard let defaultValue, !defaultValue.isEmpty else { return text }
        return "\(text) Without it: \(defaultValue)."
    }
}

/// One action of the table: what it is called, what it does, and which keys mean it.
struct ActionEntry: Equatable, Sendable {
    /// The headings under which the help lists the entries.
    enum Group: String, CaseIterable, Sendable {
        case train = "Training"
        case move = "Moving about"
        case find = "Finding"
        case screen = "The screen"
        case take = "Taking along"
        case data = "Data"
        case model = "Model"
        case curves = "Curves"
        case time = "Through time"
        case inspector = "Inspector"
        case results = "Results"
        case files = "Sessions and models"
        case program = "The program"
        case lesson = "In a lesson"
        case typing = "While typing"
        case list = "In a list, in the help"
        case question = "Where a question is asked"
    }

    /// The effect of an entry: a command, or one that a person completes first.
    enum Meaning: Hashable, Sendable {
        /// A command that needs nothing more.
        case command(Command)
        /// A command that needs to be told something: its first words, and what follows them.
        case with(String, Argument)
        /// A change of the line that is being typed.
        case typing(TextField.Edit)
        /// A step through what one has typed before, or what could be meant.
        case history(Int)
        case complete
        /// Takes what is typed or chosen.
        case accept
    }

    var group: Group
    var scope: Scope
    /// The keys that mean it, where nobody has bound others.
    var keys: [Key]
    var meaning: Meaning
    /// One line that says what it does.
    var help: String
    /// The same in a word or two, for the footer.
    var hint: String

    /// The command, where it needs nothing more.
    var command: Command? {
        if case .command(let command) = meaning { command } else { nil }
    }

    /// The action as text: a command, or how one is written.
    var text: String {
        switch meaning {
        case .command(let command): command.description
        case .with(let words, let argument): "\(words) \(argument.usage)"
        case .typing, .history, .complete, .accept: ""
        }
    }
}

import Datasets

/// A change of an experiment while it was run, with its time:
/// `at(epochs=3, batches=5, learning_rate(0.0001))`.
public struct TimedEdit: Hashable, Sendable {
    /// The time of the change in training; it holds from the next batch on.
    public var moment: Moment
    /// The change that was made.
    public var edit: ExperimentEdit

    /// Joins a change with its time.
    public init(_ edit: ExperimentEdit, at moment: Moment) {
        self.moment = moment
        self.edit = edit
    }
}

extension TimedEdit: TermConvertible {
    /// Reads `at(epochs=3, batches=5, learning_rate(0.0001))`; without batches it is the end of an epoch.
    public init(term: Term) throws {
        _ = try choice(named: term.name, among: ["at"], kind: "change", by: \.self)
        var reader = TermReader(term)
        guard let edit = try reader.term("change", at: 0) else {
            throw TermError.missingArgument("change", of: term.name)
        }
        guard let epochs = try reader.integer("epochs") else {
            throw TermError.missingArgument("epochs", of: term.name)
        }
        let batches = try reader.integer("batches") ?? 0
        for (name, number) in [("epochs", epochs), ("batches", batches)] where number < 0 {
            throw TermError.wrongArgument(name, of: term.name, found: "\(number)", expected: "0 or more")
        }
        try reader.finish()
        self.init(try ExperimentEdit(term: edit), at: Moment(epochs: epochs, batches: batches))
    }

    /// The change as a term.
    public var term: Term {
        var arguments: [Term.Argument] = [.init("epochs", .number(Double(moment.epochs)))]
        if moment.batches > 0 { arguments.append(.init("batches", .number(Double(moment.batches)))) }
        return Term("at", arguments + [.init(nil, .term(edit.term))])
    }
}

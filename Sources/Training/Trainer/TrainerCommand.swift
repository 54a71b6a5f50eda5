import Datasets

/// A command for a trainer, as a value: `pause`, `set_pace(epochs_per_second=5)`.
public enum TrainerCommand: Hashable, Sendable, TermConvertible {
    /// Begins to train, or continues after a pause.
    case start
    /// Stops between two batches until told to continue.
    case pause
    /// Continues after a pause.
    case resume
    /// Trains one batch, then pauses; the last batch of an epoch also validates.
    case stepBatch
    /// Trains to the end of the epoch, then pauses.
    case stepEpoch
    /// Ends the run for good.
    case stop
    /// Changes the experiment from the next batch on.
    case tune(ExperimentEdit)
    /// Changes how fast the run may go; never changes its numbers.
    case setPace(Pace)

    private static let names = [
        "start", "pause", "resume", "step_batch", "step_epoch", "stop", "tune", "set_pace",
    ]

    /// Reads a term such as `tune(learning_rate(0.01))`.
    public init(term: Term) throws {
        var reader = TermReader(term)
        switch term.name {
        case "start": self = .start
        case "pause": self = .pause
        case "resume": self = .resume
        case "step_batch": self = .stepBatch
        case "step_epoch": self = .stepEpoch
        case "stop": self = .stop
        case "tune":
            guard let edit = try reader.term("change", at: 0) else {
                throw TermError.missingArgument("change", of: term.name)
            }
            self = .tune(try ExperimentEdit(term: edit))
        case "set_pace":
            guard let pace = try reader.term("pace", at: 0) else {
                throw TermError.missingArgument("pace", of: term.name)
            }
            self = .setPace(try Pace(term: pace))
        default:
            throw TermError.unknownName(term.name, kind: "command", choices: Self.names)
        }
        try reader.finish()
    }

    /// The command as a term.
    public var term: Term {
        switch self {
        case .start: Term("start")
        case .pause: Term("pause")
        case .resume: Term("resume")
        case .stepBatch: Term("step_batch")
        case .stepEpoch: Term("step_epoch")
        case .stop: Term("stop")
        case .tune(let edit): Term("tune", [.init(nil, .term(edit.term))])
        case .setPace(let pace): Term("set_pace", [.init(nil, .term(pace.term))])
        }
    }
}

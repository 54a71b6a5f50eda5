import Training

/// Steps through a run's time: going back, continuing from there, and changing a run while it is trained.
public enum TimeChange: Hashable, Sendable {
    /// Shows the end of an epoch in all panes, counted from 1; 0 is before training.
    case epoch(Int)
    /// Shows the epoch before, the one after, the best one, the newest weights.
    case earlier, later, best, newest
    /// Begins a second run from the time that is shown, with the settings of the Model pane.
    case branch
    /// Trains so many epochs more.
    case more(Int)
    /// Ends runs once they no longer get better, and puts the best weights back; or no longer does.
    case earlyStopping
    /// Trains the run in front once more, with the same seed and the same changes at the same times.
    case again
    /// Continues the run that was cut off last, or brings it back where it had ended.
    case reopen
    /// Throws away what is kept of runs that were left.
    case discard
}

extension TimeChange: LosslessStringConvertible {
    /// The change as text: `epoch 7`, `branch`, `more 5`.
    public var description: String {
        switch self {
        case .epoch(let epoch): "epoch \(epoch)"
        case .earlier: "epoch earlier"
        case .later: "epoch later"
        case .best: "epoch best"
        case .newest: "epoch newest"
        case .branch: "branch"
        case .more(let epochs): "more \(epochs)"
        case .earlyStopping: "early-stopping"
        case .again: "again"
        case .reopen: "reopen"
        case .discard: "discard"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        let words = description.split(separator: " ").map(String.init)
        let simple: [TimeChange] = [
            .earlier, .later, .best, .newest, .branch, .earlyStopping, .again, .reopen, .discard,
        ]
        if let change = simple.first(where: { $0.description == words.joined(separator: " ") }) {
            self = change
            return
        }
        guard words.count == 2, let number = Int(words[1]),
            Self.bounds(of: words[0])?.contains(number) == true
        else { return nil }
        self = words[0] == "epoch" ? .epoch(number) : .more(number)
    }

    /// The numbers that can follow a word; `nil` where none can.
    static func bounds(of word: String) -> ClosedRange<Int>? {
        switch word {
        case "epoch": 0...100_000
        case "more": 1...100_000
        default: nil
        }
    }
}

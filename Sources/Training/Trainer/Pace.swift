import Datasets

/// The speed limit of a run: `full_speed`, `epochs_per_second(5)`.
public enum Pace: Hashable, Sendable, TermConvertible {
    /// As fast as the machine can.
    case fullSpeed
    /// No faster than so many epochs a second, spread evenly over the batches.
    case epochsPerSecond(Double)

    /// Works out the least time that each batch should take.
    ///
    /// - Parameter batches: The number of batches in an epoch.
    /// - Returns: The time from the beginning of one batch to that of the next, or `nil` at full speed.
    func batchDuration(batches: Int) -> Duration? {
        switch self {
        case .fullSpeed: nil
        case .epochsPerSecond(let rate):
            // A pace of nothing would wait for ever; an hour for each batch is as good.
            .seconds(min(3600, 1 / (max(rate, 1e-9) * Double(max(1, batches)))))
        }
    }

    /// Reads `full_speed` or `epochs_per_second(5)`.
    public init(term: Term) throws {
        var reader = TermReader(term)
        switch term.name {
        case "full_speed": self = .fullSpeed
        case "epochs_per_second":
            guard let rate = try reader.number("rate", at: 0) else {
                throw TermError.missingArgument("rate", of: term.name)
            }
            guard rate > 0 else {
                throw TermError.wrongArgument(
                    "rate", of: term.name, found: "\(rate)", expected: "a positive number")
            }
            self = .epochsPerSecond(rate)
        default:
            throw TermError.unknownName(
                term.name, kind: "pace", choices: ["full_speed", "epochs_per_second"])
        }
        try reader.finish()
    }

    /// The pace as a term.
    public var term: Term {
        switch self {
        case .fullSpeed: Term("full_speed")
        case .epochsPerSecond(let rate): Term("epochs_per_second", [.init(nil, .number(rate))])
        }
    }
}

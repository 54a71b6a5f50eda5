/// Something that keeps a model or an experiment from being trained, in words for a newcomer.
public struct ModelProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part of an experiment that is to be mended.
    public enum Place: Hashable, Sendable {
        /// The model as a whole.
        case model
        /// A layer, counted from 0.
        case layer(Int)
        case loss
        case optimizer
        case metrics
        /// A setting, by its key in an experiment file: `batch_size`.
        case setting(String)
    }

    /// The degree to which a problem stands in the way.
    public enum Severity: Hashable, Sendable {
        /// It can't be trained.
        case fatal
        /// It can be trained, but hardly ever is what somebody wants.
        case advice
    }

    /// The part of the experiment that is to be mended.
    public var place: Place
    /// The problem in words, and what to do about it.
    public var message: String
    /// The degree to which it stands in the way.
    public var severity: Severity

    /// Describes a problem.
    public init(_ place: Place, _ message: String, severity: Severity = .fatal) {
        self.place = place
        self.message = message
        self.severity = severity
    }

    /// The message.
    public var description: String { message }
}

/// Everything that keeps an experiment from being started.
public struct ModelProblems: Error, Equatable, Sendable, CustomStringConvertible {
    /// The problems, those of the first layer first.
    public var problems: [ModelProblem]

    /// Gathers problems.
    public init(_ problems: [ModelProblem]) {
        self.problems = problems
    }

    /// All messages, one after another.
    public var description: String {
        // A problem that every layer has in the same way is named once.
        var said: Set<String> = []
        return problems.map(\.message).filter { said.insert($0).inserted }.joined(separator: " ")
    }
}

extension Kernels {
    /// The level of vector instructions that the environment asks for.
    ///
    /// - Parameter environment: The environment's variables; `NNBOARD_CPU` is baseline, v3 or v4.
    /// - Returns: That level, or where none is asked for, the best that the processor has.
    /// - Throws: ``VectorLevelError``.
    static func level(environment: [String: String]) throws -> Level {
        guard let wanted = environment["NNBOARD_CPU"], !wanted.isEmpty else {
            return Level.available.last ?? .baseline
        }
        guard let level = Level.allCases.first(where: { "\($0)" == wanted }) else {
            throw VectorLevelError.unknown(wanted, levels: Level.allCases.map { "\($0)" })
        }
        guard level.isAvailable else {
            throw VectorLevelError.missing(wanted, levels: Level.available.map { "\($0)" })
        }
        return level
    }
}

/// A reason why training can't use the vector instructions that `NNBOARD_CPU` asks for.
public enum VectorLevelError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no such level.
    case unknown(String, levels: [String])
    /// This processor, or this build of nnboard, lacks the level.
    case missing(String, levels: [String])

    /// One sentence: what happened, and what to do next.
    public var description: String {
        switch self {
        case .unknown(let name, let levels):
            "NNBOARD_CPU is “\(name)”, but must be one of \(levels.joined(separator: ", ")). "
                + "Correct it, or leave it away for the best that the processor has."
        case .missing(let name, let levels):
            "NNBOARD_CPU is “\(name)”, but here there is only \(levels.joined(separator: ", ")). "
                + "Choose one of these, or leave it away for the best of them."
        }
    }
}

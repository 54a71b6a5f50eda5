import Training

extension Dashboard {
    /// Takes what came of work.
    mutating func take(_ finding: Finding) {}

    /// Does what a command asks of one prediction.
    mutating func perform(_ change: WhyChange) -> [Effect] { [] }
    /// Does what a command says of the results.
    mutating func perform(_ change: ResultsChange) -> [Effect] { [] }
    /// Does what a command says of files.
    mutating func perform(_ change: SessionChange) -> [Effect] { [] }
}

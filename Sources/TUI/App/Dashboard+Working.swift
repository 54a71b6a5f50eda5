import Training

extension Dashboard {
    /// Takes what came of work.
    mutating func take(_ finding: Finding) {
        switch finding {
        case .nothing, .filed: break
        case .explained(let explained): take(explained.finding)
        }
    }

    /// Does what a command says of the results.
    mutating func perform(_ change: ResultsChange) -> [Effect] { [] }
}

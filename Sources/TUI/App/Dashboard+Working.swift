import Training

extension Dashboard {
    /// Takes what came of work.
    mutating func take(_ finding: Finding) {
        switch finding {
        case .nothing: break
        case .results(let found): take(found)
        }
    }

    /// Does what a command asks of one prediction.
    mutating func perform(_ change: WhyChange) -> [Effect] { [] }
    /// Does what a command says of files.
    mutating func perform(_ change: SessionChange) -> [Effect] { [] }
}

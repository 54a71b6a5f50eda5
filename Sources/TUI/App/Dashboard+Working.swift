import Training

extension Dashboard {
    /// Takes what came of work.
    mutating func take(_ finding: Finding) {
        switch finding {
        case .nothing, .filed: break
        case .explained(let explained): take(explained.finding)
        case .results(let found): take(found)
        }
    }

}

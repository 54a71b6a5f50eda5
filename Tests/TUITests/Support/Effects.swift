import Datasets
import Testing

@testable import TUI
@testable import Training

extension [Effect] {
    /// The commands that trainers are told.
    var told: [TrainerCommand] {
        compactMap { if case .tell(_, let command) = $0 { command } else { nil } }
    }
    var quits: Bool { contains { if case .quit = $0 { true } else { false } } }
}

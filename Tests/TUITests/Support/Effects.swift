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

    /// The first run that continues another, and where.
    var branch: (fit: Fit, from: RunID, epoch: Int)? {
        lazy.compactMap { effect in
            if case .branch(_, let fit, _, _, let origin, _) = effect {
                (fit, origin.run, origin.epoch)
            } else {
                nil
            }
        }.first
    }

    /// Tells whether a run takes the place of another.
    var isReplacing: Bool {
        contains { if case .branch(_, _, _, _, let origin, _) = $0 { origin.isReplaced } else { false } }
    }

    /// Tells whether what is kept of a run goes.
    var isForgetting: Bool { contains { if case .forget = $0 { true } else { false } } }
}

import Training

/// The requests to the world that are not yet answered.
struct Errands: Sendable {
    private var weights: Set<RunID> = []
    private var tests: Set<RunID> = []
    private var files = 0
    /// The runs that were told to continue or to end, and have not yet said that they do.
    private var told: Set<RunID> = []

    /// Tells whether an answer is on its way.
    var isWaiting: Bool { !weights.isEmpty || !tests.isEmpty || files > 0 || isTelling }

    /// Tells whether a run is about to continue, or to end, though it still seems to stand.
    var isTelling: Bool { !told.isEmpty }

    /// Takes note of what is asked for.
    mutating func send(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .snapshot(let id): weights.insert(id)
            case .test(let id): tests.insert(id)
            case .file: files += 1
            case .tell(let id, .start), .tell(let id, .resume), .tell(let id, .stepBatch),
                .tell(let id, .stepEpoch), .tell(let id, .stop):
                told.insert(id)
            case .release(let id):
                weights.remove(id)
                tests.remove(id)
                told.remove(id)
            default: break
            }
        }
    }

    /// Takes note of an answer.
    mutating func take(_ action: Action) {
        switch action {
        case .snapshot(let id, _): weights.remove(id)
        case .tested(let id, _), .testFailed(let id, _): tests.remove(id)
        case .found(.filed): files -= 1
        case .milestone(let id, let milestone):
            switch milestone {
            case .resumed, .paused, .stopped, .finished, .failed: told.remove(id)
            default: break
            }
        default: break
        }
    }
}

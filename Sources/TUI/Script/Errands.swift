import Training

/// What the world was asked for and has not yet answered.
struct Errands: Sendable {
    private var weights: Set<RunID> = []
    private var tests: Set<RunID> = []
    private var files = 0

    /// Whether an answer is on its way.
    var isWaiting: Bool { !weights.isEmpty || !tests.isEmpty || files > 0 }

    /// Takes note of what is asked for.
    mutating func send(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .snapshot(let id): weights.insert(id)
            case .test(let id): tests.insert(id)
            case .file: files += 1
            case .release(let id):
                weights.remove(id)
                tests.remove(id)
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
        default: break
        }
    }
}

import Training

/// The requests to the world that are not yet answered, each with whoever has asked.
struct Errands: Sendable {
    private var weights: Set<RunID> = []
    private var tests: Set<RunID> = []
    /// The runs that were told to continue or to end, and have not yet said that they do.
    private var told: Set<RunID> = []

    /// The errands with files; the world does them in order.
    private var files: [(asker: Asker, isReading: Bool)] = []
    /// The pictures and tables to write, which the world does in order, too.
    private var exports: [Asker] = []
    /// The changes that runs were told to make, in order.
    private var changes: [RunID: [(edit: ExperimentEdit, asker: Asker)]] = [:]
    /// Whoever has let a run begin, or continue since.
    private var runs: [RunID: Asker] = [:]
    /// Whoever waits for a data set; `nil` where none is on its way.
    private var loading: Asker?
    private var fetching = Asker()
    private var recalling = Asker()

    /// Tells whether an answer is on its way.
    var isWaiting: Bool { !weights.isEmpty || !tests.isEmpty || !files.isEmpty || isTelling }

    /// Tells whether a file is on its way that changes what is on the screen.
    var isReading: Bool { files.contains(where: \.isReading) }

    /// Tells whether a run is about to continue, or to end, though it still seems to stand.
    var isTelling: Bool { !told.isEmpty }

    /// Takes note of what is asked for.
    mutating func send(_ effects: [Effect], of asker: Asker) {
        for effect in effects {
            switch effect {
            case .snapshot(let id): weights.insert(id)
            case .test(let id): tests.insert(id)
            case .file(.read), .file(.open): files.append((asker, isReading: true))
            case .file: files.append((asker, isReading: false))
            case .write: exports.append(asker)
            case .load:
                // The loading that it takes the place of has no answer; whoever waits for that has this one.
                loading = Asker(line: asker.line, replayed: asker.replayed ?? loading?.replayed)
            case .fetch: fetching = asker
            case .work(let work) where work.kind == .recall: recalling = asker
            case .train(let id, _, _, _, _), .branch(let id, _, _, _, _, _):
                runs[id] = runs[id] ?? asker
            case .tell(let id, .start), .tell(let id, .resume), .tell(let id, .stepBatch),
                .tell(let id, .stepEpoch):
                told.insert(id)
                runs[id] = asker
            case .tell(let id, .stop): told.insert(id)
            case .tell(let id, .tune(let edit)): changes[id, default: []].append((edit, asker))
            case .release(let id):
                weights.remove(id)
                tests.remove(id)
                told.remove(id)
                (changes[id], runs[id]) = (nil, nil)
            default: break
            }
        }
    }

    /// A session is over: what is still loaded for it is nobody's business.
    mutating func forgetReplay() { loading?.replayed = nil }

    /// Takes note of an answer.
    ///
    /// - Returns: Whoever has asked for it; nobody where that is not known.
    mutating func take(_ action: Action) -> Asker {
        switch action {
        case .snapshot(let id, _): weights.remove(id)
        case .tested(let id, _), .testFailed(let id, _):
            tests.remove(id)
            return runs[id] ?? Asker()
        case .found(.filed): return files.isEmpty ? Asker() : files.removeFirst().asker
        case .written, .writingFailed: return exports.isEmpty ? Asker() : exports.removeFirst()
        case .loaded, .loadingFailed:
            defer { loading = nil }
            return loading ?? Asker()
        case .fetched, .fetchingFailed: return fetching
        case .recalled: return recalling
        case .milestone(let id, let milestone): return take(milestone, of: id)
        default: break
        }
        return Asker()
    }

    private mutating func take(_ milestone: Milestone, of id: RunID) -> Asker {
        switch milestone {
        case .resumed, .paused, .stopped, .finished, .failed: told.remove(id)
        case .tuned(let change):
            if let place = changes[id]?.firstIndex(where: { $0.edit == change.edit }) {
                defer { changes[id]?.removeFirst(place + 1) }
                return changes[id]?[place].asker ?? Asker()
            }
        case .refused:
            if changes[id]?.isEmpty == false { return changes[id]?.removeFirst().asker ?? Asker() }
        default: break
        }
        return runs[id] ?? Asker()
    }
}

import Training

/// The requests to the world that are not yet answered, each with whoever has asked.
struct Errands: Sendable {
    /// Something that the world is asked for.
    enum Request: Equatable, Sendable {
        /// The weights of a run.
        case weights(RunID)
        /// The result of a run on the test samples.
        case test(RunID)
        /// The life of a run from its beginning, or from where it was let continue last: all news of it are answers.
        case run(RunID)
        /// The word of a run that it continues, or ends.
        case turn(RunID)
        /// A change that a run was told to make.
        case change(RunID, ExperimentEdit)
        case file(FileTicket)
        case loading, fetching, recalling

        /// The run that it belongs to.
        fileprivate var run: RunID? {
            switch self {
            case .weights(let id), .test(let id), .run(let id), .turn(let id), .change(let id, _): id
            case .file, .loading, .fetching, .recalling: nil
            }
        }

        /// Tells whether a second one is another request, and not the same once more.
        fileprivate var isCounted: Bool { if case .change = self { true } else { false } }
    }

    /// The table, the oldest request first.
    private var open: [(request: Request, asker: Asker)] = []
    /// The number of errands with files so far.
    private var fileCount = 0

    // MARK: Looking

    /// Tells whether an answer is on its way that the next line of a session has to wait for.
    var isWaiting: Bool {
        open.contains { entry in
            switch entry.request {
            case .weights, .test, .turn, .file: true
            case .run, .change, .loading, .fetching, .recalling: false
            }
        }
    }

    /// The files that are on their way, the oldest first.
    var files: [FileTicket] {
        open.compactMap { if case .file(let ticket) = $0.request { ticket } else { nil } }
    }

    /// Tells whether a file is on its way that changes what is on the screen.
    var isReading: Bool { files.contains(where: \.isReading) }

    /// Tells whether a run is about to continue, or to end, though it still seems to stand.
    var isTelling: Bool {
        open.contains { if case .turn = $0.request { true } else { false } }
    }

    /// The changes that a run was told to make, in order.
    func changes(of id: RunID) -> [(edit: ExperimentEdit, asker: Asker)] {
        open.compactMap { entry in
            if case .change(id, let edit) = entry.request { (edit, entry.asker) } else { nil }
        }
    }

    private func asker(of request: Request) -> Asker? { open.first { $0.request == request }?.asker }

    // MARK: Asking

    /// Takes note of what is asked for.
    mutating func send(_ effects: [Effect], of asker: Asker) {
        for effect in effects {
            switch effect {
            case .snapshot(let id): add(.weights(id), asker)
            case .test(let id): add(.test(id), asker)
            case .file(_, let ticket): add(.file(ticket), asker)
            case .load:
                // The loading that it takes the place of has no answer; whoever waits for that has this one.
                let earlier = self.asker(of: .loading)?.replayed
                add(.loading, Asker(line: asker.line, replayed: asker.replayed ?? earlier))
            case .fetch: add(.fetching, asker)
            case .work(let work) where work.kind == .recall: add(.recalling, asker)
            case .train(let id, _, _, _, _), .branch(let id, _, _, _, _, _): add(.run(id), asker)
            case .tell(let id, .start), .tell(let id, .resume), .tell(let id, .stepBatch),
                .tell(let id, .stepEpoch):
                add(.turn(id), asker)
                add(.run(id), asker)
            case .tell(let id, .stop): add(.turn(id), asker)
            case .tell(let id, .tune(let edit)): add(.change(id, edit), asker)
            case .release(let id): open.removeAll { $0.request.run == id }
            default: break
            }
        }
    }

    /// The number for an errand with a file that is about to be asked for.
    mutating func ticket(for errand: FileErrand) -> FileTicket {
        fileCount += 1
        return FileTicket(number: fileCount, isReading: errand.isReading)
    }

    private mutating func add(_ request: Request, _ asker: Asker) {
        if !request.isCounted { open.removeAll { $0.request == request } }
        open.append((request, asker))
    }

    /// A session is over: what is still loaded for it is nobody's business.
    mutating func forgetReplay() {
        for place in open.indices where open[place].request == .loading { open[place].asker.replayed = nil }
    }

    // MARK: Answers

    /// Takes note of an answer.
    ///
    /// - Returns: Whoever has asked for it; nobody where that is not known.
    mutating func take(_ action: Action) -> Asker {
        switch action {
        case .snapshot(let id, _):
            // Weights are asked for after each epoch, whoever has let the run begin.
            _ = end(.weights(id))
            return Asker()
        case .tested(let id, _), .testFailed(let id, _): return end(.test(id)) ?? Asker()
        case .found(.filed(_, let ticket)): return end(.file(ticket)) ?? Asker()
        case .loaded, .loadingFailed: return end(.loading) ?? Asker()
        case .fetched, .fetchingFailed: return end(.fetching) ?? Asker()
        // Of several, the newest counts.
        case .recalled: return asker(of: .recalling) ?? Asker()
        case .milestone(let id, let milestone):
            return take(milestone, of: id) ?? asker(of: .run(id)) ?? Asker()
        default: return Asker()
        }
    }

    /// Takes note of a run's news; gives whoever has asked for these in particular.
    private mutating func take(_ milestone: Milestone, of id: RunID) -> Asker? {
        switch milestone {
        case .resumed, .paused, .stopped, .finished, .failed: _ = end(.turn(id))
        case .tuned(let change): return end(.change(id, change.edit))
        // A run answers in the order in which it was told.
        case .refused: return changes(of: id).first.flatMap { end(.change(id, $0.edit)) }
        default: break
        }
        return nil
    }

    /// Removes the oldest request of a kind.
    private mutating func end(_ request: Request) -> Asker? {
        guard let place = open.firstIndex(where: { $0.request == request }) else { return nil }
        return open.remove(at: place).asker
    }

    /// Removes the changes that a run has not made, since it makes none any more.
    ///
    /// - Returns: The changes, in order, each with whoever has asked for it.
    mutating func endChanges(of id: RunID) -> [(edit: ExperimentEdit, asker: Asker)] {
        defer { open.removeAll { if case .change(id, _) = $0.request { true } else { false } } }
        return changes(of: id)
    }
}

/// The number of an errand with a file, by which its outcome is known.
public struct FileTicket: Hashable, Sendable {
    /// The number.
    let number: Int
    /// Tells whether the outcome changes what is on the screen.
    let isReading: Bool
}

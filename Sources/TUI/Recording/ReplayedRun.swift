import Training

/// A run that is trained again while its session is replayed: just as far as the next line wants it.
///
/// The trainer stands still until it is asked for more, so that weights and epochs are those of the session whatever
/// machine it is replayed on.
struct ReplayedRun {
    /// The orders that the trainer can be given next.
    enum Order: Equatable {
        case begin, trainBatch, trainEpoch, stop
    }

    /// The answers to a line that waits for news.
    enum Answer {
        /// The line, and what had to come before it.
        case milestones([Milestone])
        /// The trainer must do this first; `nil` where it is at it.
        case order(Order?)
        /// This never comes; why.
        case never(String)
    }

    /// The milestones that the trainer has told, and nobody has asked for yet.
    private var told: [Milestone] = []
    private var hasBegun = false
    /// Tells whether it was told of a change that it has not yet answered.
    var isTuning = false
    private(set) var hasEnded = false
    private(set) var isMoving = false
    /// The time in its training.
    private var epochs = 0
    private var batches = 0
    /// The duration of each epoch in seconds, where the session says it.
    private var seconds: [Int: Double] = [:]

    // MARK: News from the trainer

    mutating func hear(_ milestone: Milestone) {
        switch milestone {
        case .paused:
            isMoving = false
            return
        // The session says these itself.
        case .resumed: return
        case .continued(let history, _): (epochs, batches) = (history.epochs.count, 0)
        case .tuned, .refused: isTuning = false
        case .epoch(let record): (epochs, batches) = (record.index, 0)
        case .finished, .stopped, .failed: (isMoving, hasEnded) = (false, true)
        case .started, .lossBecameNaN, .intervened: break
        }
        told.append(milestone)
    }

    // MARK: Requests of the session

    /// Tells whether the weights are those after so many epochs and batches, or as near as it still gets; if
    /// not, gives the order that brings them.
    mutating func reach(_ epochs: Int, _ batches: Int) -> (isThere: Bool, order: Order?) {
        if isMoving { return (false, nil) }
        if !hasBegun { return (false, go(.begin)) }
        if hasEnded || (self.epochs, self.batches) >= (epochs, batches) { return (true, nil) }
        return (false, go(self.epochs < epochs ? .trainEpoch : .trainBatch))
    }

    /// Ends the run where it stands.
    mutating func stop() -> Answer {
        if let found = take(upTo: { if case .stopped = $0 { true } else { false } }) {
            return .milestones(found.map { timed($0) })
        }
        if hasEnded { return .never("it has ended by itself") }
        if isMoving { return .order(nil) }
        return .order(go(hasBegun ? .stop : .begin))
    }

    /// Answers a line that waits for a milestone, with all that was told before it.
    mutating func milestone(for news: SessionNews.Run) -> Answer {
        if let found = take(upTo: { Self.fits($0, news) }) {
            return .milestones(found.map { timed($0, by: news) })
        }
        if hasEnded { return .never("it ended after \(Format.count(epochs, "epoch", "epochs"))") }
        if isMoving || isTuning { return .order(nil) }
        return .order(go(hasBegun ? .trainEpoch : .begin))
    }

    private mutating func go(_ order: Order) -> Order {
        (isMoving, hasBegun) = (true, true)
        if order == .trainBatch { batches += 1 }
        return order
    }

    private mutating func take(upTo isWanted: (Milestone) -> Bool) -> [Milestone]? {
        guard let place = told.firstIndex(where: isWanted) else { return nil }
        defer { told.removeFirst(place + 1) }
        return Array(told[...place])
    }

    private static func fits(_ milestone: Milestone, _ news: SessionNews.Run) -> Bool {
        switch (milestone, news) {
        case (.started, .started), (.lossBecameNaN, .noNumber), (.intervened, .callback),
            (.finished, .finished), (.refused, .refused):
            true
        case (.tuned(let made), .tuned(let change)): made == change
        case (.epoch(let record), .epoch(let index, _)): record.index == index
        default: false
        }
    }

    /// The milestone with the times of the session in place of this machine's.
    private mutating func timed(_ milestone: Milestone, by news: SessionNews.Run? = nil) -> Milestone {
        let each: Double? =
            switch news {
            case .epoch(_, let seconds)?, .finished(let seconds)?: seconds
            default: nil
            }
        switch milestone {
        case .epoch(var record):
            if let each { seconds[record.index] = each }
            record.seconds = seconds[record.index] ?? record.seconds
            return .epoch(record)
        case .finished(let history): return .finished(timed(history))
        case .stopped(let history): return .stopped(timed(history))
        default: return milestone
        }
    }

    private func timed(_ history: History) -> History {
        History(
            epochs: history.epochs.map { record in
                var record = record
                record.seconds = seconds[record.index] ?? record.seconds
                return record
            })
    }
}

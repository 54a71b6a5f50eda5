import Training

extension SessionStep.Content {
    /// The line for an action; `nil` where it changes nothing.
    static func line(of action: Action, on dashboard: Dashboard) -> SessionStep.Content? {
        switch action {
        // The list of themes is the machine's, and no part of a session.
        case .event(.interrupt), .event(.hangup), .themes: nil as SessionStep.Content?
        // No file is written where a session is shown.
        case .found(.filed(.done(let text), _)): .news(.notice(text.harmless))
        case .found(.filed(.failed(let reason), _)): .news(.complaint(reason.harmless))
        // They follow from the weights, which are part of it.
        case .predicted, .found, .recalled: nil
        case .event(let event): .event(event)
        case .command(let command): .command(command)
        case .loading(let share): .news(.loading(share))
        case .loaded: .news(.loaded)
        case .loadingFailed(let reason): .news(.loadingFailed(reason))
        case .fetching(let share): .news(.fetching(share))
        case .fetched: .news(.fetched)
        case .fetchingFailed(let reason): .news(.fetchingFailed(reason))
        case .notice(let text): .news(.notice(text))
        case .complaint(let text): .news(.complaint(text))
        // It comes with the start.
        case .milestone(_, .continued), .cutOff, .leftFolders: nil
        case .milestone(let id, let milestone): run(id, on: dashboard, .init(milestone))
        case .progress(let id, let progress): run(id, on: dashboard, .progress(.init(progress)))
        case .snapshot(let id, let snapshot):
            run(id, on: dashboard, .weights(epochs: snapshot.epochs, batches: snapshot.batches))
        case .testFailed(_, let text): .news(.complaint(text))
        case .tested(let id, _): run(id, on: dashboard, .tested)
        }
    }

    /// News of a run that is gone change nothing.
    private static func run(
        _ id: RunID, on dashboard: Dashboard, _ news: SessionNews.Run
    ) -> SessionStep.Content? {
        dashboard.run?.id == id ? .news(.run(id.number, news)) : nil
    }
}

extension SessionNews.Run {
    init(_ milestone: Milestone) {
        self =
            switch milestone {
            case .started: .started
            case .epoch(let record): .epoch(record.index, seconds: record.seconds)
            case .paused: .paused
            case .resumed: .resumed
            case .tuned(let change): .tuned(change)
            case .refused(let reason): .refused(reason)
            case .continued: .resumed
            case .lossBecameNaN: .noNumber
            case .intervened: .callback
            case .finished: .finished(seconds: nil)
            case .stopped: .stopped
            case .failed(let reason): .failed(reason)
            }
    }
}

extension SessionNews.RunProgress {
    init(_ progress: Progress) {
        self.init(
            epoch: progress.epoch, epochs: progress.epochs, batch: progress.batch, batches: progress.batches,
            batchLoss: progress.batchLoss,
            means: [progress.metrics.loss] + progress.metrics.values.map(\.value),
            samplesPerSecond: progress.samplesPerSecond, seconds: progress.seconds)
    }

    /// The progress of a run with such metrics.
    func progress(measuring metrics: [Metric]) -> Progress {
        Progress(
            epoch: epoch, epochs: epochs, batch: batch, batches: batches, batchLoss: batchLoss,
            metrics: Metrics(
                loss: means.first ?? .nan,
                values: zip(metrics, means.dropFirst()).map { Metrics.Entry($0, $1) }),
            samplesPerSecond: samplesPerSecond, seconds: seconds)
    }
}

import Datasets
import Training

/// Replays a session: gives a dashboard its lines one after another, each at its time and once the news that
/// it waits for have come.
struct Player {
    /// The events that the replay waits for.
    enum Wait: Equatable {
        /// News.
        case news
        /// A time, in seconds since the start of the replay; news change nothing before.
        case time(Double)
        /// Nothing more: the session is over. Whether to stay on the last screen.
        case end(stays: Bool)
    }

    /// A pause is never longer, in seconds; nobody wants to see others think.
    static let longestPause = 1.0

    private(set) var dashboard: Dashboard
    private let world: World
    private let mailbox: Mailbox
    private let steps: [SessionStep]
    /// The speed compared with the recording; 0 for without any pause.
    private let speed: Double
    /// Keeps a picture.
    private let keep: (PictureRequest, Dashboard) throws -> Void

    private var next = 0
    /// The time of the last step, by the replay's clock, and in the session.
    private var last = (at: 0.0, milliseconds: 0)
    private var isOver = false

    // MARK: News from the world

    private var isLoading = true
    /// Tells whether what is being loaded was given up.
    private var hasGivenUp = false
    private var loaded: [Result<Dataset, Refusal>] = []
    private var runs: [RunID: ReplayedRun] = [:]
    private var snapshots: [RunID: Snapshot] = [:]
    private var results: [RunID: Metrics] = [:]
    /// The runs whose test result is on its way.
    private var tests: Set<RunID> = []
    /// The runs whose weights were asked for: by the dashboard, and then by the player.
    private var wantsWeights: Set<RunID> = []
    private var asksWeights: Set<RunID> = []
    /// Changes that the dashboard wanted of runs.
    private var wanted: [RunID: [ExperimentEdit]] = [:]
    /// The number of works under way: nothing happens before they end, so that pictures have their outcomes.
    private var works = 0
    /// Tells whether the session says itself which weights are shown when; a recorded one does.
    private let namesWeights: Bool

    private struct Refusal: Error {
        let reason: String
    }

    /// Makes ready to replay.
    ///
    /// - Parameters:
    ///   - steps: The steps of the session.
    ///   - dashboard: The dashboard that they change.
    ///   - world: The world, which loads and trains.
    ///   - mailbox: The box in which its news arrive.
    ///   - speed: The speed compared with the recording; 0 for without any pause.
    ///   - keep: A function that keeps a picture.
    init(
        _ steps: [SessionStep], on dashboard: Dashboard, world: World, mailbox: Mailbox, speed: Double,
        keep: @escaping (PictureRequest, Dashboard) throws -> Void = { _, _ in }
    ) {
        (self.steps, self.dashboard, self.world, self.mailbox) = (steps, dashboard, world, mailbox)
        (self.speed, self.keep) = (speed, keep)
        namesWeights = steps.contains {
            if case .news(.run(_, .weights)) = $0.content { true } else { false }
        }
        world.perform(.load(dashboard.experiment.dataset, dashboard.experiment.preprocessing))
    }

    /// Continues as far as it can.
    ///
    /// - Parameter now: The time on the replay's clock, in seconds since its start.
    /// - Returns: The event to wait for before it is asked again.
    /// - Throws: ``SessionFileError`` where a line waits for what never comes, and the error of a picture
    ///   that can't be kept.
    mutating func play(now: Double) throws -> Wait {
        for action in mailbox.drain() { hear(action) }
        while !isOver {
            guard works == 0, try showWeights() else { return .news }
            guard steps.indices.contains(next) else { return .end(stays: false) }
            let step = steps[next]
            let due = due(step)
            if now < due { return .time(due) }
            if step.content == .stay { return .end(stays: true) }
            let time = step.milliseconds ?? last.milliseconds
            dashboard.now = max(dashboard.now, Double(time) / 1000)
            guard try perform(step) else { return .news }
            (last, next) = ((now, max(time, last.milliseconds)), next + 1)
        }
        return .end(stays: false)
    }

    /// Tells whether a person's event ends the replay; all else that they do meanwhile changes nothing.
    static func ends(_ event: Event) -> Bool {
        switch event {
        case .key(.character("q")), .key(.control("c")), .interrupt, .hangup: true
        default: false
        }
    }

    private func due(_ step: SessionStep) -> Double {
        guard speed > 0, let time = step.milliseconds else { return last.at }
        let pause = min(Self.longestPause, Double(max(0, time - last.milliseconds)) / 1000)
        return last.at + pause / speed
    }

    // MARK: Steps

    /// Does a step; false where what it waits for is not there yet.
    private mutating func perform(_ step: SessionStep) throws -> Bool {
        switch step.content {
        case .event(let event): take(.event(event))
        case .command(let command): take(.command(command))
        case .picture(let request): try keep(request, dashboard)
        case .stay: break
        case .news(let news): return try perform(news, step.line)
        }
        return true
    }

    private mutating func take(_ action: Action) {
        for effect in dashboard.update(action) { perform(effect) }
    }

    private mutating func perform(_ news: SessionNews, _ line: Int) throws -> Bool {
        switch news {
        case .loading(let share): take(.loading(share))
        case .loaded:
            guard !loaded.isEmpty else {
                guard isLoading else { throw never("the data set", "nothing is being loaded", line) }
                return false
            }
            switch loaded.removeFirst() {
            case .success(let dataset): take(.loaded(dataset))
            case .failure(let refusal):
                throw SessionFileError(line: line, reason: "The data set can't be loaded. \(refusal.reason)")
            }
        case .loadingFailed(let reason): take(.loadingFailed(reason))
        case .fetching(let share): take(.fetching(share))
        case .fetched: take(.fetched)
        case .fetchingFailed(let reason): take(.fetchingFailed(reason))
        case .notice(let text): take(.notice(text))
        case .complaint(let text): take(.complaint(text))
        case .run(let number, let news): return try perform(news, of: RunID(number: number), line)
        }
        return true
    }

    private mutating func perform(_ news: SessionNews.Run, of id: RunID, _ line: Int) throws -> Bool {
        guard let run = dashboard.fits.first(where: { $0.id == id }), runs[id] != nil else {
            throw never("run \(id.number)", "there is none", line)
        }
        switch news {
        case .progress(let progress):
            take(.progress(id, progress.progress(measuring: run.experiment.model.metrics)))
        case .paused: take(.milestone(id, .paused))
        case .resumed: take(.milestone(id, .resumed))
        case .tuned(let change):
            guard reach(change.moment.epochs, change.moment.batches, id) else { return false }
            tune(id, change.edit)
            return try answer(id, line) { $0.milestone(for: news) }
        case .refused:
            if let edit = wanted[id]?.first { tune(id, edit) }
            return try answer(id, line) { $0.milestone(for: news) }
        case .failed(let reason): take(.milestone(id, .failed(reason: reason)))
        case .weights(let epochs, let batches):
            guard reach(epochs, batches, id), let snapshot = snapshot(of: id) else { return false }
            // The last batch of an epoch and its end are the same weights under two names.
            take(.snapshot(id, Snapshot(network: snapshot.network, epochs: epochs, batches: batches)))
        case .tested:
            guard let metrics = results.removeValue(forKey: id) else {
                guard tests.contains(id) else {
                    throw never("the test of run \(id.number)", "it is under way", line)
                }
                return false
            }
            tests.remove(id)
            take(.tested(id, metrics))
        case .stopped:
            // Nothing is trained after it, so that the last weights say where it was.
            let (epochs, batches) = furthest(of: id)
            guard reach(epochs, batches, id) else { return false }
            return try answer(id, line) { $0.stop() }
        case .started, .epoch, .noNumber, .callback, .finished:
            return try answer(id, line) { $0.milestone(for: news) }
        }
        return true
    }

    private mutating func answer(
        _ id: RunID, _ line: Int, _ ask: (inout ReplayedRun) -> ReplayedRun.Answer
    ) throws -> Bool {
        guard var run = runs[id] else { return false }
        let answer = ask(&run)
        runs[id] = run
        switch answer {
        case .milestones(let milestones):
            for milestone in milestones { take(.milestone(id, milestone)) }
            return true
        case .order(let order):
            obey(order, id)
            return false
        case .never(let reason): throw never("run \(id.number)", reason, line)
        }
    }

    private func never(_ what: String, _ reason: String, _ line: Int) -> SessionFileError {
        let reason = reason.hasSuffix(".") ? reason : reason + "."
        return SessionFileError(line: line, reason: "It waits for \(what), but \(reason)")
    }

    // MARK: Runs

    /// Tells a run of a change that the dashboard wanted, once.
    private mutating func tune(_ id: RunID, _ edit: ExperimentEdit) {
        guard let place = wanted[id]?.firstIndex(of: edit) else { return }
        wanted[id]?.remove(at: place)
        runs[id]?.isTuning = true
        world.perform(.tell(id, .tune(edit)))
    }

    private func obey(_ order: ReplayedRun.Order?, _ id: RunID) {
        switch order {
        case .begin: world.beginPaused(id)
        case .trainBatch: world.perform(.tell(id, .stepBatch))
        case .trainEpoch: world.perform(.tell(id, .stepEpoch))
        case .stop: world.perform(.tell(id, .stop))
        case nil: break
        }
    }

    /// Tells whether a run is trained so far; if not, it is on its way.
    private mutating func reach(_ epochs: Int, _ batches: Int, _ id: RunID) -> Bool {
        guard let (isThere, order) = runs[id]?.reach(epochs, batches) else { return false }
        obey(order, id)
        return isThere
    }

    /// Finds the time to which the run is trained in the session, as far as the session says it.
    private func furthest(of id: RunID) -> (Int, Int) {
        steps.reduce((0, 0)) { furthest, step in
            switch step.content {
            case .news(.run(id.number, .weights(let epochs, let batches))):
                furthest < (epochs, batches) ? (epochs, batches) : furthest
            case .news(.run(id.number, .progress(let progress))):
                furthest < (progress.epoch - 1, progress.batch)
                    ? (progress.epoch - 1, progress.batch) : furthest
            default: furthest
            }
        }
    }

    /// The weights as they are, once they have been asked for.
    private mutating func snapshot(of id: RunID) -> Snapshot? {
        if let snapshot = snapshots.removeValue(forKey: id) {
            asksWeights.remove(id)
            return snapshot
        }
        if asksWeights.insert(id).inserted { world.sendSnapshot(of: id) }
        return nil
    }

    /// Gives the dashboard the weights that it has asked for; false where they are on their way.
    private mutating func showWeights() throws -> Bool {
        guard !namesWeights, let id = wantsWeights.first else { return true }
        guard dashboard.fits.contains(where: { $0.id == id }) else {
            wantsWeights.remove(id)
            return true
        }
        guard reach(0, 0, id), let snapshot = snapshot(of: id) else { return false }
        wantsWeights.remove(id)
        take(.snapshot(id, snapshot))
        return true
    }

    // MARK: The world

    private mutating func hear(_ action: Action) {
        switch action {
        case .loaded(let dataset): (isLoading, loaded) = (false, loaded + [.success(dataset)])
        case .loadingFailed(let reason):
            isLoading = false
            if !hasGivenUp { loaded.append(.failure(Refusal(reason: reason))) }
            hasGivenUp = false
        case .milestone(let id, let milestone): runs[id]?.hear(milestone)
        case .snapshot(let id, let snapshot): snapshots[id] = snapshot
        case .tested(let id, let metrics): results[id] = metrics
        case .found(.results(.looking)): take(action)
        case .found, .recalled:
            works -= 1
            take(action)
        // All else the session says itself.
        default: break
        }
    }

    /// Carries out the effects that the session needs in order to continue, and nothing that would be seen
    /// elsewhere: no file is written, nothing is downloaded.
    private mutating func perform(_ effect: Effect) {
        switch effect {
        case .quit: isOver = true
        case .load:
            (isLoading, hasGivenUp) = (true, false)
            world.perform(effect)
        case .cancelLoad:
            hasGivenUp = isLoading
            world.perform(effect)
        case .release: world.perform(effect)
        case .train(let id, let fit, _, _, let dataset):
            runs[id] = ReplayedRun()
            // It waits for its first order.
            world.perform(.train(id, fit, .fullSpeed, .pause, on: dataset))
        case .branch(let id, let fit, _, _, let origin, let dataset):
            runs[id] = ReplayedRun()
            world.perform(.branch(id, fit, .fullSpeed, .pause, from: origin, on: dataset))
        // The line that says when it was made will do it.
        case .tell(let id, .tune(let edit)): wanted[id, default: []].append(edit)
        case .snapshot(let id): wantsWeights.insert(id)
        case .test(let id):
            tests.insert(id)
            world.perform(effect)
        // At once, so that pictures have what was there when they were taken.
        case .predict(let request, let network, let dataset):
            take(.predicted(PartPredictions(request, from: network, on: dataset)))
        case .work(let work):
            works += 1
            Task { [world, mailbox] in mailbox.send(await world.answer(to: work)) }
        case .forget, .cancelWork: world.perform(effect)
        case .forgetCutOff, .removeFolders, .tell, .fetch, .cancelFetch, .copy, .file: break
        }
    }
}

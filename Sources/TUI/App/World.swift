import Datasets
import Dispatch
import Synchronization
import Training

/// Carries out effects: loads data, downloads, trains.
///
/// The outcomes go back as actions.
final class World: Sendable {
    let mailbox: Mailbox
    /// The place of runs on the disk; `nil` where runs are not kept.
    let runs: KeptRuns?
    private let locations: DataLocations
    private let trainers = Mutex<[RunID: Companion]>([:])
    private let predictions = Mutex(Predicting())
    let archives = Mutex<[RunID: RunArchive]>([:])
    /// The runs that take the place of others, which are not yet of no use.
    let successions = Mutex<[RunID: Succession]>([:])
    private let desk = Mutex<[Work.Kind: Desk]>([:])
    private let isFetchWanted = Mutex(true)
    /// The runs under way that the next start could continue.
    let inFiles = Mutex(RunsInFiles())
    /// The number of the loading that is wanted: an older one gives up.
    private let wantedLoading = Mutex(0)
    /// The loading that a person gave up.
    private let cancelledLoading = Mutex(0)
    /// The files that are being written.
    let writing = FilesUnderWay()
    /// The errands with files.
    let errands = FileQueue()

    /// The state of asking a network about many samples, with the next question.
    private struct Predicting {
        typealias Question = @Sendable () -> PartPredictions

        var isAsking = false
        var next: Question?
    }

    /// The state of work of one kind, with the work that comes after it.
    private struct Desk {
        var isBusy = false
        var next: Work?
        /// Tells whether the present work is not wanted any more.
        var isCancelled = false
    }

    /// A trainer, and whether its weights are being asked for.
    private struct Companion {
        let trainer: Trainer
        var isAsking = false
        var wantsAgain = false
    }

    /// Nobody reads faster than this; asking less often leaves the processor to the training.
    private static let interval = Duration.milliseconds(100)

    /// Makes ready to carry out effects.
    ///
    /// - Parameters:
    ///   - mailbox: The box in which the outcomes are left.
    ///   - locations: The folders in which data files are looked for.
    ///   - runs: The place of runs on the disk, where they survive the end of the program; `nil` to keep
    ///     none.
    init(mailbox: Mailbox, locations: DataLocations, runs: KeptRuns? = nil) {
        self.mailbox = mailbox
        self.runs = runs
        self.locations = locations
    }

    func perform(_ effect: Effect) {
        switch effect {
        case .load(let reference, let preprocessing): load(reference, preprocessing)
        case .fetch(let name): fetch(name)
        case .cancelFetch: isFetchWanted.withLock { $0 = false }
        case .train(let id, let fit, let pace, let command, let dataset):
            train(id, fit, pace, command, on: dataset)
        case .tell(let id, let command): trainer(id)?.send(command)
        case .snapshot(let id): requestSnapshot(of: id)
        case .test(let id): test(id)
        case .predict(let request, let network, let dataset): predict(request, network, dataset)
        case .branch(let id, let fit, let pace, let command, let origin, let dataset):
            train(id, fit, pace, command, on: dataset, from: origin)
        case .forget(let id): forget(id)
        case .forgetCutOff: forgetCutOff()
        case .removeFolders(let paths): remove(leftAlone: paths)
        case .work(let work): take(work)
        case .cancelWork(let kind): desk.withLock { $0[kind]?.isCancelled = true }
        case .file(let errand, let ticket): carryOut(errand, ticket)
        case .release(let id):
            trainers.withLock { $0.removeValue(forKey: id) }?.trainer.stop()
        case .cancelLoad:
            let cancelled = wantedLoading.withLock { number in
                number += 1
                return number - 1
            }
            cancelledLoading.withLock { $0 = cancelled }
        // These are the loop's own.
        case .quit, .copy: break
        }
    }

    // MARK: Data

    /// Reading and downloading wait for disks and networks, so they have threads of their own: a task that waits
    /// would keep a processor from the trainers.
    func detach(_ work: @escaping @Sendable () -> Void) {
        DetachedThread.start(work)
    }

    private func load(_ reference: Term, _ preprocessing: [Preprocessing]?) {
        let number = wantedLoading.withLock { number in
            number += 1
            return number
        }
        detach { [self] in
            do {
                let dataset = try Catalog.load(
                    reference, preprocessing: preprocessing, from: locations
                ) { share in
                    guard wantedLoading.withLock(\.self) == number else { throw CancellationError() }
                    mailbox.send(.loading(share))
                }
                guard wantedLoading.withLock(\.self) == number else { throw CancellationError() }
                mailbox.send(.loaded(dataset))
            } catch is CancellationError {
                // If another loading took its place, that one has the word.
                guard cancelledLoading.withLock(\.self) == number else { return }
                mailbox.send(.loadingFailed("Loading was given up."))
            } catch {
                guard wantedLoading.withLock(\.self) == number else { return }
                mailbox.send(.loadingFailed("\(error)"))
            }
        }
    }

    /// Reads themes, and offers them.
    func find(_ themes: @escaping App.Options.OtherThemes) {
        detach { [mailbox] in
            let found = themes()
            mailbox.send(.themes(found.themes, problems: found.problems))
        }
    }

    /// Waits until files are written: whoever quits right after asking for one wants it whole.
    ///
    /// - Parameter time: The longest time to wait, for a disk or the reader of a pipe that stands still.
    /// - Returns: The names of the files that are not written by then.
    func finishWriting(within time: DispatchTimeInterval = .seconds(10)) -> [String] { writing.wait(time) }

    private func fetch(_ name: String) {
        isFetchWanted.withLock { $0 = true }
        detach { [self] in
            do {
                try Catalog.fetch(name, to: locations) { share in
                    guard isFetchWanted.withLock(\.self) else { throw CancellationError() }
                    mailbox.send(.fetching(share))
                }
                mailbox.send(.fetched)
            } catch is CancellationError {
                mailbox.send(.fetchingFailed(nil))
            } catch {
                mailbox.send(.fetchingFailed("\(error)"))
            }
        }
    }

    // MARK: Training

    private func trainer(_ id: RunID) -> Trainer? {
        trainers.withLock { $0[id]?.trainer }
    }

    private func train(
        _ id: RunID, _ fit: Fit, _ pace: Pace, _ command: TrainerCommand, on dataset: Dataset,
        from origin: Effect.Origin? = nil
    ) {
        do {
            try Descriptors.check(Descriptors.forWork)
            let (archive, past) = try begin(id, fit, from: origin)
            // A person who expects earlier epochs hears that there are none.
            if origin != nil, past == nil { mailbox.send(.milestone(id, .continued(History()))) }
            let trainer = try Trainer(fit, dataset: dataset, pace: pace, archive: archive, from: past)
            trainers.withLock { $0[id] = Companion(trainer: trainer) }
            listen(to: trainer, id)
            trainer.send(command)
        } catch {
            giveUp(id)
            mailbox.send(.milestone(id, .failed(reason: "\(error)")))
        }
    }

    private func listen(to trainer: Trainer, _ id: RunID) {
        Task { [self] in
            for await milestone in trainer.milestones {
                heed(milestone, of: id)
                mailbox.send(.milestone(id, milestone))
            }
        }
        Task { [mailbox] in
            for await progress in trainer.progress {
                mailbox.send(.progress(id, progress))
                // The stream keeps the newest for us, so nothing is lost by looking away.
                try? await Task.sleep(for: .milliseconds(30))
            }
        }
    }

    private func test(_ id: RunID) {
        guard let trainer = trainer(id) else { return }
        Task { [mailbox] in
            do {
                mailbox.send(.tested(id, try await trainer.evaluateTest()))
            } catch {
                mailbox.send(.testFailed(id, "The test samples could not be measured. \(error)"))
            }
        }
    }

    /// Asks a network about many samples; of the questions that come meanwhile only the last is answered.
    private func predict(_ request: PartPredictions.Request, _ network: Network, _ dataset: Dataset) {
        let mustBegin = predictions.withLock { predictions in
            predictions.next = { PartPredictions(request, from: network, on: dataset) }
            defer { predictions.isAsking = true }
            return !predictions.isAsking
        }
        guard mustBegin else { return }
        Task { [self] in
            while let question = nextQuestion() { mailbox.send(.predicted(question())) }
        }
    }

    private func nextQuestion() -> Predicting.Question? {
        predictions.withLock { predictions in
            defer { predictions.next = nil }
            predictions.isAsking = predictions.next != nil
            return predictions.next
        }
    }

    /// Does work; of what waits of one kind only the newest.
    private func take(_ work: Work) {
        let mustBegin = desk.withLock { desk in
            desk[work.kind, default: Desk()].next = work
            defer { desk[work.kind]?.isBusy = true }
            return desk[work.kind]?.isBusy == false
        }
        guard mustBegin else { return }
        Task { [self] in
            while let work = nextWork(of: work.kind) { mailbox.send(await answer(to: work)) }
        }
    }

    /// Does work at once, and gives what came of it.
    func answer(to work: Work) async -> Action {
        await work.body(
            Archives(
                find: { [self] id in archives.withLock { $0[id] } }, tell: { [mailbox] in mailbox.send($0) },
                isWanted: { [self] in desk.withLock { $0[work.kind]?.isCancelled != true } }))
    }

    private func nextWork(of kind: Work.Kind) -> Work? {
        desk.withLock { desk in
            let next = desk[kind]?.next
            desk[kind] = Desk(isBusy: next != nil)
            return next
        }
    }

    /// Tells whether all that was asked of networks and runs so far has been sent to the mailbox.
    ///
    /// Tests and replays that compare screens wait for it; what a trainer tells of its own accord is not counted.
    var owesNothing: Bool {
        !predictions.withLock(\.isAsking) && desk.withLock { $0.values.allSatisfy { !$0.isBusy } }
            && trainers.withLock { $0.values.allSatisfy { !$0.isAsking } }
    }

    /// Lets a run begin, and pauses it before its first batch.
    func beginPaused(_ id: RunID) { trainer(id)?.send(.start, .pause) }

    /// Asks for the weights as they are now, however often that was done before.
    func sendSnapshot(of id: RunID) {
        guard let trainer = trainer(id) else { return }
        Task { [mailbox] in mailbox.send(.snapshot(id, await trainer.snapshot())) }
    }

    /// Asks for the newest weights; while one answer is on its way, however many requests make one more.
    private func requestSnapshot(of id: RunID) {
        let trainer: Trainer? = trainers.withLock { trainers in
            guard var companion = trainers[id] else { return nil }
            defer { trainers[id] = companion }
            companion.wantsAgain = companion.isAsking
            guard !companion.isAsking else { return nil }
            companion.isAsking = true
            return companion.trainer
        }
        guard let trainer else { return }
        Task { [self] in
            repeat {
                let snapshot = await trainer.snapshot()
                mailbox.send(.snapshot(id, snapshot))
                try? await Task.sleep(for: Self.pause(after: snapshot))
            } while wantsAnother(id)
        }
    }

    /// The time to wait before the next weights are asked for: copying a large network slows the training.
    private static func pause(after snapshot: Snapshot) -> Duration {
        let numbers = snapshot.network.weights.reduce(0) { sum, layer in
            layer.arrays.reduce(sum) { $0 + $1.values.count }
        }
        return max(interval, .milliseconds(numbers * 4 / 20_000))
    }

    private func wantsAnother(_ id: RunID) -> Bool {
        trainers.withLock { trainers in
            guard let wants = trainers[id]?.wantsAgain else { return false }
            trainers[id]?.wantsAgain = false
            trainers[id]?.isAsking = wants
            return wants
        }
    }
}

import Datasets
import Training

/// Questions about whole parts, answered off the main thread, where the answer can be seen or will be told.
extension Dashboard {
    /// The run and samples whose F1 by class is kept.
    var track: ResultsKnown.Track? {
        shownRun.map {
            .init(run: $0.id, part: results.part, validation: experiment.settings.heldOut)
        }
    }

    /// Asks for what the view of the results needs and does not have yet.
    mutating func askForAnswers(on dataset: Dataset) -> [Effect] {
        askForEvaluation(on: dataset) + askForScores(on: dataset) + askForDuplicates(in: dataset)
    }

    /// Tells whether anything that the results pane shows is being worked out.
    var isEvaluating: Bool {
        isEvaluatingPart || known.askedScores != nil || known.duplicatesJob != nil || known.isLooking
    }

    private var isEvaluatingPart: Bool { known.asked != nil && known.evaluation?.request != known.asked }

    /// Tells whether the present view of the results is being worked out.
    private var isEvaluatingView: Bool {
        guard results.chosen == nil else { return isEvaluatingPart }
        return switch results.view {
        case .duplicates: known.duplicatesJob != nil
        // The pane tells how far the search is.
        case .suspects: false
        case .history: isEvaluatingPart || known.askedScores != nil
        default: isEvaluatingPart
        }
    }

    /// Asks for what a pane shows, whoever can see it: it will be told.
    mutating func ask(for pane: PaneID) -> [Effect] {
        switch pane {
        case .results: askForResults(isTold: true)
        case .inspector: explain(isTold: true)
        case .data, .model, .curves, .log: []
        }
    }

    /// Tells whether what a pane shows is being worked out.
    func isAsking(for pane: PaneID) -> Bool {
        switch pane {
        case .results: isEvaluatingView || isRecalling
        case .inspector: isPredicting || isExplaining || isRecalling
        case .data, .model, .curves, .log: false
        }
    }

    private mutating func askForEvaluation(on dataset: Dataset) -> [Effect] {
        guard results.view.needsNetwork || results.chosen != nil, let run = shownRun,
            let snapshot = shown(of: run),
            let network = useful(run)
        else { return [] }
        var request = PartEvaluation.Request(
            run: run.id, moment: snapshot.moment, part: results.part, validation: experiment.settings.heldOut,
            fitsTemperature: true)
        // An answer that holds more than is wanted need not be asked for again.
        guard request != known.asked else { return [] }
        request.fitsTemperature = results.view == .calibration
        guard request != known.asked else { return [] }
        known.asked = request
        let wanted = request
        return [
            .work(
                Work(.evaluation) { _ in
                    .found(.results(.evaluation(PartEvaluation(wanted, of: network, on: dataset))))
                })
        ]
    }

    /// The number of epochs to work out at a time: as many as are soon done, so that the picture grows.
    private static let epochsAtOnce = 4

    private mutating func askForScores(on dataset: Dataset) -> [Effect] {
        guard results.view == .history, results.chosen == nil, dataset.hasClasses, let track,
            let run = shownRun
        else { return [] }
        let count = run.history.epochs.count
        if let asked = known.askedScores, asked.track == track, asked.epochs == count { return [] }
        let kept = known.scores[track] ?? [:]
        let missing = (1...max(1, count)).filter { $0 <= count && kept[$0] == nil }
        guard !missing.isEmpty else { return [] }
        known.askedScores = (track, count)
        // The newest first: it is the one that is looked at while a run is trained.
        let wanted = Array(missing.suffix(Self.epochsAtOnce))
        return [
            .work(
                Work(.evaluationThroughTime) { archives in
                    let archive = archives[track.run]
                    var scores: [Int: [Float]] = [:]
                    for epoch in wanted {
                        scores[epoch] =
                            archive?.network(epoch: epoch).flatMap {
                                ClassReport.f1(of: $0, on: dataset, track.part, validation: track.validation)
                            } ?? []
                    }
                    return .found(
                        .results(
                            .scores(
                                run: track.run, part: track.part, validation: track.validation, scores)))
                })
        ]
    }

    private mutating func askForDuplicates(in dataset: Dataset) -> [Effect] {
        guard results.view == .duplicates, known.duplicates == nil, known.duplicatesJob == nil else {
            return []
        }
        known.jobs += 1
        let job = known.jobs
        known.duplicatesJob = job
        return [
            .work(Work(.duplicates) { _ in .found(.results(.duplicates(Duplicates(in: dataset), job: job))) })
        ]
    }

    // MARK: Label errors

    /// Trains networks that have not seen their part of the training samples.
    mutating func lookForLabelErrors() -> [Effect] {
        guard let dataset, !known.isLooking else { return [] }
        known.jobs += 1
        let job = known.jobs
        known.suspects = .looking(LongTask(began: now), job: job)
        let run = shownRun
        // Longer than to the best epoch, the networks would only learn their own samples by heart.
        let outOfFold = OutOfFold(
            run?.experiment ?? experiment, folds: ResultsPane.folds, epochs: run?.history.bestEpoch)
        return [
            .work(
                Work(.labelErrors) { archives in
                    .found(.results(await Self.labelErrors(outOfFold, on: dataset, job, archives)))
                })
        ]
    }

    private static func labelErrors(
        _ outOfFold: OutOfFold, on dataset: Dataset, _ job: Int, _ archives: Archives
    ) async -> ResultsFinding {
        await withCheckedContinuation { continuation in
            // A task that waits would keep a processor from the trainers.
            DetachedThread.start {
                do {
                    let evaluation = try outOfFold.run(on: dataset) { share in
                        guard archives.isWanted() else { throw CancellationError() }
                        archives.tell(.found(.results(.looking(share, job: job))))
                    }
                    continuation.resume(returning: .labelErrors(LabelErrors(evaluation), job: job))
                } catch is CancellationError {
                    continuation.resume(returning: .labelErrors(nil, job: job))
                } catch {
                    continuation.resume(returning: .lookingFailed("\(error)", job: job))
                }
            }
        }
    }

    /// Gives up what was found, or is being looked for, among samples that are shown no more.
    mutating func forgetResults() -> [Effect] {
        let effects: [Effect] = known.isLooking ? [.cancelWork(.labelErrors)] : []
        let jobs = known.jobs
        (known, results, trail) = (ResultsKnown(), ResultsState(), [])
        known.jobs = jobs
        return effects
    }

    // MARK: Answers

    /// Takes what came of asking.
    mutating func take(_ finding: ResultsFinding) {
        switch finding {
        case .evaluation(let evaluation):
            // One of an earlier epoch is better than none; one of other samples isn't.
            guard allRuns.contains(where: { $0.id == evaluation.request.run }) else {
                if known.asked == evaluation.request { known.asked = nil }
                return
            }
            known.evaluation = evaluation
            known.version += 1
        case .scores(let run, let part, let validation, let scores):
            let track = ResultsKnown.Track(run: run, part: part, validation: validation)
            known.scores[track, default: [:]].merge(scores) { $1 }
            // Those that are still missing are asked for next.
            known.askedScores = nil
        case .looking(let share, let job):
            guard known.lookingJob == job, case .looking(var task, _) = known.suspects else { return }
            task.share = share
            known.suspects = .looking(task, job: job)
        case .labelErrors(let errors, let job):
            guard known.lookingJob == job else { return }
            known.suspects = errors.map { .found($0) } ?? .unknown
            known.version += 1
            guard let errors else { return say("The search for label errors was given up.") }
            say("\(Format.count(errors.suspects.count, "label is", "labels are")) likely to be wrong.")
        case .lookingFailed(let reason, let job):
            if known.lookingJob == job { known.suspects = .failed(reason) }
        case .duplicates(let duplicates, let job):
            guard known.duplicatesJob == job else { return }
            (known.duplicates, known.duplicatesJob) = (duplicates, nil)
            known.version += 1
        }
    }
}

extension ClassReport {
    /// F1 by class of a network on a part, `[classes]`; `nil` where it can't be asked.
    fileprivate static func f1(
        of network: Network, on dataset: Dataset, _ part: DataPart, validation: Int
    ) -> [Float]? {
        (try? Evaluation(of: network, on: dataset, part, validation: validation)).map {
            ClassReport(ConfusionMatrix($0)).rows.map { Float($0.f1) }
        }
    }
}

@testable import Datasets
@testable import TUI
@testable import Training

/// A run that trains when it is told to, on the caller's thread, and tells what a trainer tells.
struct SmallRun {
    /// Keeps a network from being trained that would take seconds.
    private struct TooLarge: Error, CustomStringConvertible {
        let description = "There is no memory for a network of this size."
    }

    private enum Phase {
        case idle, running, paused, ended
    }

    /// The weights of each epoch.
    let archive: RunArchive
    private let run: TrainingRun
    private let dataset: Dataset
    private var history = History()
    private var phase = Phase.idle

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - fit: A model and its settings.
    ///   - dataset: The samples.
    ///   - other: The run to continue, if any.
    ///   - epoch: The last epoch of that run to be kept.
    /// - Throws: `TooLarge`, or the reason why the model can't be trained.
    init(_ fit: Fit, _ dataset: Dataset, from other: RunArchive?, _ epoch: Int) throws {
        guard fit.experiment.model.parameterCount(inputs: dataset.train.inputs.columns) < 20_000,
            fit.experiment.settings.epochs <= 100
        else { throw TooLarge() }
        archive = RunArchive(fit)
        let past = other?.past(upTo: epoch)
        if let past { archive.adopt(past, from: other) }
        run = try TrainingRun(fit, dataset: dataset, from: past, archive: archive)
        history = History(epochs: (past?.history.epochs ?? []).map(Self.timed))
        self.dataset = dataset
    }

    /// The weights as they are.
    var snapshot: Snapshot { run.snapshot }

    /// The result on the test samples.
    var test: Metrics? { try? run.snapshot.network.evaluate(dataset.test) }

    /// Obeys a command.
    mutating func obey(_ command: TrainerCommand) -> [Milestone] {
        guard phase != .ended else { return [] }
        switch command {
        case .start, .resume: return go()
        case .stepBatch: return go() + advance(toEpoch: false) + pause()
        case .stepEpoch: return go() + advance(toEpoch: true) + pause()
        case .pause: return pause()
        case .stop:
            phase = .ended
            return [.stopped(history)]
        case .tune(let edit):
            do {
                try run.change(edit)
                return run.takeAnswers()
            } catch {
                return [.refused("\(error)")]
            }
        case .setPace: return []
        }
    }

    /// Trains an epoch, if the run is under way.
    mutating func trainEpoch() -> [Milestone] { phase == .running ? advance(toEpoch: true) : [] }

    private mutating func go() -> [Milestone] {
        switch phase {
        case .running, .ended: return []
        case .paused:
            phase = .running
            return [.resumed]
        case .idle:
            phase = .running
            return (history.epochs.isEmpty ? [] : [.continued(history, changes: run.earlierChanges)])
                + [.started(epochs: run.experiment.settings.epochs, batchesPerEpoch: run.batches)]
                + endIfOver()
        }
    }

    private mutating func pause() -> [Milestone] {
        guard phase == .running else { return [] }
        phase = .paused
        return [.paused]
    }

    private mutating func advance(toEpoch: Bool) -> [Milestone] {
        var news: [Milestone] = []
        advancing: while phase == .running, let outcome = run.advance() {
            switch outcome {
            case .batch(let isFirstNaN):
                let place = run.progress
                if isFirstNaN { news.append(.lossBecameNaN(epoch: place.epoch, batch: place.batch)) }
                if !toEpoch, !run.isValidating { break advancing }
            case .validation: break
            case .epoch(let record):
                let record = Self.timed(record)
                history.append(record)
                news.append(.epoch(record))
                break advancing
            }
        }
        news += run.takeAnswers() + run.takeInterventions().map { .intervened($0) }
        return news + endIfOver()
    }

    /// An epoch as it is told: it takes the same time on every machine, and each time it is trained.
    private static func timed(_ record: EpochRecord) -> EpochRecord {
        EpochRecord(
            index: record.index, training: record.training, validation: record.validation, seconds: 0.25,
            learningRate: record.learningRate, layers: record.layers, batchLosses: record.batchLosses)
    }

    private mutating func endIfOver() -> [Milestone] {
        guard phase == .running, run.isFinished else { return [] }
        phase = .ended
        return [.finished(history)]
    }
}

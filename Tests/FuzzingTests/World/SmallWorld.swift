@testable import Datasets
@testable import TUI
@testable import Training

/// Answers effects as the world does, at once and always in the same way: a clock, a disk and threads have no
/// part in it.
///
/// Runs are real: their weights are those that the seed gives, and epochs are trained when ``tick()`` says so.
struct SmallWorld {
    private var runs: [RunID: SmallRun] = [:]

    /// The answers to an effect, in order; none where the world answers later or not at all.
    mutating func answers(to effect: Effect) async -> [Action] {
        switch effect {
        case .load(let term, let preprocessing): return [Self.load(term, preprocessing)]
        case .train(let id, let fit, _, let command, let dataset):
            return begin(id, fit, command, dataset, from: nil, 0)
        case .branch(let id, let fit, _, let command, let origin, let dataset):
            let news = begin(id, fit, command, dataset, from: runs[origin.run]?.archive, origin.epoch)
            if origin.isReplaced, runs[id] != nil { runs[origin.run] = nil }
            return news
        case .tell(let id, let command): return (runs[id]?.obey(command) ?? []).map { .milestone(id, $0) }
        case .snapshot(let id): return (runs[id]?.snapshot).map { [.snapshot(id, $0)] } ?? []
        case .test(let id):
            return (runs[id]?.test).map { [.tested(id, $0)] } ?? [.testFailed(id, "There is no run.")]
        case .predict(let request, let network, let dataset):
            return [.predicted(PartPredictions(request, from: network, on: dataset))]
        case .work(let work):
            let archives = runs.mapValues(\.archive)
            return [await work.body(Archives { archives[$0] })]
        case .release(let id): return (runs[id]?.obey(.stop) ?? []).map { .milestone(id, $0) }
        case .forget(let id): runs[id] = nil
        case .cancelLoad: return [.loadingFailed("Loading was given up.")]
        case .fetch: return [.fetchingFailed("There is no network.")]
        case .cancelFetch: return [.fetchingFailed(nil)]
        case .file(let errand, let ticket): return [.found(.filed(Self.news(of: errand), ticket))]
        case .quit, .copy, .cancelWork, .forgetCutOff, .removeFolders: break
        }
        return []
    }

    /// Lets each run under way train an epoch; returns the news.
    mutating func tick() -> [Action] {
        runs.keys.sorted { $0.number < $1.number }.flatMap { id in
            (runs[id]?.trainEpoch() ?? []).map { .milestone(id, $0) }
        }
    }

    /// A disk that takes everything and has nothing but two sessions.
    private static func news(of errand: FileErrand) -> FileNews {
        switch errand {
        case .save(_, let name), .secure(_, let name): .done("Saved as \(name).safetensors and \(name).json.")
        case .write(_, let path, let what): .done("\(what) is in \(path).")
        case .export(_, _, let file?): .done("Written to \(file).")
        case .export(_, let title, nil): .done("\(title) is written.")
        case .open(let name): .failed("There is no \(name).")
        case .read(FileArgument("good.session")):
            .read("part test\nselect test 2\nlayer 1 units 8\n", SessionPlace("good.session"))
        case .read(let file): .read("part test\ntrian\n", SessionPlace(file.name))
        }
    }

    private static func load(_ term: Term, _ preprocessing: [Preprocessing]?) -> Action {
        guard let dataset = SmallDatasets.all[term.name] else {
            return .loadingFailed("There is no data set called “\(term.name)”.")
        }
        do {
            return .loaded(try dataset.preprocessed(by: preprocessing ?? []))
        } catch {
            return .loadingFailed("\(error)")
        }
    }

    private mutating func begin(
        _ id: RunID, _ fit: Fit, _ command: TrainerCommand, _ dataset: Dataset,
        from other: RunArchive?, _ epoch: Int
    ) -> [Action] {
        do {
            var run = try SmallRun(fit, dataset, from: other, epoch)
            let news = run.obey(command)
            runs[id] = run
            return news.map { .milestone(id, $0) }
        } catch {
            return [.milestone(id, .failed(reason: "\(error)"))]
        }
    }
}

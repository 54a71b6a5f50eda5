import Datasets
import Training

/// The named experiments: choosing one, running it, and what others have found with it.
extension Dashboard {
    /// Lists the experiments, to start one.
    mutating func askForExperiment() {
        let missing = Set(downloads.map(\.name))
        let items = experiments.map { named in
            let name = named.experiment.dataset.name
            let place = (try? Catalog.entry(named: name))?.title ?? name
            return Menu.Item(
                text: "\(named.name): \(named.title)",
                detail: missing.contains(name) ? "built-in sample" : place, words: named.source,
                choice: .command(.start(named.name)))
        }
        var menu = Menu(purpose: .experiment, title: "start an experiment", all: items)
        let shown = experiments.firstIndex { $0.name == named?.name } ?? 0
        menu.position.go(to: shown, count: items.count, visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    /// Loads the samples that an experiment needs, and starts it when they have arrived.
    mutating func start(_ name: String) -> [Effect] {
        guard let named = experiments.first(where: { $0.name == name }) else {
            complain("\(TermError.unknownName(name, kind: "experiment", choices: experiments.map(\.name)))")
            return []
        }
        guard !isTraining else {
            complain("Stop the run first (\(key(for: .stop))): an experiment begins from the start.")
            return []
        }
        var reference = named.experiment.dataset
        let title = (try? Catalog.entry(named: reference.name))?.title ?? reference.name
        if let download = downloads.first(where: { $0.name == reference.name }) {
            guard let substitute = download.substitute else {
                complain("\(title) is not here: “nnboard data fetch \(download.name)” downloads it.")
                return []
            }
            reference.name = substitute
            say(
                "\(title) is not here: this is a built-in sample. \(key(for: .fetch)) downloads the real one."
            )
        } else {
            say("\(named.title): loading \(title).")
        }
        (starting, isOpening) = (named, false)
        plane.wanted = nil
        awaitChosenData()
        return [.load(reference, named.experiment.preprocessing)]
    }

    /// Says, once all has been measured, what others have found with the same experiment.
    mutating func comparePublished() {
        // Other settings give other figures, and so does a run that was stopped.
        guard let named, status == .finished, final == nil, begun?.hasSettings(of: named.experiment) == true
        else { return }
        let compared = named.published.compactMap { result -> String? in
            guard let own = measured(result.measure) else { return nil }
            return "\(result.measure.title) \(Format.fixed(own, 3)), published \(result.figure)"
        }
        guard !compared.isEmpty else { return }
        let isSample = named.experiment.dataset.name != experiment.dataset.name
        say(
            "\(named.name): " + compared.joined(separator: "; ")
                + (isSample ? " (there on the real data)" : "")
                + ".")
    }

    /// The measured value of the last run that ended, for comparison with a published one.
    private func measured(_ measure: PublishedResult.Measure) -> Double? {
        let group = fits.first?.group
        let all = (pastRuns + fits).filter { $0.group == group }
        let folds = all.filter(\.isFold).map(\.history)
        return RunFigures(
            folds: folds.isEmpty ? all.filter { $0.fit.role == .main }.map(\.history) : folds,
            final: all.last { $0.fit.role == .final }?.history, test: all.last?.test)[measure]
    }
}

import Datasets
import Training

/// Sessions and models as files.
extension Dashboard {
    /// Does what a command says of files, or of an experiment as text.
    mutating func perform(_ change: SessionChange) -> [Effect] {
        switch change {
        case .train(let edits): return train(with: edits)
        case .set(let key, let value): return set(key, to: value)
        case .plan(let change):
            planned.append(change)
            return []
        case .until(let moment): return train(until: moment)
        case .save(let path):
            return carryOut(.write(scriptText, to: path, form: .session))
        case .replay(let path):
            if asker.replayed == nil, refusesAnother(path.name) { return [] }
            return carryOut(.read(path))
        case .stopReplay:
            say(replayed == nil ? "No session is being replayed." : "The rest of the session is given up.")
            replayed = nil
        case .saveModel(let file): return saveModel(file)
        case .openModel(let file): return carryOut(.open(file))
        case .keras(let path):
            let text = KerasCode(experiment, title: named?.title).text
            guard let path else { return [.copy(text, of: "the Keras script")] }
            return carryOut(.write(text, to: path, form: .kerasScript))
        }
        return []
    }

    /// Asks for something to be done with a file.
    mutating func carryOut(_ errand: FileErrand) -> [Effect] { [.file(errand, errands.ticket(for: errand))] }

    /// Takes what came of an errand.
    mutating func take(_ news: FileNews) -> [Effect] {
        switch news {
        case .done(let text): say(text.harmless)
        case .failed(let reason): complain(reason.harmless)
        case .read(let text, let place): begin(ReplayedScript(place, text: text))
        case .opened(let model, let name): return show(model, name.harmless)
        }
        return []
    }

    // MARK: The experiment

    private mutating func train(with edits: [ExperimentEdit]) -> [Effect] {
        guard !isTraining else {
            complain("A run is under way: \(key(for: .stop)) stops it first.")
            return []
        }
        let before = self
        notice = nil
        let effects = edits.flatMap { perform(.change($0)) } + perform(.train)
        guard let notice, notice.isError else { return effects }
        // A training that is refused leaves the settings as they were.
        self = before
        // The log has lost it with all the rest.
        self.notice = Notice(text: notice.text, isError: true, asker: asker)
        return []
    }

    /// Gives a part of the experiment another value; other data, or made ready in another way, are loaded.
    private mutating func set(_ key: String, to value: String) -> [Effect] {
        let before = EditHistory.Step(
            experiment: experiment, hasOwnModel: hasOwnModel, edit: "set \(key)")
        do {
            var changed = experiment
            try changed.set(key, to: value)
            guard changed != experiment else { return [] }
            if key == "dataset" || key == "preprocessing" {
                guard !isTraining else {
                    complain("Stop the run first (\(self.key(for: .stop))): other samples would end it.")
                    return []
                }
                _ = load(changed.dataset)
                return [.load(changed.dataset, key == "preprocessing" ? changed.preprocessing : nil)]
            }
            guard !refuses(experiment.refusal(of: changed, on: dataset)), !refusesHotEdits(to: changed) else {
                return []
            }
            experiment = changed
        } catch {
            complain("\(error)")
            return []
        }
        edits.record(before)
        if key == "layers" { hasOwnModel = true }
        showChange(from: before.experiment)
        return tellHotEdits(from: before.experiment)
    }

    // MARK: Models

    private mutating func saveModel(_ file: FileArgument) -> [Effect] {
        guard let dataset, let run = shownRun, let snapshot = shown(of: run) else {
            complain(
                isTraining
                    ? "The run has no weights to be saved yet: wait for its first epoch."
                    : "There is no network to be saved yet: \(key(for: .train)) trains one.")
            return []
        }
        var trained = run.experiment
        trained.dataset = dataset.reference
        trained.preprocessing = dataset.preprocessing
        let epoch = run.history.epochs.last { $0.index <= snapshot.epochs }
        var results =
            epoch.map { epoch in
                History(epochs: [epoch]).columns.compactMap { column in
                    column.values.last.map { ModelFile.Result(column.key, $0) }
                }
            } ?? []
        // The test was made with the newest weights.
        if recalled == nil, let test = run.test {
            results += test.columns.map { ModelFile.Result("test_" + $0.key, $0.value) }
        }
        let model = ModelFile(
            trained, network: snapshot.network, dataset: dataset, epochs: snapshot.epochs, results: results)
        return carryOut(.save(model, file))
    }

    /// Shows a saved network as a run that has ended, and asks it from now on.
    private mutating func show(_ model: ModelFile, _ name: String) -> [Effect] {
        guard !isTraining else {
            complain(
                "A run is under way: \(key(for: .stop)) stops it before a saved network takes its place.")
            return []
        }
        guard let dataset, model.experiment.dataset == dataset.reference,
            model.network.inputs == dataset.train.inputs.columns
        else {
            complain(
                "\(name) was trained on other samples: “load \(model.experiment.dataset)” loads them, then open it."
            )
            return []
        }
        var effects: [Effect] = fits.map { .release($0.id) }
        group += 1
        effects += keepLastRuns()
        runs += 1
        var run = Run(id: RunID(number: runs), fit: Fit(model.experiment), group: group)
        run.status = .finished
        run.snapshot = Snapshot(network: model.network, epochs: model.epochs, batches: 0)
        fits = [run]
        curves.focus(run.id)
        curves.removeCursor()
        let preprocessing = experiment.preprocessing
        (experiment, hasOwnModel) = (model.experiment, true)
        experiment.preprocessing = preprocessing
        model.results.first { $0.name == "test_accuracy" }.map { result in
            note(.news, "\(name): test accuracy \(Format.fixed(result.value, 4)) when it was saved.")
        }
        if let conversion = model.conversion { note(.notice, "\(name): \(conversion)") }
        let converted = model.conversion.map { " " + $0 } ?? ""
        say("\(name) is open: trained for \(Format.count(model.epochs, "epoch", "epochs")).\(converted)")
        self.model.clamp(in: experiment)
        predict()
        return effects
    }
}

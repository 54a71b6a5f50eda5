import Datasets
import Training

extension Dashboard {
    // MARK: Data

    mutating func show(_ dataset: Dataset) -> [Effect] {
        // A network that was trained on other samples has nothing to say about these.
        let effects: [Effect] = run.map { [.release($0.id)] } ?? []
        (run, pastRuns) = (nil, [])
        curves = CurvesState()
        if hasOwnModel {
            // Whatever was built stays; only the last layer has to fit the new classes.
            if let last = experiment.model.outputLayer {
                experiment.apply(.units(layer: last, dataset.classes.count))
            }
        } else {
            experiment.model.layers = Model.book(classes: dataset.classes.count).layers
        }
        experiment.dataset = dataset.reference
        edits = EditHistory()
        source = .loaded(LoadedDataset(dataset))
        reloading = nil
        samples = SamplesState()
        search = nil
        list(part: .train)
        refreshLesson()
        note(
            .news, "\(dataset.title) is there: \(Format.grouped(dataset.train.count)) samples to learn from.")
        return effects + (waitsToTrain.map { begin(with: $0) } ?? [])
    }

    mutating func showFetched() -> [Effect] {
        fetching = nil
        guard let download else { return [] }
        guard run?.isActive != true else {
            say("\(download.title) has been downloaded. Press \(key(for: .fetch)) when the run has ended.")
            return []
        }
        say("\(download.title) has been downloaded.")
        if dataset != nil { reloading = LongTask(began: now) }
        return [.load(Term(download.name))]
    }

    // MARK: Training

    mutating func absorb(_ milestone: Milestone, of id: RunID) -> [Effect] {
        guard run?.id == id else { return [] }
        if let line = LogText.describe(milestone) { note(.news, "\(run?.name ?? ""): \(line)") }
        switch milestone {
        case .intervened(let intervention):
            let remark = "\(intervention)"
            // What a person has not yet read stays: several callbacks may step in at once.
            let isUnread = run?.remarks.last.map { notice?.text.hasSuffix($0) == true } ?? false
            run?.remarks.append(remark)
            // No more than a few: a night's worth of them would cover the panes.
            let unread = run?.remarks.suffix(isUnread ? 3 : 1) ?? []
            say(unread.joined(separator: " "))
        case .started, .resumed:
            run?.status = .running
            return run?.snapshot == nil ? [.snapshot(id)] : []
        case .paused:
            run?.status = .paused
            return [.snapshot(id)]
        case .epoch(let record):
            run?.history.append(record)
            return [.snapshot(id)]
        case .learningRateChanged(let rate): say("The learning rate is \(rate) from this batch on.")
        case .lossBecameNaN(let epoch, let batch):
            run?.trouble =
                "The loss is no number any more since epoch \(epoch), batch \(batch): "
                + "the weights have run away. Try a smaller learning rate."
        case .finished(let history): return end(.finished, history, id)
        case .stopped(let history): return end(.stopped, history, id)
        case .failed(let reason): run?.status = .failed(reason)
        }
        return []
    }

    private mutating func end(_ status: Run.Status, _ history: History, _ id: RunID) -> [Effect] {
        run?.status = status
        run?.history = history
        return [.snapshot(id), .test(id)]
    }

    /// Asks the newest network about the chosen sample.
    mutating func predict() {
        guard let dataset, let row = samples.selected, let network = run?.snapshot?.network,
            network.inputs == dataset.train.inputs.columns
        else {
            probabilities = nil
            return
        }
        probabilities = network.probabilities(of: dataset.split(of: samples.part).inputs, row: row)
    }
}

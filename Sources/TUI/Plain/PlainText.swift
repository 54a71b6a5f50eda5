/// The content of a pane, as lines that can be read one after another.
///
/// Nothing in them says anything by its colour or by where it stands.
protocol PlainText {
    /// The lines, without control characters.
    var lines: [String] { get }
}

extension Dashboard {
    /// The content of a pane, as lines.
    func plain(_ pane: PaneID) -> [String] {
        if pane == .log { return PlainLog(log: log).lines }
        guard case .loaded(let loaded) = source else { return plainSource }
        let dataset = loaded.dataset
        switch pane {
        case .data:
            return PlainData(
                dataset: dataset, samples: samples, validation: experiment.settings.heldOut,
                rows: max(1, listRows), statistics: loaded.statistics
            ).lines
        case .model:
            return PlainModel(
                experiment: experiment, pace: pace, inputs: dataset.train.inputs.columns, problems: problems,
                health: run?.history.epochs.last?.layers ?? []
            ).lines
        case .curves:
            return PlainCurves(
                run: run, past: pastRuns, pace: pace, baselines: loaded.baselines,
                samples: dataset.nouns.samples, dataset: dataset
            ).lines
        case .inspector:
            return PlainInspector(
                pane: inspectorPane(on: loaded), showsAll: layoutState.isZoomed,
                test: run?.test.map {
                    PlainResult(metrics: $0, baselines: loaded.baselines, dataset: dataset)
                }
            ).lines
        case .results: return PlainResults(pane: resultsPane(on: dataset)).lines
        case .log: return []
        }
    }

    /// The progress of the samples, as long as they are not loaded.
    private var plainSource: [String] {
        switch source {
        case .loading(let task): ["Loading \(wantedTitle): \(TaskBar.text(task, now: now))."]
        case .failed(let reason):
            [
                "The samples can't be shown.", reason,
                "“load NAME” loads another data set, as in: load sample.",
            ]
        case .loaded: []
        }
    }
}

import Datasets
import Training

extension Dashboard {
    /// The screen as it should look now.
    ///
    /// - Returns: A canvas of the dashboard's ``size``.
    public func draw() -> Canvas {
        var canvas = Canvas(size)
        canvas.ellipsis = glyphs.ellipsis.first
        let layout = layout
        HeaderLine(dashboard: self).draw(in: layout.header, on: &canvas, glyphs)
        TabLine(focus: focus, shown: Set(layout.panes.keys)).draw(in: layout.tabs, on: &canvas, glyphs)
        for (pane, area) in layout.panes {
            let isFocused = pane == focus
            Frame(pane: pane, detail: detail(of: pane), isFocused: isFocused).draw(
                around: area, on: &canvas, glyphs)
            draw(pane, in: Frame.inside(area), on: &canvas)
        }
        FooterLine(dashboard: self).draw(in: layout.footer, on: &canvas, glyphs)
        drawOverlay(on: &canvas)
        return canvas
    }

    private func drawOverlay(on canvas: inout Canvas) {
        switch overlay {
        case .help(let help):
            HelpOverlay(help: help, keymap: keymap).draw(in: canvas.bounds, on: &canvas, glyphs)
        case .menu(let menu): MenuOverlay(menu: menu).draw(in: canvas.bounds, on: &canvas, glyphs)
        case .lesson(let lessons):
            let body = canvas.bounds.splitTop(layout.header.rows).rest.splitBottom(layout.footer.rows).rest
            LessonOverlay(lessons: lessons).draw(in: body, on: &canvas, glyphs)
        // Above the footer, which may have something to say at the first start.
        case nil where isTourSeen:
            let lines = notice.map { FooterLine.lines(of: $0, columns: size.columns).count } ?? 0
            let body = canvas.bounds.splitBottom(max(layout.footer.rows, lines)).rest
            TourOverlay(keymap: keymap).draw(in: body, on: &canvas, glyphs)
        default: break
        }
    }

    private func detail(of pane: PaneID) -> String {
        guard let dataset else { return "" }
        switch pane {
        case .data: return dataset.title
        case .model:
            if isChanged { return "changed: holds from the next run on" }
            return isModelOfRun ? "" : "changed since \(run?.name ?? "")"
        case .curves:
            // The name of the run matters once there are several.
            return runInFront.map { (pastRuns.isEmpty ? "" : "\($0.name): ") + $0.experiment.summary } ?? ""
        case .inspector:
            return samples.isFiltered
                ? "\(Format.grouped(samples.rows.count)) \(dataset.nouns.samples) kept" : ""
        case .results: return resultsPane(on: dataset).detail
        case .log: return Format.count(log.entries.count, "line", "lines")
        }
    }

    /// Tells whether a run is trained with another model or other settings than the model pane shows.
    private var isChanged: Bool {
        guard let run, isTraining else { return false }
        // The settings of the run's other fits say nothing about this one.
        var shown = experiment.fits(samples: dataset?.train.count ?? 0)[0].experiment
        if run.fit.role == .final { shown = experiment.finalFit?.experiment ?? run.experiment }
        shown.settings.seed = run.experiment.settings.seed
        // Its own changes, made and still to come, are no changes of the pane.
        shown.changes = run.experiment.changes
        return reached(by: run, towards: shown) != shown
    }

    private func search(in pane: PaneID) -> Search? {
        guard let search, search.pane == pane else { return nil }
        // Classes change places with every snapshot.
        return pane == .inspector ? self.search(for: search.text, in: pane) : search
    }

    private func draw(_ pane: PaneID, in area: Rect, on canvas: inout Canvas) {
        if pane == .log {
            LogPane(log: log, search: search(in: .log), isFocused: focus == .log, keymap: keymap)
                .draw(in: area, on: &canvas, glyphs)
            return
        }
        guard case .loaded(let loaded) = source else {
            drawSource(in: area, on: &canvas)
            return
        }
        let dataset = loaded.dataset
        switch pane {
        case .data:
            DataPane(
                dataset: dataset, samples: samples, validation: experiment.settings.heldOut,
                isFocused: focus == .data, search: search(in: .data), keymap: keymap,
                statistics: loaded.statistics, points: plane.points
            ).draw(in: area, on: &canvas, glyphs)
        case .model:
            ModelPane(
                experiment: experiment, pace: pace, inputs: dataset.train.inputs.columns, problems: problems,
                state: model, isFocused: focus == .model, gradients: gradients
            ).draw(in: area, on: &canvas, glyphs)
        case .curves:
            curvesPane?.draw(in: area, on: &canvas, glyphs)
        case .inspector where pointsPane != nil:
            pointsPane?.draw(in: area, on: &canvas, glyphs)
        case .inspector:
            inspectorPane(on: loaded, search: search(in: .inspector)).draw(in: area, on: &canvas, glyphs)
        case .results:
            resultsPane(on: dataset).draw(in: area, on: &canvas, glyphs)
        case .log: break
        }
    }

    /// Makes the inspector: the network's answer for the chosen sample, or for many.
    ///
    /// - Parameters:
    ///   - loaded: The samples.
    ///   - search: The text that is looked for, for drawing alone: the pane decides which rows have it.
    /// - Returns: The pane.
    func inspectorPane(on loaded: LoadedDataset, search: Search? = nil) -> InspectorPane {
        InspectorPane(
            dataset: loaded.dataset, part: samples.part, row: samples.selected, probabilities: probabilities,
            outputs: outputs, predictions: predictions,
            age: shown(of: judge(of: samples.selected, in: samples.part)), state: inspector,
            search: search, isFocused: focus == .inspector, keymap: keymap,
            isZoomed: layoutState.isZoomed, test: run?.test.map { ($0, loaded.baselines.shuffled) },
            statistics: loaded.statistics, why: why)
    }

    /// Tells whether the layers are those that were trained last.
    private var isModelOfRun: Bool {
        run.map { $0.experiment.model.layers == experiment.model.layers } ?? true
    }

    /// The sizes of the layers' gradients in the last epochs of the run.
    private var gradients: [String: [Double]] {
        guard let run, isModelOfRun else { return [:] }
        // More than a line has columns nobody could see.
        return run.history.epochs.suffix(80).reduce(into: [:]) { table, epoch in
            for layer in epoch.layers { table[layer.name, default: []].append(layer.gradientNorm) }
        }
    }

    private func drawSource(in area: Rect, on canvas: inout Canvas) {
        switch source {
        case .loaded: break
        case .failed(let reason):
            let key = keymap.keys(of: .chooseDataset, in: .everywhere).first?.description ?? ":dataset"
            canvas.putHint(
                ["The samples can't be shown.", reason, "\(key) chooses another data set."], in: area)
        case .loading(let task):
            TaskBar(title: "loading", task: task, now: now).draw(in: area, on: &canvas, glyphs)
        }
    }
}

extension Experiment {
    /// Layers, optimizer and batch size in a few words: `64-64-10, adam, batch 512`.
    var summary: String {
        let layers = model.layers.compactMap { $0.units.map(String.init) }.joined(separator: "-")
        return "\(layers), \(model.optimizer.name), batch \(settings.batchSize)"
    }
}

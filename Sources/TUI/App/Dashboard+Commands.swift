import Datasets
import Training

extension Dashboard {
    /// Does what a command says.
    mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .quit: return quit()
        case .help: overlay = .help(top: 0)
        case .back: goBack()
        case .zoom: isZoomed.toggle()
        case .focus(let pane): focus = pane
        case .focusNext: focus = focus.neighbour(1)
        case .focusPrevious: focus = focus.neighbour(-1)
        case .move(let motion): move(motion, in: focus)
        case .theme: return [.nextTheme]
        case .fetch: return fetch()
        case .train: return train()
        case .stepBatch: return begin(with: .stepBatch)
        case .stepEpoch: return begin(with: .stepEpoch)
        case .stop: return stop()
        case .slower: return setPace(PaceChoice.step(from: pace, by: -1))
        case .faster: return setPace(PaceChoice.step(from: pace, by: 1))
        case .nextPart: turn(by: 1)
        case .previousPart: turn(by: -1)
        case .filterWords: askForWords()
        case .filterClass: askForClass()
        case .keepWords(let words): list(part: samples.part, words: words, label: samples.label)
        case .keepClass(let label): keep(label)
        case .change(let edit): return change(edit)
        case .pace(let pace): return setPace(pace)
        case .jump: askForNumber()
        case .classSizes: samples.view = samples.view == .sizes ? .split : .sizes
        case .read: samples.view = samples.view == .text ? .split : .text
        case .textUp: scrollText(by: -1)
        case .textDown: scrollText(by: 1)
        case .otherChart: curves.nextChart(of: curvesPane?.keys.count ?? 0)
        case .select(let part, let number): select(part, number)
        case .addLayer, .removeLayer, .raiseLayer, .lowerLayer, .edit, .nextValue, .previousValue:
            return performInModel(command)
        case .sortOrder:
            order = order.other
            inspectorTop = 0
        }
        keepInView()
        return []
    }

    // MARK: Levels

    private mutating func quit() -> [Effect] {
        guard overlay != .confirmQuit, run?.isActive == true else { return [.quit] }
        overlay = .confirmQuit
        return []
    }

    /// One level back, and never out: an overlay, then the zoom, then the text alone, then the filter.
    private mutating func goBack() {
        if overlay != nil {
            overlay = nil
        } else if isZoomed {
            isZoomed = false
        } else if focus == .data, samples.view != .split {
            samples.view = .split
        } else if samples.isFiltered, focus == .data || focus == .inspector {
            list(part: samples.part)
        }
    }

    // MARK: Training

    private mutating func train() -> [Effect] {
        guard let run, run.isActive else { return begin(with: .start) }
        return [.tell(run.id, run.status == .paused ? .resume : .pause)]
    }

    /// Gives the run that goes on a command, or begins one with it.
    private mutating func begin(with command: TrainerCommand) -> [Effect] {
        if let run, run.isActive { return [.tell(run.id, command)] }
        if run != nil, command != .start {
            notice = Notice(text: "The run has ended. Space begins a new one.")
            return []
        }
        if case .failed(let reason) = source {
            notice = Notice(text: reason, isError: true)
            return []
        }
        guard let dataset else {
            notice = Notice(text: "There is nothing to train on yet: the samples are still being loaded.")
            return []
        }
        if let problem = problems.first {
            focus = .model
            notice = Notice(text: problem.message, isError: true)
            return []
        }
        var effects: [Effect] = run.map { [.release($0.id)] } ?? []
        runs += 1
        let id = RunID(number: runs)
        run = Run(id: id, experiment: experiment)
        probabilities = nil
        // Where there is room for one pane, training is something to see.
        if !isZoomed, focus != .inspector, layout.panes[.curves] == nil { focus = .curves }
        effects.append(.train(id, experiment, pace, command, on: dataset))
        return effects
    }

    private mutating func stop() -> [Effect] {
        guard let run, run.isActive else {
            notice = Notice(text: "Nothing is being trained.")
            return []
        }
        return [.tell(run.id, .stop)]
    }

    mutating func setPace(_ pace: Pace) -> [Effect] {
        self.pace = pace
        notice = Notice(text: "Pace: \(PaceChoice.name(of: pace)).")
        guard let run, run.isActive else { return [] }
        return [.tell(run.id, .setPace(pace))]
    }

    // MARK: Data

    private mutating func fetch() -> [Effect] {
        guard let download, canFetch else {
            notice = Notice(text: "There is nothing to download: all files are here.")
            return []
        }
        guard fetched == nil else { return [.cancelFetch] }
        guard run?.isActive != true else {
            notice = Notice(text: "Stop the run first (s): another data set would end it.", isError: true)
            return []
        }
        fetched = 0
        return [.fetch(download.name)]
    }

    /// Whether there is something to download in place of what is shown.
    var canFetch: Bool { download.map { $0.name != dataset?.reference.name } ?? false }

    /// Lists the samples of a part anew, with or without conditions.
    mutating func list(part: DataPart, words: String = "", label: Int? = nil) {
        guard let dataset else { return }
        samples.list(
            part, words: words, label: label, from: dataset, validation: experiment.settings.validation,
            visible: listRows)
        inspectorTop = 0
        keepInView()
        predict()
    }

    private mutating func keep(_ label: Int?) {
        guard let dataset else { return }
        guard label.map(dataset.classes.indices.contains) ?? true else {
            let last = dataset.classes.count - 1
            notice = Notice(
                text: "The \(dataset.nouns.labels) are numbered from 0 to \(last).", isError: true)
            return
        }
        list(part: samples.part, words: samples.words, label: label)
    }

    private mutating func turn(by offset: Int) {
        let parts = DataPart.allCases
        let place = (parts.firstIndex(of: samples.part) ?? 0) + offset
        list(part: parts[(place + parts.count) % parts.count], words: samples.words, label: samples.label)
    }

    /// Chooses a sample, in another part and without the filter where that is what it takes.
    mutating func select(_ part: DataPart, _ number: Int) {
        guard let dataset else { return }
        let validation = experiment.settings.validation
        // Validation samples keep the numbers that they have in the training split.
        let home = DataPart.allCases.first {
            ($0 == .test) == (part == .test) && dataset.rows(of: $0, validation: validation).contains(number)
        }
        guard let home else {
            let last = dataset.split(of: part).count - 1
            notice = Notice(
                text: "There is no \(part.rawValue) \(number): they go from 0 to \(last).", isError: true)
            return
        }
        if home != samples.part || !samples.rows.contains(number) {
            let lifted = samples.isFiltered ? ", without the filter" : ""
            notice = Notice(
                text: "\(dataset.nouns.sample) \(number) is among the \(home.rawValue) samples\(lifted).")
            list(part: home)
        }
        _ = samples.select(number, visible: listRows)
        inspectorTop = 0
        predict()
    }

    private mutating func scrollText(by lines: Int) {
        guard let dataset, let area = layout.panes[.data] else { return }
        let hidden = DataPane.hiddenLines(dataset, samples, in: Frame.inside(area))
        samples.textTop = max(0, min(hidden, samples.textTop + lines))
    }

    /// How many samples the list shows.
    var listRows: Int {
        guard let area = layout.panes[.data] else { return 1 }
        return DataPane.parts(of: Frame.inside(area), samples: samples).list.rows
    }

    // MARK: Movement

    mutating func move(_ motion: Motion, in pane: PaneID) {
        switch pane {
        case .data:
            samples.move(motion, visible: listRows)
            inspectorTop = 0
            predict()
        case .model: model.move(motion, in: experiment)
        case .curves: break
        case .inspector: scrollInspector(motion)
        }
    }

    private mutating func scrollInspector(_ motion: Motion) {
        guard let dataset, let area = layout.panes[.inspector] else { return }
        let bars = InspectorPane.parts(of: Frame.inside(area)).bars
        let capacity = BarColumns.capacity(bars, showsAll: isZoomed)
        let page = max(1, capacity - 1)
        let last = max(0, dataset.classes.count - capacity)
        let step =
            switch motion {
            case .up, .left: -1
            case .down, .right: 1
            case .pageUp: -page
            case .pageDown: page
            case .home: -dataset.classes.count
            case .end: dataset.classes.count
            }
        inspectorTop = max(0, min(last, inspectorTop + step))
    }

    /// After the layout has changed, what is chosen is still on the screen.
    mutating func keepInView() {
        if layout.panes[.data] != nil {
            samples.position.go(to: samples.position.cursor, count: samples.rows.count, visible: listRows)
        }
        model.clamp(in: experiment)
        if let dataset, let area = layout.panes[.inspector] {
            let bars = InspectorPane.parts(of: Frame.inside(area)).bars
            inspectorTop = max(
                0, min(inspectorTop, dataset.classes.count - BarColumns.capacity(bars, showsAll: isZoomed)))
        }
    }
}

extension Command {
    /// The step that a command makes, if it is a movement.
    var motion: Motion? {
        if case .move(let motion) = self { motion } else { nil }
    }
}

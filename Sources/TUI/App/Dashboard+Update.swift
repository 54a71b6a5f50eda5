import Datasets
import Training

extension Dashboard {
    /// Moves the dashboard by one action.
    ///
    /// - Parameter action: What happened.
    /// - Returns: What should happen in the world because of it, in order.
    public mutating func update(_ action: Action) -> [Effect] {
        switch action {
        case .event(let event): return handle(event)
        case .command(let command): return perform(command)
        case .notice(let text): notice = Notice(text: text)
        case .loading(let share):
            if case .loading = source { source = .loading(share) }
        case .loaded(let dataset): return show(dataset)
        case .loadingFailed(let reason):
            if dataset == nil {
                source = .failed(reason)
            } else {
                notice = Notice(text: reason, isError: true)
            }
        case .fetching(let share): fetched = share
        case .fetched:
            fetched = nil
            guard let download else { return [] }
            guard run?.isActive != true else {
                notice = Notice(
                    text: "\(download.title) has been downloaded. Press F when the run has ended.")
                return []
            }
            notice = Notice(text: "\(download.title) has been downloaded.")
            return [.load(Term(download.name))]
        case .fetchingFailed(let reason):
            fetched = nil
            notice =
                reason.map { Notice(text: $0, isError: true) } ?? Notice(text: "The download was cancelled.")
        case .milestone(let id, let milestone): return absorb(milestone, of: id)
        case .progress(let id, let progress):
            if run?.id == id, run?.isActive == true { run?.progress = progress }
        case .snapshot(let id, let snapshot):
            guard run?.id == id else { return [] }
            run?.snapshot = snapshot
            predict()
        case .tested(let id, let metrics):
            if run?.id == id { run?.test = metrics }
        }
        return []
    }

    // MARK: Events

    private mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text):
            if case .prompt = overlay { return type(.insert(text)) }
            if case .menu = overlay { return type(.insert(text)) }
            return []
        case .mouse(let point, let button):
            touch(point, button)
            return []
        case .drag, .release: return []
        case .resize(let size):
            self.size = size
            keepInView()
            return []
        case .interrupt, .hangup: return [.quit]
        }
    }

    private mutating func press(_ key: Key) -> [Effect] {
        switch overlay {
        case .prompt, .menu: return edit(with: key)
        case .help(let top):
            if let motion = KeyTable.command(for: key, in: .help).flatMap(\.motion) {
                overlay = .help(top: HelpOverlay.scroll(from: top, motion, size: size))
                return []
            }
            guard let command = KeyTable.command(for: key, in: .help), [.back, .quit].contains(command) else {
                return []
            }
            return perform(command)
        case .confirmQuit:
            return KeyTable.command(for: key, in: .question).map { perform($0) } ?? []
        case nil:
            notice = nil
            return KeyTable.command(for: key, in: .init(focus)).map { perform($0) } ?? []
        }
    }

    private mutating func touch(_ point: Point, _ button: MouseButton) {
        guard overlay == nil, let pane = layout.pane(at: point), let area = layout.panes[pane] else { return }
        switch button {
        case .wheelUp, .wheelDown:
            let motion: Motion = button == .wheelUp ? .up : .down
            for _ in 0..<3 { move(motion, in: pane) }
        case .left, .middle, .right:
            focus = pane
            guard pane == .data else { return }
            let list = DataPane.parts(of: Frame.inside(area), samples: samples).list
            guard list.contains(point) else { return }
            samples.choose(samples.position.top + point.row - list.top, visible: list.rows)
            predict()
        }
    }

    // MARK: News

    private mutating func show(_ dataset: Dataset) -> [Effect] {
        // A network that was trained on other samples has nothing to say about these.
        let effects: [Effect] = run.map { [.release($0.id)] } ?? []
        run = nil
        if hasOwnModel {
            // Whatever was built stays; only the last layer has to fit the new classes.
            if let last = experiment.model.outputLayer {
                experiment.apply(.units(layer: last, dataset.classes.count))
            }
        } else {
            experiment.model.layers = Model.book(classes: dataset.classes.count).layers
        }
        experiment.dataset = dataset.reference
        source = .loaded(LoadedDataset(dataset))
        samples = SamplesState()
        list(part: .train)
        return effects
    }

    private mutating func absorb(_ milestone: Milestone, of id: RunID) -> [Effect] {
        guard run?.id == id else { return [] }
        switch milestone {
        case .intervened(let intervention):
            let remark = "\(intervention)"
            // What a person has not yet read stays: several callbacks may step in at once.
            let isUnread = run?.remarks.last.map { notice?.text.hasSuffix($0) == true } ?? false
            run?.remarks.append(remark)
            // No more than a few: a night's worth of them would cover the panes.
            let unread = run?.remarks.suffix(isUnread ? 3 : 1) ?? []
            notice = Notice(text: unread.joined(separator: " "))
        case .started, .resumed:
            run?.status = .running
            return run?.snapshot == nil ? [.snapshot(id)] : []
        case .paused:
            run?.status = .paused
            return [.snapshot(id)]
        case .epoch(let record):
            run?.history.append(record)
            return [.snapshot(id)]
        case .learningRateChanged(let rate):
            notice = Notice(text: "The learning rate is \(rate) from this batch on.")
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

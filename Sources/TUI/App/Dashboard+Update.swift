import Datasets
import Training

extension Dashboard {
    /// Moves the dashboard by one action.
    ///
    /// - Parameter action: The event or the news to take.
    /// - Returns: The effects that it has on the world, in order.
    public mutating func update(_ action: Action) -> [Effect] {
        update(action, of: nil)
    }

    /// Moves the dashboard by one action.
    ///
    /// - Parameters:
    ///   - action: The event or the news to take.
    ///   - line: The line of text that it is in.
    /// - Returns: The effects that it has on the world, in order.
    mutating func update(_ action: Action, of line: PlainLine?) -> [Effect] {
        let answered = errands.take(action)
        let asker = line.map { Asker(line: $0) } ?? answered
        let before = scriptPlace
        var effects = acting(for: asker) { $0.react(to: action) } + beginWaiting()
        keepNews(action)
        switch action {
        case .event, .command: keepMoves(since: before)
        default: break
        }
        effects += goOnReplaying()
        return effects
    }

    /// Takes an action, and works out again the facts that depend on it.
    mutating func react(to action: Action) -> [Effect] {
        let effects = take(action)
        // News of a run come by the thousand; only weights in front change the facts that depend on it.
        switch action {
        case .progress, .milestone, .loading, .fetching: return effects
        case .snapshot(let id, _)
        where run?.id != id && judge(of: samples.selected, in: samples.part)?.id != id:
            return effects
        default: break
        }
        return effects + refresh()
    }

    /// Works out again the facts that depend on what is shown.
    mutating func refresh() -> [Effect] {
        let recalls = followCursor()
        refreshPlane()
        return recalls + askForPredictions() + explain() + askForResults()
    }

    private mutating func take(_ action: Action) -> [Effect] {
        switch action {
        case .event(let event): return handle(event)
        case .command(let command): return perform(command)
        case .themes(let others, let problems):
            themes = [theme] + others.filter { $0.name != theme.name }
            for problem in problems { note(.error, problem) }
        case .notice(let text): say(text)
        case .testFailed(let id, let reason): if fits.contains(where: { $0.id == id }) { complain(reason) }
        case .complaint(let text): complain(text)
        case .loading(let share):
            if case .loading(var task) = source {
                task.share = share
                source = .loading(task)
            }
            reloading?.share = share
        case .loaded(let dataset): return show(dataset)
        case .loadingFailed(let reason):
            if dataset == nil { source = .failed(reason) }
            (reloading, waitsToTrain, starting, isChoosingData) = (nil, nil, nil, false)
            complain(reason)
        case .fetching(let share): fetching?.share = share
        case .fetched: return showFetched()
        case .fetchingFailed(let reason):
            (fetching, fetched) = (nil, nil)
            if let reason { complain(reason) } else { say("The download was cancelled.") }
        case .milestone(let id, let milestone): return absorb(milestone, of: id)
        case .progress(let id, let progress):
            if let place = place(of: id), fits[place].isActive { fits[place].progress = progress }
        case .snapshot(let id, let snapshot):
            guard let place = place(of: id) else { return [] }
            fits[place].snapshot = snapshot
            if judge(of: samples.selected, in: samples.part)?.id == id { predict() }
        case .tested(let id, let metrics):
            guard let place = place(of: id) else { return [] }
            fits[place].test = metrics
            note(.news, "test: \(describe(metrics))")
            comparePublished()
        case .found(.filed(let news, _)): return take(news)
        case .found(let finding): take(finding)
        case .cutOff(let run): tell(of: run)
        case .leftFolders(let folders):
            leftFolders = RemovableFolders(paths: folders.removable)
            complain(folders.sentences().joined(separator: " "))
        case .recalled(let id, let moment, let snapshot): recall(snapshot, of: id, at: moment)
        case .predicted(let found): if found.request == askedPredictions { predictions = found }
        }
        return []
    }

    // MARK: Events

    private mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text):
            switch overlay {
            case .prompt, .menu, .help: return type(.insert(text))
            default: return []
            }
        case .mouse(let point, let button): return touch(point, button)
        case .drag(let point):
            drag(to: point)
            return []
        case .release:
            dragged = nil
            return []
        case .resize(let size):
            self.size = size
            keepInView()
            return []
        case .interrupt, .hangup: return [.quit]
        }
    }

    private mutating func press(_ key: Key) -> [Effect] {
        if let overlay {
            // Questions are answered by their own keys, and lists and lines take what they don't know as text.
            if overlay == .confirmQuit {
                guard case .command(let command)? = keymap.meaning(of: key, in: .question) else { return [] }
                return perform(command)
            }
            return answer(key, in: overlay)
        }
        if isTourSeen {
            // A notice stays that was there before anybody pressed a key.
            showsTour = false
            // These close the tour and nothing more.
            if key == .escape || key == .enter { return [] }
        } else {
            notice = nil
        }
        guard case .command(let command)? = keymap.meaning(of: key, in: .init(focus)) else { return [] }
        return perform(command)
    }
}

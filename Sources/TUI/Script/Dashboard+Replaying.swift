import Training

/// The replay of a session's file, a line as soon as the one before has come to its end.
extension Dashboard {
    /// Tells whether no work is under way that the next command would have to wait for.
    var isSettled: Bool {
        loadingTask == nil && fetching == nil && waitsToTrain == nil && starting == nil && reaching == nil
            && status != .running && !errands.isWaiting && !isPredicting
            && !isRecalling && !isEvaluating
    }

    /// Begins with the lines of a file; those of a file that has asked for it wait until they are done.
    mutating func begin(_ script: ReplayedScript) {
        var script = script
        // A file that a person asks for takes the place of another.
        if let caller = replayed, let line = caller.call {
            script.waiting = caller.waiting + [caller]
            guard canBegin(script) else { return stopReplaying(at: line, Self.endless(script)) }
            script.waiting[script.waiting.count - 1].call = nil
        } else if !canBegin(script) {
            return complain(Self.endless(script))
        }
        guard !script.lines.isEmpty else {
            replayed = nil
            return complain("\(script.path) has no commands.")
        }
        replayed = script
        note(.notice, "\(script.path): \(Format.count(script.count, "line", "lines")) to be done.")
    }

    /// Tells whether the file is none of those that wait for it.
    private func canBegin(_ script: ReplayedScript) -> Bool {
        let around = script.waiting.map(\.place) + [ownScript].compactMap(\.self)
        return !around.contains { $0.isSame(as: script.place) }
    }

    private static func endless(_ script: ReplayedScript) -> String {
        "\(script.path) would replay itself and never end, since it is being done already. "
            + "Leave this line out, or name another file."
    }

    /// Does as many lines as can be done now.
    mutating func goOnReplaying() -> [Effect] {
        var effects: [Effect] = []
        while let line = replayed?.lines.first, isSettled, dataset != nil || line.text.hasPrefix("load ") {
            replayed?.lines.removeFirst()
            let before = scriptPlace
            let new = replay(line)
            keepMoves(since: before)
            errands.send(new)
            effects += new
            leaveDone()
        }
        return effects
    }

    /// Goes back from files whose lines are done to those that wait for them.
    private mutating func leaveDone() {
        while let done = replayed, done.isDone {
            replayed = done.waiting.last
            replayed?.waiting = done.waiting.dropLast()
            note(.notice, "\(done.path): all \(done.count) lines are done.")
        }
    }

    private mutating func replay(_ line: ReplayedScript.Line) -> [Effect] {
        let before = notice
        (notice, isRefused) = (nil, false)
        let effects: [Effect]
        do {
            switch try PlainCommand(text: line.text) {
            // These commands serve only lines of text.
            case .help, .wait: effects = []
            case .show(let pane): effects = pane.map { react(to: .command(.focus($0))) } ?? []
            case .command(.quit):
                replayed = nil
                return []
            case .command(let command):
                if case .session(.replay) = command { replayed?.call = line }
                effects = react(to: .command(command))
            }
        } catch {
            stopReplaying(at: line, "\(error)")
            return []
        }
        if let notice, notice.isError || isRefused {
            stopReplaying(at: line, notice.text)
        } else if notice == nil {
            notice = before
        }
        return effects
    }

    private mutating func stopReplaying(at line: ReplayedScript.Line, _ reason: String) {
        let path = replayed?.path ?? "the session"
        replayed = nil
        complain("\(path), line \(line.number): \(reason)")
    }

    // MARK: Training to a time

    /// Trains to a time, and pauses there.
    mutating func train(until moment: Moment) -> [Effect] {
        guard status != .running else {
            complain("A run is under way: \(key(for: .train)) pauses it first.")
            return []
        }
        guard fits.count <= 1 || !isTraining else {
            complain("Folds can't be trained to a time of their own.")
            return []
        }
        guard experiment.settings.folds <= 1 || isTraining else {
            complain("Folds can't be trained to a time of their own: train with folds none.")
            return []
        }
        let now = isTraining ? run?.snapshot?.moment ?? .start : .start
        guard now < moment else {
            complain(
                "The run is at epoch \(now.epochs), batch \(now.batches) already: choose a later time, or stop it."
            )
            return []
        }
        reaching = Reaching(target: moment, now: now)
        isStepping = true
        let effects = begin(with: moment.epochs > now.epochs ? .stepEpoch : .stepBatch)
        if effects.isEmpty { reaching = nil }
        return effects
    }

    /// Follows a pause of a run that is trained to a time: takes the next step, or has arrived.
    mutating func goOnReaching() -> [Effect] {
        guard var reaching, let run else { return [] }
        let epochs = run.history.epochs.count
        reaching.now =
            epochs > reaching.now.epochs
            ? Moment(epochs: epochs) : Moment(epochs: epochs, batches: reaching.now.batches + 1)
        guard reaching.now < reaching.target else {
            self.reaching = nil
            return []
        }
        self.reaching = reaching
        return tellAll(reaching.now.epochs < reaching.target.epochs ? .stepEpoch : .stepBatch)
    }
}

/// A time that a run is trained to, and how far it is.
struct Reaching: Equatable, Sendable {
    var target: Moment
    var now: Moment
}

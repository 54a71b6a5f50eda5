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
    ///
    /// One that a session has asked for is of no use when that has ended.
    mutating func begin(_ script: ReplayedScript) {
        var script = script
        if let calling = asker.replayed {
            guard let caller = replayed, caller.number == calling.number else { return }
            script.number = caller.number
            script.waiting = caller.waiting + [caller]
            script.waiting[script.waiting.count - 1].isCalling = false
        } else {
            if refusesAnother(script.path) { return }
            replays += 1
            script.number = replays
        }
        script.line = asker.line
        guard canBegin(script) else { return complain(Self.endless(script)) }
        guard !script.lines.isEmpty else { return complain("\(script.path) has no commands.") }
        replayed = script
        note(.notice, "\(script.path): \(Format.count(script.count, "line", "lines")) to be done.")
    }

    /// Refuses a file while another is being done that has not asked for it.
    mutating func refusesAnother(_ name: String) -> Bool {
        guard let replayed else { return false }
        complain(
            "\(name.harmless) can't begin while \(replayed.path) is being done: "
                + "wait for its end, or give up the rest of it (\(key(for: .session(.stopReplay)))).")
        return true
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
        while replayed != nil, isSettled {
            leaveDone()
            guard let line = replayed?.lines.first else { break }
            replayed?.lines.removeFirst()
            replayed?.newest = line
            let before = scriptPlace
            effects += acting(for: replayed?.asker ?? Asker()) { $0.replay(line) }
            keepMoves(since: before)
        }
        return effects
    }

    /// Does something that somebody has asked for: errors are told with their line, and end the session that the line is
    /// of.
    mutating func acting(for asker: Asker, _ body: (inout Dashboard) -> [Effect]) -> [Effect] {
        let others = self.asker
        self.asker = asker
        defer { self.asker = others }
        let effects = body(&self)
        errands.send(effects, of: asker)
        if let failed = failedReplay {
            failedReplay = nil
            if failed == replayed?.number { replayed = nil }
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
            case .command(let command) where dataset == nil && command.needsSamples:
                complain("No samples are loaded: load a data set before this line.")
                return []
            case .command(let command):
                if case .session(.replay) = command { replayed?.isCalling = true }
                effects = react(to: .command(command))
            }
        } catch {
            complain("\(error)")
            return []
        }
        if isRefused, let notice, !notice.isError { complain(notice.text) }
        if notice == nil { notice = before }
        return effects
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
        if case .failed(let reason) = source {
            complain(reason)
            return []
        }
        guard dataset != nil, reloading == nil else {
            decline("The samples are still being loaded: try again when they are there.")
            return []
        }
        let active = isTraining ? run : nil
        let changes = (active?.fit.experiment.changes ?? planned).map(\.edit)
        let epochs = changes.reduce((active.map(expected) ?? experiment).settings.epochs) { most, edit in
            if case .epochs(let epochs) = edit { max(most, epochs) } else { most }
        }
        if active == nil, let problem = problems.first {
            focus = .model
            complain(problem.message)
            return []
        }
        let batches = batchesPerEpoch(changes)
        guard moment.batches <= batches else {
            let count = Format.count(batches, "batch", "batches")
            complain("An epoch has \(count): write a number from 0 to \(batches) behind the epoch.")
            return []
        }
        guard moment <= Moment(epochs: epochs) else {
            complain("The run ends after epoch \(epochs): choose an earlier time, or train for longer.")
            return []
        }
        reaching = Reaching(target: moment, now: now)
        isStepping = true
        let effects = begin(with: moment.epochs > now.epochs ? .stepEpoch : .stepBatch)
        if effects.isEmpty { reaching = nil }
        return effects
    }

    /// The number of batches in an epoch; the largest where changes give it several.
    private func batchesPerEpoch(_ changes: [ExperimentEdit]) -> Int {
        let begun = isTraining ? run?.fit.experiment ?? experiment : experiment
        let expected = isTraining ? run.map(expected) ?? experiment : experiment
        let made = (isTraining ? run?.changes ?? [] : []).map(\.edit)
        let sizes = (made + changes).compactMap { edit in
            if case .batchSize(let size) = edit { size } else { nil }
        }
        let size = ([begun.settings.batchSize, expected.settings.batchSize] + sizes).min() ?? 1
        let samples = (dataset?.train.count ?? 0) - max(0, expected.settings.heldOut)
        return max(0, samples - 1) / max(1, size) + 1
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

import Datasets
import Training

/// The choice of the weights that the panes show: the newest, or those of the epoch under the cursor.
extension Dashboard {
    /// The run whose weights are shown.
    var shownRun: Run? {
        guard let recalled else { return run }
        return allRuns.first { $0.id == recalled.run } ?? run
    }

    /// The weights of a run that all panes show: those of the time one has gone back to, else the newest.
    func shown(of run: Run?) -> Snapshot? {
        guard let run else { return nil }
        guard let recalled, recalled.run == run.id, let snapshot = recalled.snapshot else {
            return run.snapshot
        }
        return snapshot
    }

    /// The time in training of the network that the panes show, where it is not the newest: `epoch 3`.
    var recalledText: String? {
        guard let recalled else { return nil }
        let moment = recalled.moment
        let name = pastRuns.isEmpty ? "" : (shownRun.map { "\($0.name), " } ?? "")
        if moment == .start { return "\(name)before training" }
        guard moment.batches > 0 else { return "\(name)epoch \(moment.epochs)" }
        return "\(name)epoch \(moment.epochs + 1), batch \(moment.batches)"
    }

    // MARK: The cursor

    /// Asks for the weights under the cursor, where they are not those that are shown.
    mutating func followCursor() -> [Effect] {
        guard let (id, moment) = wantedTime else {
            if recalled != nil {
                recalled = nil
                predict()
            }
            return []
        }
        guard recalled?.run != id || recalled?.moment != moment, let dataset else { return [] }
        // The weights shown before stay until the others arrive.
        let old = recalled?.run == id ? recalled?.snapshot : nil
        recalled = Recalled(run: id, moment: moment, snapshot: old)
        return [
            .work(
                Work(.recall) { archives in
                    guard let archive = archives[id] else { return .recalled(id, moment, nil) }
                    return .recalled(id, moment, archive.snapshot(at: moment, on: dataset))
                })
        ]
    }

    /// The time under the cursor of the run in front.
    private var wantedTime: (RunID, Moment)? {
        guard let cursor = curves.cursor, let pane = curvesPane, let charted = pane.focusedRun else {
            return nil
        }
        return (charted.id, charted.moment(at: cursor, along: pane.axis))
    }

    /// Tells whether weights of an earlier time are on their way.
    var isRecalling: Bool { recalled?.isPending == true }

    /// Takes weights of an earlier time.
    mutating func recall(_ snapshot: Snapshot?, of id: RunID, at moment: Moment) {
        guard recalled?.run == id, recalled?.moment == moment else { return }
        recalled?.isPending = false
        guard let snapshot else {
            complain("The weights of that time are not kept any more.")
            return
        }
        recalled?.snapshot = snapshot
        predict()
    }

    private mutating func goTo(epoch: Int) {
        guard let pane = curvesPane, let charted = pane.focusedRun, !charted.history.epochs.isEmpty else {
            complain("There is no epoch yet: \(key(for: .train)) trains the network.")
            return
        }
        let last = charted.history.epochs.count
        guard 0...last ~= epoch else {
            complain("There is no epoch \(epoch): they go from 0, before training, to \(last).")
            return
        }
        // Before the first epoch ends there is no point on the charts.
        guard epoch > 0, let place = charted.place(ofEpoch: epoch, along: pane.axis) else {
            curves.place(cursor: charted.start(along: pane.axis))
            return
        }
        curves.moveCursor(to: place, on: pane.ruler)
    }

    private mutating func step(by offset: Int) {
        let count = curvesPane?.focusedRun?.history.epochs.count ?? 0
        // From the newest weights, the first step back is to the epoch before.
        let now = recalled?.moment.epochs ?? (shown(of: run)?.epochs ?? count)
        goTo(epoch: min(max(0, now + offset), max(0, count)))
    }

    // MARK: Commands

    /// Does what a command says of the time of a run.
    mutating func perform(_ change: TimeChange) -> [Effect] {
        switch change {
        case .epoch(let epoch): goTo(epoch: epoch)
        case .earlier: step(by: -1)
        case .later: step(by: 1)
        case .best:
            guard curvesPane?.focusedRun?.history.epochs.isEmpty == false else {
                decline("There is no epoch yet: \(key(for: .train)) trains the network.")
                break
            }
            if let best = curvesPane?.focusedRun?.history.bestEpoch {
                goTo(epoch: best)
            } else {
                complain("There is no best epoch without validation.")
            }
        case .newest: curves.removeCursor()
        case .branch: return branch()
        case .more(let epochs): return trainMore(epochs)
        case .earlyStopping: return toggleEarlyStopping()
        case .again: return trainAgain()
        case .reopen: return reopen()
        case .discard:
            guard cutOff != nil else { return discardFolders() }
            cutOff = nil
            let rest = olderCutOffs > 0 ? " " + CutOffRun.sentence(ofOlder: olderCutOffs) : ""
            say("What was kept of it is gone." + rest)
            return [.forgetCutOff]
        }
        return []
    }
}

extension RunArchive {
    /// The network at a time, or as near before it as weights were kept within an epoch.
    ///
    /// - Parameters:
    ///   - moment: The time in training.
    ///   - dataset: The samples, in case it has to be trained again.
    /// - Returns: `nil` where the run was never so far.
    fileprivate func snapshot(at moment: Moment, on dataset: Dataset) -> Snapshot? {
        if moment.batches > 0 {
            return network(near: moment).map {
                Snapshot(network: $0.network, epochs: $0.moment.epochs, batches: $0.moment.batches)
            }
        }
        return network(epoch: moment.epochs, on: dataset).map {
            Snapshot(network: $0, epochs: moment.epochs, batches: 0)
        }
    }
}

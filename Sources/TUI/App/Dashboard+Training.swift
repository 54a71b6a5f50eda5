import Training

extension Dashboard {
    /// Does what a command says of training.
    mutating func performTraining(_ command: Command) -> [Effect] {
        switch command {
        case .train:
            guard let run, run.isActive else { return begin(with: .start) }
            return [.tell(run.id, run.status == .paused ? .resume : .pause)]
        case .stepBatch: return begin(with: .stepBatch)
        case .stepEpoch: return begin(with: .stepEpoch)
        case .stop:
            guard let run, run.isActive else {
                let waited = waitsToTrain != nil
                waitsToTrain = nil
                say(
                    waited
                        ? "Nothing will be trained when the samples are there." : "Nothing is being trained.")
                return []
            }
            return [.tell(run.id, .stop)]
        case .slower: return setPace(PaceChoice.step(from: pace, by: -1))
        case .faster: return setPace(PaceChoice.step(from: pace, by: 1))
        case .pace(let pace): return setPace(pace)
        default: return []
        }
    }

    /// Gives the run that goes on a command, or begins one with it.
    mutating func begin(with command: TrainerCommand) -> [Effect] {
        if let run, run.isActive { return [.tell(run.id, command)] }
        waitsToTrain = nil
        if run != nil, command != .start {
            say("The run has ended. \(key(for: .train)) begins a new one.")
            return []
        }
        if case .failed(let reason) = source {
            complain(reason)
            return []
        }
        guard let dataset, reloading == nil else {
            // Whoever is quick need not press the key again.
            waitsToTrain = command
            say("The samples are still being loaded: training begins when they are there.")
            return []
        }
        if let problem = problems.first {
            focus = .model
            complain(problem.message)
            return []
        }
        var effects: [Effect] = run.map { [.release($0.id)] } ?? []
        keepLastRun()
        runs += 1
        let id = RunID(number: runs)
        run = Run(id: id, experiment: experiment)
        curves.focus(id)
        probabilities = nil
        // Where there is room for one pane, training is something to see.
        if !layoutState.isZoomed, focus != .inspector, layout.panes[.curves] == nil { focus = .curves }
        effects.append(.train(id, experiment, pace, command, on: dataset))
        return effects
    }

    /// Runs to compare with; their weights go, their curves stay.
    private mutating func keepLastRun() {
        guard var last = run, !last.history.epochs.isEmpty else { return }
        (last.snapshot, last.progress) = (nil, nil)
        pastRuns.append(last)
        // As many as there are colours for, with the one that begins now.
        if pastRuns.count > Shade.groups - 1 { pastRuns.removeFirst() }
    }

    private mutating func setPace(_ pace: Pace) -> [Effect] {
        self.pace = pace
        say("Pace: \(PaceChoice.name(of: pace)).")
        guard let run, run.isActive else { return [] }
        return [.tell(run.id, .setPace(pace))]
    }
}

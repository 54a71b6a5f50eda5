import Training

extension Dashboard {
    /// Does what a command says of training.
    mutating func performTraining(_ command: Command) -> [Effect] {
        if [.train, .stepBatch, .stepEpoch].contains(command) { isStepping = command != .train }
        switch command {
        case .train:
            guard isTraining else { return begin(with: .start) }
            return tellAll(status == .paused ? .resume : .pause)
        case .stepBatch: return begin(with: .stepBatch)
        case .stepEpoch: return begin(with: .stepEpoch)
        case .stop:
            guard isTraining else {
                let waited = waitsToTrain != nil
                waitsToTrain = nil
                say(
                    waited
                        ? "Nothing will be trained when the samples are there." : "Nothing is being trained.")
                return []
            }
            final = nil
            return tellAll(.stop)
        case .slower: return setPace(PaceChoice.step(from: pace, by: -1))
        case .faster: return setPace(PaceChoice.step(from: pace, by: 1))
        case .pace(let pace): return setPace(pace)
        default: return []
        }
    }

    /// Gives the active run a command, or begins one with it.
    mutating func begin(with command: TrainerCommand) -> [Effect] {
        if isTraining { return tellAll(command) }
        waitsToTrain = nil
        if run != nil, command != .start, reaching == nil {
            decline("The run has ended. \(key(for: .train)) begins a new one.")
            return []
        }
        if case .failed(let reason) = source {
            complain(reason)
            return []
        }
        guard let dataset, reloading == nil else {
            // A person who is quick need not press the key again.
            (waitsToTrain, waitingAsker) = (command, asker)
            say("The samples are still being loaded: training begins when they are there.")
            return []
        }
        if let problem = problems.first {
            focus = .model
            complain(problem.message)
            return []
        }
        group += 1
        begun = experiment
        final = experiment.finalFit
        return begin(experiment.fits(samples: dataset.train.count), on: dataset, with: command)
    }

    /// Begins the training that has waited for samples once they are there, for whoever has asked for it.
    mutating func beginWaiting() -> [Effect] {
        guard let waitsToTrain, dataset != nil, reloading == nil else { return [] }
        return acting(for: waitingAsker) { $0.begin(with: waitsToTrain) + $0.refresh() }
    }

    private mutating func setPace(_ pace: Pace) -> [Effect] {
        self.pace = pace
        say("Pace: \(PaceChoice.name(of: pace)).")
        return tellAll(.setPace(pace))
    }
}

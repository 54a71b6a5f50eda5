import Datasets
import Training

/// The networks that are trained side by side, told and asked as one run.
extension Dashboard {
    /// The network that the inspector asks, and that a single run is: of several folds the one in front.
    var run: Run? {
        get { fits.first { $0.id == curves.focused } ?? fits.first }
        set {
            guard let newValue else {
                fits = []
                return
            }
            if let place = fits.firstIndex(where: { $0.id == newValue.id }) {
                fits[place] = newValue
            } else {
                fits = [newValue]
            }
        }
    }

    /// Tells whether a network is trained, or waits to be trained on.
    var isTraining: Bool { fits.contains(where: \.isActive) }

    /// The common status of the networks: as long as one of them is trained, the run continues.
    var status: Run.Status? {
        let all = fits.map(\.status)
        let ranked: [(Run.Status) -> Bool] = [
            { $0 == .running }, { $0 == .paused }, { if case .failed = $0 { true } else { false } },
            { $0 == .stopped },
        ]
        for isOne in ranked {
            if let found = all.first(where: isOne) { return found }
        }
        return all.first
    }

    /// Gives every active network a command.
    func tellAll(_ command: TrainerCommand) -> [Effect] {
        fits.filter(\.isActive).map { .tell($0.id, command) }
    }

    /// The model and the settings of a run, once its trainer has made the changes that it was told to make.
    func expected(of run: Run) -> Experiment {
        var experiment = run.experiment
        for change in errands.changes(of: run.id) { experiment.apply(change.edit) }
        return experiment
    }

    /// The network that has not learnt a sample: the fold that set it aside, or the one in front.
    func judge(of sample: Int?, in part: DataPart) -> Run? {
        if recalled != nil { return shownRun }
        guard fits.count > 1, part != .test, let sample else { return run }
        return fits.first { $0.fit.validation.contains(sample) } ?? run
    }

    /// Makes networks, and begins to train them.
    ///
    /// - Parameters:
    ///   - fits: The networks and settings to train, side by side.
    ///   - dataset: The samples.
    ///   - command: The first command for each.
    /// - Returns: The effects that begin them.
    mutating func begin(_ fits: [Fit], on dataset: Dataset, with command: TrainerCommand) -> [Effect] {
        var effects: [Effect] = self.fits.map { .release($0.id) }
        effects += keepLastRuns()
        self.fits = fits.map { fit in
            runs += 1
            var fit = fit
            // The text of a session plans changes and their times.
            if fit.role != .final { fit.experiment.changes += planned }
            return Run(id: RunID(number: runs), fit: fit, group: group)
        }
        if fits.first?.role != .final { planned = [] }
        if let first = self.fits.first { curves.focus(first.id) }
        if self.fits.count > 1 { curves.showBand() }
        probabilities = nil
        // Training is something to see, even where there is room for one pane only.
        if !layoutState.isZoomed, focus != .inspector, layout.panes[.curves] == nil { focus = .curves }
        effects += self.fits.map { .train($0.id, $0.fit, pace, command, on: dataset) }
        return effects
    }

    /// Runs to compare with; what is kept of those that have no room any more goes.
    mutating func keepLastRuns() -> [Effect] {
        for var last in fits where !last.history.epochs.isEmpty {
            (last.snapshot, last.progress) = (nil, nil)
            if last.isActive { last.status = .stopped }
            pastRuns.append(last)
        }
        var effects: [Effect] = fits.filter(\.history.epochs.isEmpty).map { .forget($0.id) }
        // As many as there are colours for, with those that begin now; never a part of what belongs together.
        while pastRuns.count >= Shade.groups, let oldest = pastRuns.first?.group, oldest != group {
            effects += pastRuns.filter { $0.group == oldest }.map { .forget($0.id) }
            pastRuns.removeAll { $0.group == oldest }
        }
        return effects
    }

    /// The final run that follows once all networks have been trained to their end; nothing where there is none.
    mutating func beginFinalFit() -> [Effect] {
        guard let dataset, let final, fits.allSatisfy({ $0.status == .finished }) else { return [] }
        self.final = nil
        say("\(final.role) begins: \(Format.count(final.experiment.settings.epochs, "epoch", "epochs")).")
        // A person who trains step by step does so here, too.
        return begin([final], on: dataset, with: isStepping ? .stepEpoch : .start)
    }
}

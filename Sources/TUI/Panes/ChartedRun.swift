import Training

/// A run as charts need it.
struct ChartedRun: Sendable {
    let id: RunID
    /// Decides its colour, which it keeps as others come and go.
    var number: Int
    var name: String
    var history: History
    /// The number that the folds of a run share with the final run after them.
    var group: Int
    /// Tells whether it is one of several folds.
    var isFold: Bool
    /// Tells whether more is to come.
    var isActive: Bool
    /// The number of epochs that it is meant to have.
    var epochs: Int
    /// The changes that were made while it was trained.
    var changes: [TimedEdit] = []
    /// The keys of its metrics, in the model's order.
    var metrics: [String]

    /// The points of one column of its history.
    ///
    /// - Parameters:
    ///   - key: The column's key, such as `val_loss`.
    ///   - axis: The axis along which they lie; with steps, the loss has a value for each batch.
    /// - Returns: The points, or `nil` where there is no such column.
    func points(_ key: String, along axis: CurvesState.XAxis) -> CurvePoints? {
        if axis == .step, key == "loss", hasSteps {
            return CurvePoints(history.stepLosses.map(Double.init))
        }
        return history[key].map { CurvePoints($0, at: places(along: axis)) }
    }

    /// Tells whether the loss of each batch has been kept.
    var hasSteps: Bool { (history.stepsAtEnd.last ?? 0) > 0 }

    /// Finds the ends of its epochs.
    func places(along axis: CurvesState.XAxis) -> CurvePoints.Places {
        switch axis {
        case .step where hasSteps: .listed(history.stepsAtEnd.map(Double.init))
        case .time: .listed(history.secondsAtEnd)
        case .epoch, .step: .even(first: 1, step: 1)
        }
    }

    /// Finds the end of an epoch, counted from 1.
    func place(ofEpoch epoch: Int, along axis: CurvesState.XAxis) -> Double? {
        guard history.epochs.indices.contains(epoch - 1) else { return nil }
        return ends(along: axis).x(epoch - 1)
    }

    /// The time that a place stands for: the end of the nearest epoch; along steps, a batch of the first one.
    func moment(at place: Double, along axis: CurvesState.XAxis) -> Moment {
        guard !history.epochs.isEmpty, place > start(along: axis) else { return .start }
        if axis == .step, hasSteps, let first = history.stepsAtEnd.first, place < Double(first) {
            return Moment(epochs: 0, batches: max(1, Int(place.rounded())))
        }
        return Moment(epochs: (ends(along: axis).nearest(to: place) ?? 0) + 1)
    }

    /// Finds the place of a time: between the ends of two epochs by the share of its batches.
    func place(of moment: Moment, along axis: CurvesState.XAxis) -> Double {
        let before = place(ofEpoch: moment.epochs, along: axis) ?? start(along: axis)
        guard moment.batches > 0 else { return before }
        if axis == .step, hasSteps { return before + Double(moment.batches) }
        guard let after = place(ofEpoch: moment.epochs + 1, along: axis) else { return before }
        let batches = history.epochs[moment.epochs].batchLosses.count
        return before + (after - before) * Double(moment.batches) / Double(max(1, batches))
    }

    /// The place at which training begins.
    func start(along axis: CurvesState.XAxis) -> Double { 0 }

    /// The place on another axis of the epoch whose end is the nearest.
    func place(_ x: Double, from: CurvesState.XAxis, to: CurvesState.XAxis) -> Double? {
        ends(along: from).nearest(to: x).map { ends(along: to).x($0) }
    }

    private func ends(along axis: CurvesState.XAxis) -> CurvePoints {
        CurvePoints(history.secondsAtEnd, at: places(along: axis))
    }

    /// Finds the end of an axis that has room for all epochs to come.
    func end(along axis: CurvesState.XAxis) -> Double {
        let done = history.epochs.count
        // A run that has ended needs no room for epochs that won't come.
        let planned = Double(isActive ? max(epochs, done) : max(1, done))
        switch axis {
        case .step where hasSteps:
            let steps = Double(history.stepsAtEnd.last ?? 0)
            return (steps / Double(max(1, done)) * planned).rounded()
        case .time: return history.seconds
        case .epoch, .step: return planned
        }
    }
}

extension ChartedRun {
    /// Takes from the dashboard's run the facts that charts need.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - number: Decides its colour.
    ///   - isOnlyGroup: All other runs share its number, which need not be said then.
    init(_ run: Run, number: Int = 0, isOnlyGroup: Bool = true) {
        self.init(
            id: run.id, number: number, name: isOnlyGroup ? run.shortName : run.briefName,
            history: run.history, group: run.group,
            isFold: run.isFold, isActive: run.isActive, epochs: run.experiment.settings.epochs,
            changes: run.changes,
            metrics: run.experiment.model.metrics.map(\.name))
    }
}

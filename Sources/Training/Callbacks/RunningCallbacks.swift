/// The callbacks of a run under way, told of it in the order in which they were given.
struct RunningCallbacks {
    private var states: [any CallbackState] = []
    /// The one whose weights are kept.
    ///
    /// In Keras each that has kept weights puts them back at the end, so that the last one's stay.
    private var keeper = -1

    /// Begins to watch a run.
    init(_ callbacks: [Callback] = []) {
        states = callbacks.map { $0.begin() }
    }

    /// A batch has been trained; see ``CallbackState/batchEnded(loss:epoch:batch:)``.
    mutating func batchEnded(loss: Double, epoch: Int, batch: Int) -> [CallbackAction] {
        // An array without elements takes no memory from the heap: a step allocates nothing.
        var actions: [CallbackAction] = []
        for place in states.indices {
            let wanted = states[place].batchEnded(loss: loss, epoch: epoch, batch: batch)
            if !wanted.isEmpty { actions += heeded(wanted, of: place) }
        }
        return actions
    }

    /// An epoch has ended; each callback sees the learning rate as those before it left it.
    mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction] {
        var record = record
        var actions: [CallbackAction] = []
        for place in states.indices {
            let wanted = heeded(states[place].epochEnded(record), of: place)
            for case .setLearningRate(let rate, _) in wanted { record.learningRate = rate }
            actions += wanted
        }
        return actions
    }

    /// The run has ended.
    mutating func runEnded() -> [CallbackAction] {
        var actions: [CallbackAction] = []
        for place in states.indices { actions += heeded(states[place].runEnded(), of: place) }
        return actions
    }

    private mutating func heeded(_ actions: [CallbackAction], of place: Int) -> [CallbackAction] {
        if actions.contains(.keepWeights) { keeper = max(keeper, place) }
        return actions.filter { action in
            switch action {
            case .keepWeights, .restoreWeights: place == keeper
            case .stop, .setLearningRate: true
            }
        }
    }
}

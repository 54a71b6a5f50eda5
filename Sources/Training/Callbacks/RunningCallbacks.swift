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

    /// Watches epochs that have passed: what the callbacks asked for then was done at its time.
    ///
    /// - Returns: The epoch whose weights are to be kept, counted from 1; `nil` where none is.
    mutating func watch(_ history: History) -> Int? {
        var kept: Int?
        for record in history.epochs where epochEnded(record).contains(.keepWeights) { kept = record.index }
        return kept
    }

    /// A batch has been trained; see ``CallbackState/batchEnded(loss:epoch:batch:)``.
    mutating func batchEnded(loss: Double, epoch: Int, batch: Int) -> [CallbackAction] {
        // An array without elements takes no memory from the heap: a step allocates nothing.
        var wishes: [Wish] = []
        for place in states.indices {
            for action in states[place].batchEnded(loss: loss, epoch: epoch, batch: batch) {
                wishes.append((place, action))
            }
        }
        return wishes.isEmpty ? [] : heeded(wishes)
    }

    /// An epoch has ended; each callback sees the learning rate as those before it left it.
    mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction] {
        var record = record
        var wishes: [Wish] = []
        for place in states.indices {
            for action in states[place].epochEnded(record) {
                if case .setLearningRate(let rate, _) = action { record.learningRate = rate }
                wishes.append((place, action))
            }
        }
        return heeded(wishes)
    }

    /// The run has ended.
    mutating func runEnded() -> [CallbackAction] {
        var wishes: [Wish] = []
        for place in states.indices {
            wishes += states[place].runEnded().map { (place, $0) }
        }
        return heeded(wishes)
    }

    /// An action that a callback wants, with the callback's index.
    private typealias Wish = (place: Int, action: CallbackAction)

    private mutating func heeded(_ wishes: [Wish]) -> [CallbackAction] {
        for wish in wishes where wish.action == .keepWeights { keeper = max(keeper, wish.place) }
        return wishes.compactMap { wish in
            switch wish.action {
            case .keepWeights, .restoreWeights: wish.place == keeper ? wish.action : nil
            case .stop, .setLearningRate: wish.action
            }
        }
    }
}

/// The room that is taken, and what gives it back.
extension Shelf {
    /// The memory in use, in bytes.
    var memory: Int {
        weights.values.count { $0.value != nil } * weightBytes
            + states.values.count { $0.value != nil } * stateBytes
    }

    /// The disk space in use, in bytes.
    var disk: Int {
        weights.values.count { $0.isWritten } * weightBytes
            + states.values.count { $0.isWritten } * stateBytes
    }

    /// Epochs that stay: what the end of the program, or that of the machine's power, would leave must be
    /// kept until something newer is as safe.
    private var safe: Set<Int> {
        Set([newest] + [newestWritten, flushing, newestFlushed].compactMap(\.self))
    }

    /// Drops what there is no room for.
    mutating func thin(within budget: ArchiveBudget, hasFiles: Bool) {
        let isOnDisk = hasFiles && problems[.writing] == nil
        if isOnDisk { evict(within: budget) }
        let limit = isOnDisk ? budget.disk : budget.memory
        guard weights.count * weightBytes + states.count * stateBytes > limit else { return }
        let (newest, safe) = (newest, safe)
        let states = Thinning(count: newest + 1, bytes: stateBytes, limit: limit / 2)
        for epoch in self.states.keys where !states.keeps(epoch) && !safe.contains(epoch) {
            drop(.state(epoch))
        }
        let left = limit - self.states.count * stateBytes
        guard weights.count * weightBytes > left else { return }
        let weights = Thinning(count: newest + 1, bytes: weightBytes, limit: left)
        // Those that a callback wants back are needed at the end of the run.
        let stay = safe.union(held.map { [$0] } ?? [])
        for moment in self.weights.keys
        where moment.batches > 0 || !(weights.keeps(moment.epochs) || stay.contains(moment.epochs)) {
            drop(.weights(moment))
        }
    }

    /// Leaves to the files what they hold and memory has no room for, the oldest first.
    private mutating func evict(within budget: ArchiveBudget) {
        guard memory > budget.memory else { return }
        for epoch in states.keys.sorted() where states[epoch]?.isWritten == true {
            states[epoch]?.value = nil
        }
        for moment in weights.keys.sorted() where weights[moment]?.isWritten == true {
            guard memory > budget.memory else { return }
            weights[moment]?.value = nil
        }
    }
}

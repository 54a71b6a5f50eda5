/// Files of a person's choice.
extension World {
    /// Does something with a file, and tells what came of it.
    ///
    /// One after another: of two that write to the same place the later one is meant to stay.
    func carryOut(_ errand: FileErrand) {
        writing.begin(errand.file.name)
        guard errands.withLock({ $0.add(errand) }) else { return }
        detach { [self] in
            while let next = errands.withLock({ $0.next() }) {
                mailbox.send(.found(.filed(next.news())))
                writing.end(next.file.name)
            }
        }
    }
}

/// The errands that are still to be done, in order.
struct FileErrands: Sendable {
    private var waiting: [FileErrand] = []
    private var isBusy = false

    /// Takes one more; true if nobody is at them yet, so that somebody has to begin.
    mutating func add(_ errand: FileErrand) -> Bool {
        waiting.append(errand)
        defer { isBusy = true }
        return !isBusy
    }

    /// The next one; `nil` where none is left, and whoever was at them ends.
    mutating func next() -> FileErrand? {
        isBusy = !waiting.isEmpty
        return isBusy ? waiting.removeFirst() : nil
    }
}

import Testing

@testable import Training

/// The order in which epochs become safe, and which of them may go.
@Suite struct ShelfTests {
    private let training: KeptTraining
    private let checkpoints: [Checkpoint]

    init() throws {
        training = try KeptTraining(epochs: 6)
        checkpoints = (1...6).compactMap { [training] in training.whole.past(upTo: $0)?.checkpoint }
    }

    /// A shelf with an epoch more, of which nothing is in files yet.
    private func keep(_ epoch: Int, on shelf: inout Shelf) {
        shelf.keep(checkpoints[epoch - 1], training.whole.history.epochs[epoch - 1])
    }

    /// Writes the newest epoch.
    private func write(_ shelf: inout Shelf) throws {
        shelf.finish(try #require(shelf.newestWriting), bytes: 100)
    }

    /// Begins the next flush.
    private func flushing(_ shelf: inout Shelf) throws -> Shelf.Flushing {
        let next = shelf.nextFlushing()
        return try #require(next)
    }

    @Test func `the newest epoch in files is flushed next, then those that it overtook`() throws {
        var shelf = Shelf()
        for epoch in 1...4 {
            keep(epoch, on: &shelf)
            try write(&shelf)
        }
        keep(5, on: &shelf)
        var order: [Int] = []
        while let next = shelf.nextFlushing() {
            order.append(next.epoch)
            #expect(next.parts.count == 2)
            if order.count == 2 { try write(&shelf) }
            shelf.finish(next, isDone: true)
        }
        #expect(order == [4, 3, 5, 2, 1])
        #expect(shelf.newestFlushed == 5 && shelf.flushedLines == Shelf.Lines(epochs: 5, bytes: 500))
    }

    @Test
    func `what a power cut or the end of the program would leave stays until something newer is as safe`()
        throws
    {
        var shelf = Shelf()
        let budget = ArchiveBudget(memory: 0, disk: 0)
        func epochs(_ shelf: Shelf) -> [Int] { shelf.states.keys.sorted() }
        keep(1, on: &shelf)
        try write(&shelf)
        let first = try flushing(&shelf)
        shelf.finish(first, isDone: true)
        for epoch in 2...3 {
            keep(epoch, on: &shelf)
            try write(&shelf)
        }
        let third = try flushing(&shelf)
        keep(4, on: &shelf)
        try write(&shelf)
        keep(5, on: &shelf)
        shelf.thin(within: budget, hasFiles: true)
        // On the disk, on its way there, in a file, in memory; the second has no room.
        #expect(epochs(shelf) == [1, 3, 4, 5])
        shelf.finish(third, isDone: true)
        try write(&shelf)
        shelf.thin(within: budget, hasFiles: true)
        #expect(epochs(shelf) == [3, 5])
        #expect(shelf.weights.keys.map(\.epochs).sorted() == [3, 5])
        #expect(shelf.takeUnwanted().contains(.state(1)) && shelf.takeUnwanted().isEmpty)
    }

    @Test func `weights that a callback may want back stay until it wants others`() throws {
        var shelf = Shelf()
        let budget = ArchiveBudget(memory: 0, disk: 0)
        for epoch in 1...6 {
            keep(epoch, on: &shelf)
            if epoch < 6 { shelf.held = 3 }
            try write(&shelf)
            shelf.finish(try flushing(&shelf), isDone: true)
            shelf.thin(within: budget, hasFiles: true)
            guard epoch > 3 else { continue }
            #expect(shelf.weights.keys.map(\.epochs).sorted() == [3, epoch])
            #expect(shelf.states.keys.sorted() == [epoch])
        }
        shelf.held = 6
        shelf.thin(within: budget, hasFiles: true)
        #expect(shelf.weights.keys.map(\.epochs) == [6])
        #expect(shelf.takeUnwanted().contains(.weights(Moment(epochs: 3))))
    }

    @Test func `weights that are kept in the place of damaged ones are not removed with them`() throws {
        var shelf = Shelf()
        keep(1, on: &shelf)
        try write(&shelf)
        let part = Shelf.Part.weights(Moment(epochs: 1))
        shelf.drop(part)
        shelf.keep(checkpoints[0].network, at: Moment(epochs: 1))
        #expect(!shelf.takeUnwanted().contains(part))
    }

    @Test func `an epoch that could not be flushed is written again, with its line`() throws {
        var shelf = Shelf()
        keep(1, on: &shelf)
        try write(&shelf)
        let next = try flushing(&shelf)
        shelf.finish(next, isDone: false)
        #expect(shelf.nextFlushing() == nil && shelf.newestFlushed == nil)
        let again = try #require(shelf.newestWriting)
        guard case .epoch(_, let parts, let records, let behind) = again else {
            Issue.record("not an epoch")
            return
        }
        #expect(Set(parts) == Set(next.parts) && records.count == 1 && behind == Shelf.Lines())
    }

    @Test func `a file that lost its room while it was written goes`() throws {
        var shelf = Shelf()
        keep(1, on: &shelf)
        let writing = try #require(shelf.newestWriting)
        shelf.drop(.state(1))
        shelf.finish(writing, bytes: 100)
        #expect(shelf.takeUnwanted() == [.state(1)])
        #expect(shelf.unflushed == [.weights(Moment(epochs: 1))])
    }

    @Test func `weights within the first epoch are flushed one after another`() {
        var shelf = Shelf()
        let times = [Moment.start, Moment(epochs: 0, batches: 2), Moment(epochs: 0, batches: 4)]
        for time in times {
            shelf.keep(checkpoints[0].network, at: time)
            shelf.finish(.weights(checkpoints[0].network, time), bytes: 0)
        }
        var order: [[Shelf.Part]] = []
        while let next = shelf.nextFlushing() {
            order.append(next.parts)
            shelf.finish(next, isDone: true)
        }
        #expect(order == times.reversed().map { [.weights($0)] })
    }
}

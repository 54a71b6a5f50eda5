import Foundation
import KeptNetwork
import Testing

@testable import Training

/// A power cut may come at any time, and leave of what was not flushed anything.
@Suite(.faultyDisk) struct `A power cut` {
    /// An epoch whose flush has ended, and whatever else that flush says.
    private struct Flushes {
        var epoch = 0
        private var next = 0
        private var names: [Int: String] = [:]

        /// Follows a log: an epoch is on the disk once the lines are, which come after its files.
        mutating func take(_ event: DiskEvent, _ disk: CutDisk) {
            guard case .flushEnds(let inode) = event.kind,
                let name = disk.path(of: inode)?.split(separator: "/").last
            else { return }
            if name.hasPrefix("state-"), let number = Int(name.dropFirst(6).prefix { $0.isNumber }) {
                next = number
            }
            if name == "epochs.jsonl" { epoch = max(epoch, next) }
        }
    }

    @Test(arguments: [false, true])
    func `leaves every epoch that was flushed, whole, and whatever it leaves can be read`(isDurable: Bool)
        throws
    {
        let training = try KeptTraining(epochs: 4)
        let disk = try FaultyDisk()
        disk.log()
        _ = try training.train(on: disk, isDurable: isDurable) { disk.note("\($0)") }
        let events = disk.logged
        try #require(events.count > 40)
        var random = Random(seed: isDurable ? 2 : 1, stream: 7)
        var cut = CutDisk(root: disk.path)
        var flushes = Flushes()
        var (told, best) = (0, 0)
        for (place, event) in events.enumerated() {
            cut.take(event)
            flushes.take(event, cut)
            if case .note(let epoch) = event.kind { told = Int(epoch) ?? 0 }
            // Each call is a moment of its own, and nothing is sure but what was flushed.
            for luck in [.nothing, .everything, place % 2 == 0 ? .beginning : CutDisk.Luck.anything] {
                let folder = try OwnFolder()
                try cut.restore(to: folder.path, luck, &random)
                let left = try training.reopen(folder.path + "/runs", "call \(place), \(luck)")
                #expect(left >= flushes.epoch, "call \(place), \(luck)")
                // With everything there, it is the end of the program alone.
                if luck == .everything { #expect(left >= told - 1, "call \(place)") }
                if isDurable { #expect(left >= told, "call \(place), \(luck)") }
                best = max(best, left)
            }
        }
        #expect(flushes.epoch == 4 && told == 4 && best == 4)
    }

    @Test func `finds the newest epoch flushed next, whatever came meanwhile`() throws {
        let training = try KeptTraining(epochs: 8)
        let disk = try FaultyDisk()
        disk.log()
        disk.hold(true)
        // No flush comes to its end, and training does.
        let news = Told()
        let archive = RunArchive(
            training.fit, folder: try RunFolder(training.fit, in: disk.path + "/runs"),
            flusher: Flusher(interval: .seconds(0))
        ) { news.add($0) }
        try archive.train(on: training.dataset)
        archive.newestWriting.wait()
        #expect(archive.shelf.withLock { $0.newestWritten == 8 && $0.newestFlushed == nil })
        disk.hold(false)
        archive.finishWriting()
        #expect(archive.shelf.withLock { $0.newestFlushed == 8 && $0.unflushed.isEmpty })
        #expect(news.all == [])
        var cut = CutDisk(root: disk.path)
        var flushed: [String] = []
        for event in disk.logged {
            cut.take(event)
            guard case .flushEnds(let inode) = event.kind,
                let name = cut.path(of: inode)?.split(separator: "/").last, name.hasPrefix("state-")
            else { continue }
            flushed.append(String(name))
        }
        // One was under way; then the newest, then the others.
        let newest = try #require(flushed.firstIndex(of: "state-8.safetensors"))
        #expect(newest <= 1 && flushed.count == 8)
    }

    @Test func `costs nothing where each epoch waits for its flush`() throws {
        let training = try KeptTraining(epochs: 2)
        let disk = try FaultyDisk()
        disk.hold(true)
        let told = Told()
        let fit = training.fit
        let archive = RunArchive(
            fit, folder: try RunFolder(fit, in: disk.path + "/runs"), isDurable: true, flusher: Flusher())
        let thread = Thread {
            _ = try? archive.train(on: training.dataset) { told.add(.working(epoch: $0.index)) }
        }
        thread.start()
        while disk.held == 0 { sched_yield() }
        #expect(told.all == [])
        disk.hold(false)
        while !thread.isFinished { sched_yield() }
        #expect(told.all == [.working(epoch: 1), .working(epoch: 2)])
    }

    @Test func `is what an epoch is called safe from, and not before`() throws {
        let training = try KeptTraining(epochs: 2)
        let disk = try FaultyDisk()
        disk.hold(true)
        let told = Told()
        let archive = RunArchive(
            training.fit, folder: try RunFolder(training.fit, in: disk.path + "/runs"),
            flusher: Flusher(interval: .zero))
        for epoch in 1...3 { archive.whenSafe(epoch) { told.add(.working(epoch: epoch)) } }
        try archive.train(on: training.dataset)
        while disk.held == 0 { sched_yield() }
        #expect(told.all == [])
        disk.hold(false)
        archive.finishWriting()
        #expect(Set(told.all.map { "\($0)" }) == ["working(epoch: 1)", "working(epoch: 2)"])
        archive.whenSafe(1) { told.add(.working(epoch: 9)) }
        #expect(told.all.last == .working(epoch: 9))
        let inMemory = RunArchive(training.fit)
        inMemory.whenSafe(1) { told.add(.working(epoch: 10)) }
        try inMemory.train(on: training.dataset)
        #expect(told.all.count == 3)
    }
}

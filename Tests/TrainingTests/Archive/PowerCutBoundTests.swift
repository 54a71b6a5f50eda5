import Foundation
import Testing

@testable import Training

/// At most one ended epoch goes with a power cut, or 250 ms of training where that is longer.
///
/// Nothing is kept of the epoch under way. Training and flushes take as long as a clock says that the test
/// sets; a flush takes at most 50 ms.
@Suite(.faultyDisk) struct `The price of a power cut` {
    private static let longest = Duration.milliseconds(250)

    /// Epochs of about so many milliseconds: some within one flush, one or two within a pause, and longer ones.
    @Test(arguments: [6, 35, 58, 75, 95, 105, 112, 124, 130, 140, 180, 240, 320])
    func `is one epoch, or 250 ms of training`(milliseconds: Int) throws {
        let seed = TestSeed.choose(for: "power cuts in epochs of \(milliseconds) ms")
        let most = try Timeline(milliseconds: milliseconds, seed: seed).mostBeyondOneEpoch {
            Flusher(clock: $0)
        }
        #expect(most <= Self.longest, "seed \(seed)")
    }

    @Test func `would be higher with a longer pause between flushes`() throws {
        let most = try Timeline(milliseconds: 130, seed: 1).mostBeyondOneEpoch {
            Flusher(interval: .milliseconds(300), clock: $0)
        }
        #expect(most > Self.longest)
    }
}

/// Epochs and flushes on a clock that is set by hand.
private struct Timeline {
    private static let epochs = 16
    private let training: KeptTraining
    private let lengths: [Duration]
    private let random: Random

    init(milliseconds: Int, seed: UInt64) throws {
        training = try KeptTraining(epochs: Self.epochs)
        var random = Random(seed: seed, stream: UInt64(milliseconds))
        lengths = (0..<Self.epochs).map { _ in
            .microseconds(milliseconds * 1000 + Int(random.below(UInt32(milliseconds * 100))))
        }
        self.random = random
    }

    /// The longest training that a power cut takes away at any moment, of those that take more than one ended epoch.
    func mostBeyondOneEpoch(_ makeFlusher: (FlushClock) -> Flusher) throws -> Duration {
        let disk = try FaultyDisk()
        disk.log()
        try train(on: disk, makeFlusher)
        var cut = CutDisk(root: disk.path)
        var random = random
        var (ended, left, most) = (0, 0, Duration.zero)
        func look() throws {
            let folder = try OwnFolder()
            try cut.restore(to: folder.path, .nothing, &random)
            left = try training.reopen(folder.path + "/runs", "after \(ended) epochs")
            let lost = lengths[min(left, ended)..<ended]
            if lost.count > 1 { most = max(most, lost.reduce(.zero, +)) }
        }
        for event in disk.logged {
            cut.take(event)
            switch event.kind {
            case .note(let text):
                ended = Int(text) ?? 0
                try look()
            case .unlink: try look()
            // Between two of these a power cut never costs more than right after the first.
            default: continue
            }
        }
        try look()
        #expect(ended == Self.epochs && left == Self.epochs)
        return most
    }

    /// Lets each thing happen at its time: the end of an epoch, that of a flush, that of a pause.
    private func train(on disk: FaultyDisk, _ makeFlusher: (FlushClock) -> Flusher) throws {
        let hand = HandClock()
        let flusher = makeFlusher(hand.clock)
        let archive = RunArchive(
            training.fit, folder: try RunFolder(training.fit, in: disk.path + "/runs"), flusher: flusher)
        var random = random
        var (now, ended) = (Duration.zero, 0)
        var (epochEnd, flushEnd) = (lengths.first, Duration?.none)
        disk.hold(true)
        for moment in training.whole.moments where moment.epochs == 0 {
            if let network = training.whole.network(at: moment) { archive.keep(network, at: moment) }
        }
        archive.writing.wait()
        while true {
            while disk.held == 0, hand.next == nil, !flusher.isIdle { sched_yield() }
            if disk.held > 0, flushEnd == nil {
                // Half of them as long as they may.
                flushEnd = now + .microseconds(50_000 - Int(random.below(2) * random.below(49_000)))
            }
            guard let next = [epochEnd, flushEnd, hand.next].compactMap(\.self).min() else { break }
            now = max(now, next)
            hand.set(to: now)
            if epochEnd == next {
                ended += 1
                disk.note("\(ended)")
                let past = try #require(training.whole.past(upTo: ended))
                archive.keep(past.checkpoint, try #require(past.history.epochs.last))
                archive.writing.wait()
                epochEnd = ended < Self.epochs ? now + lengths[ended] : nil
            } else if flushEnd == next {
                disk.hold(false)
                while hand.next == nil, !flusher.isIdle { sched_yield() }
                disk.hold(true)
                flushEnd = nil
            } else {
                hand.callDue()
            }
        }
        disk.hold(false)
    }
}

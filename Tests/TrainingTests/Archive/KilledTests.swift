import Foundation
import Testing

@testable import Training

/// `kill -9` at any moment leaves all epochs but the last, and nothing that can't be read.
@Suite(.faultyDisk) struct `A program that is killed` {
    @Test func `before any call of its disk leaves all epochs but the last`() throws {
        let training = try KeeperProgram.training(epochs: 3)
        var change = 1
        var most = 0
        while true {
            let keeper = try KeeperProgram(epochs: 3, killedAt: change)
            let left = try training.reopen(keeper.runs, "call \(change)")
            #expect(left >= keeper.told - 1, "call \(change), after \(keeper.told) epochs")
            if left > 0, change % 10 == 0 { try training.expectSameEnd(continuing: keeper.runs) }
            most = max(most, left)
            if keeper.isDone { break }
            // The beginning call by call, then in steps that meet each kind of call in the end.
            change += change < 16 ? 1 : 3
            try #require(change < 200)
        }
        #expect(most == 3)
    }

    @Test func `while it throws its run away leaves all of it or nothing`() throws {
        var change = 1
        var removals = 0
        while true {
            let keeper = try KeeperProgram(epochs: 2, killedAt: change, forgets: true)
            let found = RunFolder.cutOff(in: keeper.runs)
            #expect(found.unreadable == [], "call \(change)")
            if keeper.hasBegunToForget {
                removals += 1
                let left = try FileManager.default.contentsOfDirectory(atPath: keeper.runs)
                #expect(found.runs.count == left.count && found.removed == 0, "call \(change): \(left)")
                #expect(found.runs.allSatisfy { $0.history.epochs.count == 2 }, "call \(change)")
            }
            if keeper.isDone { break }
            change += 1
            try #require(change < 200)
        }
        // The name, each file, and the end.
        #expect(removals > 8)
    }

    @Test func `loses at most one epoch at any moment, twenty times`() throws {
        try RandomKills(epochs: 30).make(20)
    }
}

/// The same a thousand times.
@Suite(.faultyDisk, .enabled(if: Verification.isWanted, "\(Verification.hint)"))
struct `VerifyKilled programs` {
    @Test func `lose at most one epoch, a thousand times`() throws { try RandomKills(epochs: 60).make(1000) }
}

/// Programs that are killed at random moments.
private struct RandomKills {
    let epochs: Int

    func make(_ count: Int) throws {
        let training = try KeeperProgram.training(epochs: epochs)
        let seed = TestSeed.choose(for: "\(count) kills")
        var random = Random(seed: seed, stream: 0)
        var lost: [Int: Int] = [:]
        for number in 1...count {
            let least = Int(random.below(UInt32(epochs / 2)))
            let microseconds = random.below(4000)
            let keeper = try KeeperProgram(epochs: epochs) { process, told in
                while told() < least, process.isRunning { usleep(200) }
                // Not for anything to happen: the moment is to be any.
                usleep(microseconds)
                kill(process.processIdentifier, SIGKILL)
            }
            let comment: Comment =
                "kill \(number) of seed \(seed), after \(keeper.told) epochs and \(microseconds) µs"
            let left = try training.reopen(keeper.runs, comment)
            #expect(left >= keeper.told - 1, comment)
            lost[keeper.told - left, default: 0] += 1
        }
        let text = lost.sorted { $0.key < $1.key }.map { "\($0.value) times \($0.key)" }
        print(
            "\(count) kills: epochs lost (below 0: kept, but not yet told of): \(text.joined(separator: ", "))"
        )
    }
}

import Foundation
import Testing

@testable import Training

@Suite struct `A team of threads` {
    /// The number of times that each part of a job was done; every part has a place of its own.
    private final class Counts: @unchecked Sendable {
        // No two parts of a job write to the same place, and it is read when the job is done.
        let cells: UnsafeMutablePointer<Int32>
        let count: Int

        init(_ count: Int) {
            self.count = count
            cells = .allocate(capacity: max(1, count))
            cells.initialize(repeating: 0, count: count)
        }
        deinit { cells.deallocate() }

        func count(by kernels: Kernels) {
            kernels.run(cells, parts: count) { job, part in
                job?.assumingMemoryBound(to: UnsafeMutablePointer<Int32>.self).pointee[part] += 1
            }
        }
        var all: [Int32] { Array(UnsafeBufferPointer(start: cells, count: count)) }
    }

    /// Waits until all threads of a team but this one lie down.
    private static func letRest(_ team: Team?) {
        guard let team else { return }
        while team.resting < team.threads - 1 { sched_yield() }
    }

    @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 5, 64])
    func `does every part of a job exactly once`(threads: Int, parts: Int) {
        let kernels = Kernels(threads: threads)
        let counts = Counts(parts)
        for _ in 0..<50 { counts.count(by: kernels) }
        #expect(counts.all == Array(repeating: 50, count: parts))
    }

    @Test func `of one is none`() {
        #expect(Team(threads: 1) == nil)
        #expect(Team(threads: 0) == nil)
        #expect(Team(threads: 2)?.threads == 2)
    }

    @Test func `gets up again after a rest`() throws {
        let kernels = Kernels(threads: 3)
        let counts = Counts(40)
        for _ in 0..<10 {
            counts.count(by: kernels)
            Self.letRest(kernels.team)
        }
        #expect(counts.all == Array(repeating: 10, count: 40))
    }

    @Test func `may be one of many at work`() {
        let all = (0..<6).map { _ in (Kernels(threads: 3), Counts(17)) }
        DispatchQueue.concurrentPerform(iterations: all.count) { index in
            for _ in 0..<200 { all[index].1.count(by: all[index].0) }
        }
        for (_, counts) in all { #expect(counts.all == Array(repeating: 200, count: 17)) }
    }

    @Test func `does the jobs of several callers`() {
        let kernels = Kernels(threads: 3)
        let all = (0..<4).map { _ in Counts(9) }
        DispatchQueue.concurrentPerform(iterations: all.count) { index in
            for _ in 0..<200 { all[index].count(by: kernels) }
        }
        for counts in all { #expect(counts.all == Array(repeating: 200, count: 9)) }
    }

    @Test func `ends with whoever holds it`() {
        weak var gone: Team?
        for round in 0..<20 {
            let kernels = Kernels(threads: 4)
            gone = kernels.team
            // At work, resting, and never used.
            if round % 2 == 0 { Counts(8).count(by: kernels) }
            if round % 3 == 0 { Self.letRest(kernels.team) }
        }
        #expect(gone == nil)
    }
}

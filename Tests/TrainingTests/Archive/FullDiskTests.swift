import Foundation
import KeptNetwork
import Testing

@testable import Training

/// Whatever of a run can't be written, training comes to its end, and what was written stays readable.
@Suite(.faultyDisk) struct `A disk that fails` {
    private static let errors = [ENOSPC, EIO]

    /// The number of changes that a training makes on a sound disk.
    private func changes(of training: KeptTraining) throws -> Int {
        let disk = try FaultyDisk()
        #expect(try training.train(on: disk).news == [])
        return disk.changes
    }

    @Test func `at any one call costs nothing: what failed is written again`() throws {
        let training = try KeptTraining(epochs: 3)
        let count = try changes(of: training)
        try #require(count > 30)
        for change in 1...count {
            let disk = try FaultyDisk()
            disk.fail(at: change, Self.errors[change % 2], forGood: false)
            let comment: Comment = "call \(change)"
            do {
                let (_, network) = try training.train(on: disk)
                #expect(network == training.whole.network(epoch: 3), comment)
                let left = try training.reopen(disk, comment)
                // An epoch that can't be flushed at the very end can still be read.
                #expect(left == 3, comment)
            } catch let error as FileError {
                // The folder could not be made, which its caller says.
                guard case .notWritten = error else { throw error }
                #expect(try training.reopen(disk, comment) == 0)
            }
        }
    }

    @Test func `from any call on leaves all epochs before it, and says so once`() throws {
        let training = try KeptTraining(epochs: 3)
        for change in 1...(try changes(of: training)) {
            let disk = try FaultyDisk()
            disk.fail(at: change, Self.errors[change % 2], forGood: true)
            let comment: Comment = "from call \(change) on"
            var before = 0
            do {
                let (news, network) = try training.train(on: disk) { epoch in
                    if disk.changes < change { before = epoch }
                }
                #expect(network == training.whole.network(epoch: 3), comment)
                // Flushes may be fewer than in the run that was counted.
                #expect(news.count == (disk.changes >= change ? 1 : 0), comment)
                #expect(try training.reopen(disk, comment) >= before - 1, comment)
                guard case .failing(let reason)? = news.first else { continue }
                #expect(reason.contains(disk.path), comment)
            } catch let error as FileError {
                guard case .notWritten = error else { throw error }
                #expect(before == 0)
            }
        }
    }

    @Test func `and has room again later keeps all epochs, and says that, too`() throws {
        let training = try KeptTraining(epochs: 6)
        let disk = try FaultyDisk()
        let news = Told()
        let archive = RunArchive(
            training.fit, folder: try RunFolder(training.fit, in: disk.path + "/runs"),
            flusher: Flusher(interval: .seconds(0))
        ) { news.add($0) }
        disk.fail(at: disk.changes + 1, ENOSPC, forGood: true)
        try archive.train(on: training.dataset) {
            if $0.index == 4 { disk.recover() }
        }
        archive.finishWriting()
        #expect(archive.problem == nil)
        #expect(
            archive.shelf.withLock { $0.unwritten.isEmpty && $0.unflushed.isEmpty && $0.lines.epochs == 6 })
        let told = news.all
        #expect(told.count == 2)
        guard case .failing? = told.first, case .working? = told.last else {
            Issue.record("\(told)")
            return
        }
    }
}

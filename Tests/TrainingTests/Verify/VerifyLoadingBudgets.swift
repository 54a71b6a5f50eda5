import Datasets
import Foundation
import Testing

@testable import Training

/// Each is measured in a process of its own, where no other test takes time or memory.
@Suite(.enabled(if: Verification.isWanted, "\(Verification.hint)"), .serialized)
struct VerifyLoadingBudgets {
    @Test(.enabled(if: RealData.isThere, "\(RealData.missing)"))
    func `loading and vectorizing all newswires takes at most 0.4 s of processor time and 60 MB`() async {
        await #expect(processExitsWith: .success) {
            let spent = try Spent { try Reuters().load(Term("reuters"), from: RealData.locations) { _ in } }
            #expect(spent.seconds <= 0.4)
            #expect(spent.bytes <= 60_000_000)
        }
    }

    @Test func `writing the built-in sample takes less than 0.3 s of processor time`() async {
        await #expect(processExitsWith: .success) {
            let spent = try Spent {
                try BuiltInSample().load(Term("sample"), from: DataLocations(environment: [:])) { _ in }
            }
            #expect(spent.seconds < 0.3)
        }
    }
}

/// The cost of a piece of work to this process.
private struct Spent {
    /// Processor time, in seconds.
    let seconds: Double
    /// The most memory that was ever held, less what was held before, in bytes.
    let bytes: Int

    init(_ work: () throws -> Dataset) throws {
        // The files' places and what a first call sets up are not the work's.
        _ = RealData.locations
        let heldBefore = try Self.memory("VmRSS:")
        let secondsBefore = Machine.processorSeconds
        let dataset = try work()
        seconds = Machine.processorSeconds - secondsBefore
        bytes = try Self.memory("VmHWM:") - heldBefore
        #expect(dataset.train.count == 8982)
    }

    /// A line of the process's status.
    ///
    /// `getrusage` won't do: its peak may be that of the process that started this one.
    private static func memory(_ key: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(key) })
        let kilobytes = try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first)
        return 1024 * (try #require(Int(kilobytes)))
    }
}

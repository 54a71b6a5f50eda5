import Foundation
import Testing

/// Every command at limits of memory from 50 MB to 2 GB; `make verify` runs it.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] != nil, "takes long: run “make verify”"))
struct `VerifyMemoryLimits of every command` {
    @Test func `ends each well, or with a sentence`() throws {
        let data = MainJob.realData.map { "--data '\($0)'" } ?? ""
        try Shell.inFolder { folder in
            let told = try Shell(Memory.limits + " --seconds 120 \(data) || true", in: folder)
            print(told.output)
            #expect(told.output.contains(" runs, 0 faults"), "\(told.output)")
        }
    }
}

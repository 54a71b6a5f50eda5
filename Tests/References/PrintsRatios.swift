import Foundation
import Testing

/// Prints, when all tests of a suite are done, how near to the limit their numbers came.
///
/// The tests find the suite's ledger by themselves, wherever they run; the table comes also where some of them failed.
package struct PrintsRatios: SuiteTrait, TestScoping {
    let title: String
    let folder: ReferenceFolder

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing work: @Sendable () async throws -> Void
    ) async throws {
        let ledger = RatioLedger()
        let result: Result<Void, any Error>
        do { result = .success(try await RatioLedger.$current.withValue(ledger, operation: work)) } catch {
            result = .failure(error)
        }
        let table = ledger.table(title, from: folder)
        // In one piece, since other tests are printing, too.
        if !table.isEmpty { FileHandle.standardOutput.write(Data(("\n" + table + "\n").utf8)) }
        try result.get()
    }
}

extension Trait where Self == PrintsRatios {
    /// Prints, when all tests of the suite are done, how near to the limit their numbers came, under a title.
    package static func printsRatios(_ title: String, from folder: ReferenceFolder) -> Self {
        PrintsRatios(title: title, folder: folder)
    }
}

import Foundation
import Testing

/// A folder of its own for each test, which is gone before the test is over.
///
/// Worlds remove folders on threads of their own, which may be under way when a test ends.
struct RunsFolder: SuiteTrait, TestTrait, TestScoping {
    @TaskLocal static var path = ""

    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let path = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)").path
        var failure: (any Error)?
        do {
            try await Self.$path.withValue(path) { try await function() }
        } catch {
            failure = error
        }
        // A removal ends early where a file goes by itself meanwhile.
        while FileManager.default.fileExists(atPath: path) {
            try? FileManager.default.removeItem(atPath: path)
            await Task.yield()
        }
        if let failure { throw failure }
    }
}

extension Trait where Self == RunsFolder {
    /// Gives each test a folder for runs.
    static var runsFolder: Self { RunsFolder() }
}

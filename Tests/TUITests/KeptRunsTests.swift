import Datasets
import Foundation
import Testing

@testable import TUI
@testable import Training

/// Runs that the dashboard keeps on the disk.
@Suite struct KeptRunsTests {
    private let mailbox = TUI.Mailbox {}
    private let fit = Fit(Fixture.dashboard().experiment)

    private func world(_ runs: KeptRuns?) -> World {
        World(mailbox: mailbox, locations: DataLocations(environment: [:]), runs: runs)
    }

    @Test func `a run without a place for its files is told of, and kept in memory`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let archive = world(KeptRuns(path: file.path + "/runs")).archive(for: fit)
        #expect(archive.folder == nil)
        let told = mailbox.drain().compactMap { if case .complaint(let text) = $0 { text } else { nil } }
        #expect(told.count == 1)
        #expect(
            told.first?.hasPrefix("This run will not survive the end of the program: \(file.path)/runs")
                == true)
        #expect(told.first?.contains("Not a directory") == true)
    }

    @Test(arguments: [false, true])
    func `wait for the disk only where they should`(isDurable: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = world(KeptRuns(path: folder.path, isDurable: isDurable))
        let archive = world.archive(for: fit)
        #expect(archive.isDurable == isDurable && archive.folder != nil)
        archive.forget()
        #expect(mailbox.drain().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}

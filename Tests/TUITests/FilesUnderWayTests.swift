import Datasets
import Foundation
import Testing

@testable import TUI

/// Files that are written into pipes whose readers stand still or leave.
@Suite final class `A pipe as a file` {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "nnboard-\(UUID().uuidString)"
    ).path
    private var pipe: String { folder + "/pipe" }
    private let reader: Int32

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        reader = open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
        #expect(reader >= 0)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// More than any pipe holds.
    private static let text = String(repeating: "a line of some length\n", count: 100_000)

    @Test func `is named where it is not written when the program ends`() throws {
        let world = World(mailbox: TUI.Mailbox {}, locations: DataLocations(environment: [:]))
        #expect(world.finishWriting() == [])
        world.carryOut(.write(Self.text, to: FileArgument(pipe), form: .session))
        #expect(world.finishWriting(within: .milliseconds(20)) == [pipe])
        // Its reader takes the rest.
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while !world.finishWriting(within: .milliseconds(1)).isEmpty {
            _ = read(reader, &bytes, bytes.count)
        }
        close(reader)
    }

    @Test func `ends a recording where its reader does not keep up`() throws {
        let file = try OutputFile(FilePlace(pipe))
        #expect(file.write("one line\n") == nil)
        #expect(file.write(Self.text) == "its reader does not keep up")
        close(reader)
    }

    @Test func `ends a recording, and not the program, where its reader has left`() throws {
        let file = try OutputFile(FilePlace(pipe))
        close(reader)
        #expect(file.write("one line\n") == "Broken pipe")
    }
}

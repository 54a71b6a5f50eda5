import Foundation
import Glibc
import Testing

@testable import Training

/// Pipes that are read like files.
@Suite struct `A pipe that is read` {
    private let folder: OwnFolder
    private var pipe: String { folder.path + "/pipe" }

    init() throws {
        folder = try OwnFolder()
        mkfifo(pipe, 0o600)
    }

    @Test func `is waited for aloud where nothing is written to it`() throws {
        let path = pipe
        var count = 0
        let bytes = try WholeFile.readStream(path, atMost: 100, patience: 0) {
            count += 1
            // The writer comes once it is known that somebody waits.
            Thread.detachNewThread {
                let descriptor = open(path, O_WRONLY)
                _ = write(descriptor, "late", 4)
                close(descriptor)
            }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "late" && count == 1)
    }

    @Test func `is read in silence where something is there`() throws {
        // A reader of its own lets the writer begin before.
        let (reader, writer) = (open(pipe, O_RDONLY | O_NONBLOCK), open(pipe, O_WRONLY))
        _ = write(writer, "soon", 4)
        close(writer)
        defer { close(reader) }
        let bytes = try WholeFile.readStream(pipe, atMost: 100) { Issue.record("It does not wait.") }
        #expect(String(decoding: bytes, as: UTF8.self) == "soon")
    }

    @Test func `of a folder's name is called a folder`() {
        #expect {
            try WholeFile.readStream(folder.path, atMost: 100)
        } throws: {
            "\($0)".contains("it is a folder")
        }
    }
}

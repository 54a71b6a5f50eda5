import Foundation
import Testing

@testable import TUI

@Suite struct `A text for tmux` {
    /// More than a socket holds, so that somebody has to read it.
    private static let long = String(repeating: "0123456789", count: 1_000_000)

    private func load(
        _ script: String, patience: Int = 60_000, signal: Int32 = SIGKILL
    ) throws -> (isTaken: Bool, files: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "tmux")
        try Data("#!/bin/sh\ncd '\(folder.path)'\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let isTaken = TmuxBuffer(program: file.path, patience: patience, signal: signal).load(Self.long)
        return (isTaken, try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted())
    }

    @Test func `is taken where all of it was read`() throws {
        let told = try load("[ $(wc -c) = 10000000 ] && : >whole")
        #expect(told.isTaken)
        #expect(told.files == ["tmux", "whole"])
    }

    @Test func `is not taken by a tmux that ends well and has read a part`() throws {
        #expect(try !load("head -c 1000 >/dev/null; exit 0").isTaken)
    }

    @Test func `is no part of a text where tmux is too slow`() throws {
        // It reads as it is ended, and the text's end must not have come by then: else the part is whole to it.
        let slow = """
            trap 'dd iflag=nonblock bs=64k of=/dev/null 2>asked && : >whole; exit 0' TERM
            while kill -0 $PPID; do sleep 0.01; done
            """
        var patience = 50
        var told = try load(slow, patience: patience, signal: SIGTERM)
        // On a busy machine it may have been ended before it had begun.
        while told.files == ["tmux"] {
            patience *= 2
            told = try load(slow, patience: patience, signal: SIGTERM)
        }
        #expect(!told.isTaken)
        #expect(told.files == ["asked", "tmux"])
    }
}

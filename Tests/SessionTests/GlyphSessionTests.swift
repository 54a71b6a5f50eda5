import Foundation
import Testing

/// Words in scripts and pictures of whose width terminals think differently.
@Suite(.programs) struct `Words in all scripts on the terminal` {
    private static let arguments = [
        "--dataset", "reuters", "--data", `The program with texts of other origins`.cases,
    ]
    private static let words = ["नमस्ते", "हिन्दी", "น้ำ", "🇩🇪", "தமிழ்"]

    private func open(_ environment: [String: String] = [:]) throws -> Session {
        let session = try Session(Self.arguments, environment: environment)
        try session.until("w6|w7|w8")
        // The tour, which a new home begins with.
        try session.press("esc")
        return session
    }

    @Test func `are written as they are, each between two moves of the cursor`() throws {
        let session = try open()
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
        // A flag: two spaces where it will stand, a move back, the flag, and a move behind its first column.
        let flag = #/  \u{1B}\[(\d+);(\d+)H🇩🇪\u{1B}\[(\d+);(\d+)H/#
        let found = try #require(try flag.firstMatch(in: exit.output))
        #expect(found.output.1 == found.output.3)
        #expect(Int(found.output.2).map { $0 + 1 } == Int(found.output.4))
        for word in Self.words {
            // A move may stand between two of its characters.
            let plain = exit.output.replacing(#/(  +)?\u{1B}\[\d+;\d+H/#, with: "")
            let isThere = plain.unicodeScalars.contains { $0 == word.unicodeScalars.first }
            #expect(isThere, "\(word)")
        }
        let placeholders = exit.output.unicodeScalars.count { 0xF0000...0x10FFFF ~= $0.value }
        #expect(placeholders == 0)
    }

    @Test func `leave frames and all that stands behind them in their columns`() throws {
        let session = try open()
        let lines = try session.screen
        // The right edge of the panes is one column, whatever stands before it.
        let edges = lines.filter { $0.hasPrefix("│") && $0.hasSuffix("│") }
        #expect(edges.count > 20)
        let unknown = lines.filter { $0.contains("?") && $0.contains("w6") }
        #expect(unknown == [])
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
    }

    @Test func `are a mark that is no question mark where the locale has no UTF-8`() throws {
        let session = try Session(
            Self.arguments, environment: ["LANG": "C.ISO-8859-1", "LC_ALL": "C.ISO-8859-1"])
        try session.until("w6|w7|w8")
        try session.press("esc")
        try session.key("q")
        let output = try session.exit().output
        let others = output.unicodeScalars.filter { !$0.isASCII }
        #expect(others.isEmpty)
        #expect(output.contains("_"))
    }
}

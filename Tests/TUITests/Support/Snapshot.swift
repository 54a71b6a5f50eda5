import Foundation
import Testing

@testable import TUI

/// Compares a screen with the picture kept of it under Snapshots.
///
/// `RECORD_SNAPSHOTS=1 swift test` draws the pictures anew; look at the difference before you keep it.
func expect(
    _ canvas: Canvas, looksLike name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Snapshots/\(name).txt")
    let picture = canvas.lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(picture.utf8).write(to: file)
        return
    }
    let kept = try #require(
        try? String(contentsOf: file, encoding: .utf8),
        "There is no picture \(name).txt yet: run RECORD_SNAPSHOTS=1 swift test, and look at it.",
        sourceLocation: sourceLocation)
    let (old, new) = (
        kept.split(separator: "\n", omittingEmptySubsequences: false),
        picture.split(separator: "\n", omittingEmptySubsequences: false)
    )
    guard kept != picture else { return }
    let different = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }
        .map { "\($0.offset + 1) - \($0.element.0)\n\($0.offset + 1) + \($0.element.1)" }
    Issue.record(
        "The screen is not as in \(name).txt (\(old.count) lines kept, \(new.count) drawn):\n\(different.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
}

import Foundation
import Testing

@testable import TUI

/// Compares a screen with the picture kept of it under Snapshots: its letters, and how they are meant.
///
/// `RECORD_SNAPSHOTS=1 swift test` draws the pictures again; look at the difference before you keep it.
///
/// - Parameters:
///   - canvas: The screen.
///   - name: The name of the picture, which may have a folder before it.
///   - monochrome: `true` for the picture of a terminal without colours.
///   - sourceLocation: The place in the source at which a difference is reported.
/// - Throws: An error if there is no picture yet, or a new one can't be written.
func expect(
    _ canvas: Canvas, looksLike name: String, monochrome: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Snapshots/\(name).txt")
    let picture = "\(monochrome ? Picture(monochrome: canvas) : Picture(canvas))"
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
    guard kept != picture else { return }
    Issue.record(
        "The screen is not as in \(name).txt (kept -, drawn +):\n\(difference(from: kept, to: picture))",
        sourceLocation: sourceLocation)
}

/// The lines that differ, each with its number; what only one of them has stands at the end.
private func difference(from kept: String, to drawn: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
        let before = index < old.count ? old[index] : nil
        let after = index < new.count ? new[index] : nil
        guard before != after else { continue }
        if let before { lines.append("\(index + 1) - \(before)") }
        if let after { lines.append("\(index + 1) + \(after)") }
    }
    return lines.joined(separator: "\n")
}

import FoundationEssentials

@testable import TUI

/// Themes for tests.
enum Themes {
    /// The folder of the themes that come with nnboard.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")

    /// The names of those themes.
    static let shipped = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".theme") }.map { String($0.dropLast(6)) }.sorted()

    /// Runs something on a temporary tree: folder, name of theme, text.
    static func withFolders(_ tree: [String: [String: String]], _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.path + "/nnboard-themes-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (folder, files) in tree {
            try FileManager.default.createDirectory(
                atPath: root + "/" + folder, withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(toFile: "\(root)/\(folder)/\(name).theme", atomically: true, encoding: .utf8)
            }
        }
        try body(root)
    }
}

import Foundation
import Testing

@testable import TUI

@Suite struct `The documents` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Docs").standardized

    /// `nnboard manual --keys > Docs/keys.md` writes it again.
    @Test func `list every key and command as the dashboard has them`() throws {
        let kept = try String(contentsOf: Self.folder.appending(path: "keys.md"), encoding: .utf8)
        #expect(kept == Manual.markdown)
    }

    @Test func `explain every setting of the config file`() throws {
        let text = try String(contentsOf: Self.folder.appending(path: "config.md"), encoding: .utf8)
        for key in Configuration.keys { #expect(text.contains("`\(key)"), "“\(key)” is missing") }
        for pane in PaneID.allCases { #expect(text.contains("`\(pane.rawValue)`")) }
    }
}

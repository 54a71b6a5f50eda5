import Foundation

/// Writes a session down while it goes on, a line at a time, so that a crash takes nothing with it.
final class Recorder {
    /// Why a session can't be recorded.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "The session can't be recorded: \(path) can't be written. Choose another file for --record."
        }
    }

    private let file: FileHandle

    /// Begins a file; one that was there is replaced.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - dashboard: What the session begins with.
    ///   - version: Which program this is.
    /// - Throws: ``Failure`` where the file can't be written.
    init(_ path: String, _ dashboard: Dashboard, version: String) throws {
        let head = SessionFile.head(SessionStart(dashboard, version: version))
        guard FileManager.default.createFile(atPath: path, contents: Data(head.utf8)),
            let file = FileHandle(forWritingAtPath: path)
        else { throw Failure(path: path) }
        self.file = file
        _ = try? file.seekToEnd()
    }

    deinit { try? file.close() }

    /// Notes an action that the dashboard is about to take.
    ///
    /// - Parameters:
    ///   - action: The action.
    ///   - dashboard: The dashboard as it is before.
    func note(_ action: Action, on dashboard: Dashboard) {
        guard let content = SessionStep.Content.line(of: action, on: dashboard) else { return }
        let step = SessionStep(milliseconds: Int((dashboard.now * 1000).rounded()), content: content)
        // A full disk must not end the session that is recorded.
        try? file.write(contentsOf: Data(SessionFile.line(of: step).utf8))
    }
}

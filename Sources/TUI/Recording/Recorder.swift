/// Writes a session down while it goes on, a line at a time, so that a crash takes nothing with it.
final class Recorder {
    /// Why a session can't be recorded.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "The session can't be recorded: \(path) can't be written. Choose another file for --record."
        }
    }

    private let file: OutputFile

    /// Begins a file; one that was there is replaced.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - dashboard: What the session begins with.
    ///   - version: Which program this is.
    /// - Throws: ``Failure`` where the file can't be written.
    init(_ path: String, _ dashboard: Dashboard, version: String) throws {
        guard let file = OutputFile(path: path) else { throw Failure(path: path) }
        self.file = file
        file.write(SessionFile.head(SessionStart(dashboard, version: version)))
    }

    /// Notes an action that the dashboard is about to take.
    ///
    /// - Parameters:
    ///   - action: The action.
    ///   - dashboard: The dashboard as it is before.
    func note(_ action: Action, on dashboard: Dashboard) {
        guard let content = SessionStep.Content.line(of: action, on: dashboard) else { return }
        let step = SessionStep(milliseconds: Int((dashboard.now * 1000).rounded()), content: content)
        file.write(SessionFile.line(of: step))
    }
}

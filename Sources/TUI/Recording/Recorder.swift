import Datasets

/// Writes a session down as it happens, a line at a time, so that a crash takes nothing with it.
final class Recorder {
    /// The reason that a session can't be recorded.
    struct Failure: Error, CustomStringConvertible {
        let problem: String
        var remedy = WritingRemedy.otherPlace
        var description: String {
            "The session can't be recorded: \(problem) \(remedy.sentence(or: "choose another file for --record"))"
        }
    }

    private let file: OutputFile
    /// Tells whether a piece is missing, so that nothing may follow it.
    private var hasFailed = false

    /// Begins a file; an earlier recording is replaced.
    ///
    /// - Parameters:
    ///   - place: The file, and what may be replaced there.
    ///   - dashboard: The dashboard at the beginning of the session.
    ///   - version: The version of this program.
    /// - Throws: ``Failure`` where the file can't be written.
    init(_ place: RecordingPlace, _ dashboard: Dashboard, version: String) throws {
        do {
            file = try place.begin()
        } catch let error as WritingError {
            throw Failure(
                problem: "\(place.path.printable) can't be written (\(error.reason)).", remedy: error.remedy)
        } catch let refusal as Consent.Refusal {
            throw Failure(problem: refusal.file.problem)
        }
        if let reason = file.write(SessionFile.head(SessionStart(dashboard, version: version))) {
            throw Failure(problem: "\(place.path.printable) can't be written (\(reason)).")
        }
    }

    /// Notes an action that the dashboard is about to take.
    ///
    /// - Parameters:
    ///   - action: The action.
    ///   - dashboard: The dashboard as it is before.
    /// - Returns: The problem, once, where the file takes no more; its lines up to then can be replayed.
    func note(_ action: Action, on dashboard: Dashboard) -> String? {
        guard !hasFailed, let content = SessionStep.Content.line(of: action, on: dashboard) else {
            return nil
        }
        let step = SessionStep(milliseconds: Int((dashboard.now * 1000).rounded()), content: content)
        guard let reason = file.write(SessionFile.line(of: step)) else { return nil }
        hasFailed = true
        return "The session is not recorded any further: \(reason)."
    }
}

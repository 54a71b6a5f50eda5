import Datasets
import FoundationEssentials

/// Where config and state are, and how they are read and written.
public struct SettingFiles: Equatable, Sendable {
    /// The file that a person writes: `$XDG_CONFIG_HOME/nnboard/config`, by default `~/.config/nnboard/config`.
    public let config: String
    /// The file that the program keeps: `$XDG_STATE_HOME/nnboard/state`, by default `~/.local/state/nnboard/state`.
    public let state: String

    /// Where runs are kept while they go on: `$XDG_STATE_HOME/nnboard/runs`, by default `~/.local/state/nnboard/runs`.
    public let runs: String

    /// Where a person keeps experiments of their own, beside the config file.
    public let experiments: String

    /// Larger files are none of ours.
    private static let largest = 1 << 20

    /// Finds the files.
    ///
    /// - Parameter environment: The environment's variables.
    public init(environment: [String: String]) {
        func folder(_ variable: String, _ standard: String) -> String {
            environment[variable].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? "") + standard
        }
        config = folder("XDG_CONFIG_HOME", "/.config") + "/nnboard/config"
        experiments = folder("XDG_CONFIG_HOME", "/.config") + "/nnboard/experiments"
        state = folder("XDG_STATE_HOME", "/.local/state") + "/nnboard/state"
        runs = folder("XDG_STATE_HOME", "/.local/state") + "/nnboard/runs"
    }

    /// What the config file says; a file that isn't there changes nothing.
    public var configuration: Configuration {
        Self.text(at: config).map { Configuration($0, path: config) } ?? Configuration()
    }

    /// What was kept at the end of the last session; nothing where there was none.
    public var savedState: SavedState { Self.text(at: state).map(SavedState.init) ?? SavedState() }

    /// Keeps a state for the next start.
    ///
    /// - Returns: What is wrong where it can't be kept.
    public func save(_ state: SavedState) -> String? {
        let folder = self.state.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileWriter.write(Array(state.text.utf8), to: self.state)
            return nil
        } catch {
            let reason = (error as? WritingError).map { " (\($0.reason))" } ?? ""
            return
                "Layout, theme and model can't be kept for the next start: \(self.state.printable) can't be written"
                + "\(reason)."
        }
    }

    private static func text(at path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path), data.count <= largest else { return nil }
        return String(textFile: data)
    }
}

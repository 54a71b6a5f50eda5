import Datasets
import FoundationEssentials
import Glibc
import Training

/// The files of config and state, with reading and writing them; none for who has no home folder.
public struct SettingFiles: Equatable, Sendable {
    /// The file that a person writes: `$XDG_CONFIG_HOME/nnboard/config`, by default `~/.config/nnboard/config`.
    public let config: String?
    /// The file that the program keeps: `$XDG_STATE_HOME/nnboard/state`, by default `~/.local/state/nnboard/state`.
    public let state: String?

    /// The folder of runs while they are trained: `$XDG_STATE_HOME/nnboard/runs`, by default
    /// `~/.local/state/nnboard/runs`.
    public let runs: String?

    /// The folder of a person's own experiments, next to the config file.
    public let experiments: String?

    /// Larger files are none of ours.
    private static let largest = 1 << 20

    /// Finds the files.
    ///
    /// - Parameter environment: The environment's variables.
    public init(environment: [String: String]) {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = variable("HOME")
        let configs = variable("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }
        let states = variable("XDG_STATE_HOME") ?? home.map { $0 + "/.local/state" }
        config = configs.map { $0 + "/nnboard/config" }
        experiments = configs.map { $0 + "/nnboard/experiments" }
        state = states.map { $0 + "/nnboard/state" }
        runs = states.map { $0 + "/nnboard/runs" }
    }

    /// The sentence for who has no place for state and runs; `nil` for everybody else.
    public var problem: String? {
        guard state == nil else { return nil }
        return "There is no home folder: HOME is not set, and the system has none for this user. "
            + "Nothing is kept for the next start; set HOME or XDG_STATE_HOME."
    }

    /// The settings of the config file; a file that doesn't exist changes nothing.
    public var configuration: Configuration {
        guard let config else { return Configuration() }
        var status = stat()
        // A link may lead nowhere, or to itself; /dev/null in the place of the file or its folder is a way to have no
        // settings.
        guard lstat(config, &status) == 0 || (errno != ENOENT && errno != ENOTDIR) else {
            return Configuration()
        }
        if stat(config, &status) == 0, status.st_mode & S_IFMT == S_IFCHR { return Configuration() }
        do {
            let text = String(textFile: try WholeFile.read(config, atMost: Self.largest))
            return Configuration(text, path: config)
        } catch {
            var configuration = Configuration()
            configuration.problems = ["\(error)"]
            configuration.isUnread = true
            return configuration
        }
    }

    /// The state at the end of the last session; empty if there was none.
    public var savedState: SavedState { state.flatMap(Self.text).map(SavedState.init) ?? SavedState() }

    /// Keeps a state for the next start.
    ///
    /// - Returns: A sentence on the problem if it can't be kept; else `nil`.
    public func save(_ state: SavedState) -> String? {
        guard let path = self.state else { return nil }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileWriter.write(Array(state.text.utf8), to: path)
            return nil
        } catch {
            let reason = (error as? WritingError).map { " (\($0.reason))" } ?? ""
            return
                "Layout, theme and model can't be kept for the next start: \(path.printable) can't be written"
                + "\(reason)."
        }
    }

    /// Keeps a state for the next start, and complains on standard error where that can't be done.
    ///
    /// - Returns: True if it is kept.
    func keep(_ state: SavedState) -> Bool {
        guard let problem = save(state) else { return true }
        StandardError.write("nnboard: \(problem.harmless)")
        return false
    }

    private static func text(at path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path), data.count <= largest else { return nil }
        return String(textFile: data)
    }
}

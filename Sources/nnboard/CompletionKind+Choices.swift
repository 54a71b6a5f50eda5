import ArgumentParser
import Datasets
import FoundationEssentials
import TUI
import Training

/// The values that the shell offers if somebody presses tab.
extension CompletionKind {
    /// The data sets.
    static var datasets: CompletionKind { .list(Catalog.entries.map(\.name)) }

    /// The named experiments, which are asked for several times before the first option is read.
    static var experiments: CompletionKind { .list(ExperimentLibrary.names) }

    /// The data sets that are downloaded.
    static var downloads: CompletionKind { .list(Catalog.entries.filter { !$0.files.isEmpty }.map(\.name)) }

    /// The themes that there are at the time, and files of somebody's own.
    static var themes: CompletionKind {
        .custom { _, _, beginning in
            let library = ThemeLibrary(
                environment: ProcessInfo.processInfo.environment, executable: OpenDashboard.executable)
            return library.names + themeFiles(from: beginning)
        }
    }

    /// Several names with commas between them: the last one is completed.
    ///
    /// - Parameter names: All there are.
    /// - Returns: A completion that offers them behind what is written already.
    static func several(of names: [String]) -> CompletionKind {
        .custom { _, _, beginning in
            let written = beginning.lastIndex(of: ",").map { beginning[...$0] } ?? ""
            return names.map { written + $0 }
        }
    }

    /// The themes in the folder that is written so far.
    private static func themeFiles(from beginning: String) -> [String] {
        let folder = beginning.lastIndex(of: "/").map { String(beginning[...$0]) } ?? ""
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
        return (files ?? []).filter { !$0.hasPrefix(".") && $0.hasSuffix(".theme") }.sorted()
            .map { folder + $0 }
    }
}

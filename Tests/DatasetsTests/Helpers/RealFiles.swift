import Datasets
import Foundation

/// Keras' real files, which may not be part of the repository: `$NNBOARD_DATA`, or `shared/data` next to the
/// package.
enum RealFiles {
    static let folder =
        ProcessInfo.processInfo.environment["NNBOARD_DATA"]
        ?? Package.root.deletingLastPathComponent().appending(path: "shared/data").path

    static let locations = DataLocations(option: folder, environment: [:])

    static func path(_ name: String) -> String {
        folder + "/" + name
    }

    static func has(_ names: String...) -> Bool {
        names.allSatisfy { FileManager.default.fileExists(atPath: path($0)) }
    }

    /// The reason why a test that needs the files is skipped.
    static let reason = "needs Keras' files in $NNBOARD_DATA or ../shared/data"
}

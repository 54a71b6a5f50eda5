import Foundation
import Testing

/// The folder of the reference numbers: `$NNBOARD_REFERENCE`, or else the copies next to the tests.
package struct ReferenceFolder: Sendable {
    /// The folder that is read.
    package let url: URL

    /// Chooses the folder.
    ///
    /// - Parameter tests: A file in a folder of the test target, which has a folder `Reference`.
    package init(besideFolderOf tests: String = #filePath) {
        let chosen = ProcessInfo.processInfo.environment["NNBOARD_REFERENCE"] ?? ""
        url =
            chosen.isEmpty
            ? URL(filePath: tests).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Reference")
            : URL(filePath: chosen)
    }

    /// Tells whether it has a file of that name, which is given without its `.json`.
    package func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(name).path)
    }

    /// Reads a file.
    ///
    /// - Parameter name: Without its `.json`.
    /// - Returns: The file with its content.
    /// - Throws: Foundation's errors, where the file can't be read or is no JSON.
    package func file(_ name: String) throws -> ReferenceFile {
        ReferenceFile(
            name: name, content: try JSONDecoder().decode(JSON.self, from: Data(contentsOf: path(name))))
    }

    /// Lets a suite or test run if a file exists, and else says by name that it is missing.
    package func needs(_ name: String) -> ConditionTrait {
        .enabled(if: has(name), "\(name).json is not in \(url.path)")
    }

    private func path(_ name: String) -> URL {
        url.appending(path: name + ".json")
    }
}

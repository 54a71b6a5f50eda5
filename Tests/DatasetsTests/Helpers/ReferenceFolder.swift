import Foundation

/// The numbers that Keras and numpy compute: from `$NNBOARD_REFERENCE` where it has them, or the copy beside the tests.
enum ReferenceFolder {
    /// Beside the sources, with only what may be passed on.
    private static let committed = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Reference")

    /// Beside the package, with everything.
    private static let shared = Package.root.deletingLastPathComponent().appending(path: "shared/reference")

    /// The path of a file, if any folder has it.
    static func path(of file: String) -> URL? {
        let chosen = ProcessInfo.processInfo.environment["NNBOARD_REFERENCE"].map { URL(filePath: $0) }
        // Files that only these tests have are in no folder that somebody else has made.
        return (chosen.map { [$0, committed] } ?? [committed, shared]).map { $0.appending(path: file) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }

    static func has(_ file: String) -> Bool {
        path(of: file) != nil
    }

    /// Reads a file of reference numbers.
    static func read<Value: Decodable>(_ file: String, as type: Value.Type) throws -> Value {
        guard let path = path(of: file) else { throw CocoaError(.fileNoSuchFile) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(contentsOf: path))
    }
}

enum Package {
    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}

import Foundation
import References
import Testing

/// Everything that is compared with numbers of Keras and numpy; their distances are printed when all of it is done.
@Suite(.printsRatios("DatasetsTests", from: Reference.folder)) enum ReferenceVectors {}

/// The numbers that Keras and numpy computed.
enum Reference {
    /// From the folder next to the tests, or from `$NNBOARD_REFERENCE`.
    static let folder = ReferenceFolder()

    /// The path of a file next to the tests that is in no other folder, since only these tests know it.
    static func own(_ file: String) -> URL {
        Package.root.appending(path: "Tests/DatasetsTests/Reference").appending(path: file)
    }
}

extension Trait where Self == ConditionTrait {
    /// Lets a suite run if a file of reference numbers exists, and else says that it is missing.
    static func reference(_ name: String) -> Self { Reference.folder.needs(name) }
}

enum Package {
    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}

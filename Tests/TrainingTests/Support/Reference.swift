import References
import Testing

typealias JSON = References.JSON

/// Everything that is compared with numbers of Keras; their distances are printed when all of it is done.
@Suite(.printsRatios("TrainingTests", from: Reference.folder)) enum ReferenceVectors {}

/// Numbers that real Keras computed, from the folder next to the tests or from `$NNBOARD_REFERENCE`.
enum Reference {
    static let folder = ReferenceFolder()

    /// One file.
    static func file(_ name: String) throws -> ReferenceFile { try folder.file(name) }
}

extension Trait where Self == ConditionTrait {
    /// Lets a suite run if a file of reference numbers exists, and else says that it is missing.
    static func reference(_ name: String) -> Self { Reference.folder.needs(name) }
}

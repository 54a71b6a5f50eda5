import References
import Testing

typealias JSON = References.JSON

/// Everything that is compared with numbers of Keras; their distances are printed when all of it is done.
@Suite(.printsRatios("TrainingTests")) enum ReferenceVectors {}

/// Numbers that real Keras computed, from the folder beside the tests or from `$NNBOARD_REFERENCE`.
enum Reference {
    static let folder = ReferenceFolder()

    /// One file as JSON.
    static func file(_ name: String) throws -> ReferenceFile { try folder.file(name) }
}

extension Trait where Self == ConditionTrait {
    /// Lets a suite run where a file of reference numbers is there, and else says that it is missing.
    static func reference(_ name: String) -> Self { Reference.folder.needs(name) }
}

/// Expects numbers to be those of the file that the calling source file is about.
func expectKeras(
    _ actual: [Double], _ expected: [Double], noise: Double = 0, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let files = [
        "Activation": "activations", "Blobs": "blobs", "Initializer": "initializers", "Loss": "losses",
        "Metric": "metrics", "Optimizer": "optimizers", "Reuters": "reuters_training", "Training": "training",
    ]
    let source = sourceLocation.fileName.replacing("Vectors.swift", with: "")
    ReferenceFile(name: files[source] ?? source, content: .null).compare(what).expect(
        actual, expected, noise: noise, "numbers", sourceLocation: sourceLocation)
}

func expectKeras(
    _ actual: [Float], _ expected: [Double], noise: Double = 0, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectKeras(actual.map(Double.init), expected, noise: noise, what, sourceLocation: sourceLocation)
}

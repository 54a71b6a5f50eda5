import Foundation
import Testing

/// Numbers that real Keras computed, from the folder beside the tests or from `$NNBOARD_REFERENCE`.
enum Reference {
    /// Where the files are.
    static var folder: URL {
        if let path = ProcessInfo.processInfo.environment["NNBOARD_REFERENCE"], !path.isEmpty {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference")
    }

    /// One file as JSON.
    static func file(_ name: String) throws -> JSON {
        try JSONDecoder().decode(JSON.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
    }
}

/// Expects numbers to be Keras', each within 1e-6 + 1e-5·|b|, or four times the file's own noise where that is more.
func expectKeras(
    _ actual: [Double], _ expected: [Double], noise: Double = 0, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard actual.count == expected.count else {
        Issue.record(
            "\(what): \(actual.count) numbers instead of \(expected.count)", sourceLocation: sourceLocation)
        return
    }
    var worst = (ratio: 0.0, index: 0)
    for (index, (a, b)) in zip(actual, expected).enumerated() {
        let ratio =
            a == b || (a.isNaN && b.isNaN) ? 0 : abs(a - b) / max(1e-6 + 1e-5 * abs(b), 4 * noise)
        if !(ratio <= worst.ratio) { worst = (ratio, index) }
    }
    guard worst.ratio <= 1 else {
        let index = worst.index
        Issue.record(
            "\(what): number \(index) is \(actual[index]) instead of \(expected[index]), \(worst.ratio) limits off",
            sourceLocation: sourceLocation)
        return
    }
}

func expectKeras(
    _ actual: [Float], _ expected: [Double], noise: Double = 0, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectKeras(actual.map(Double.init), expected, noise: noise, what, sourceLocation: sourceLocation)
}

import Foundation
import Testing

/// Studies from the command line.
@Suite(.programs) struct `The study of labels from the command line` {
    @Test func `prints one table of all 36 choices`() throws {
        let told = try CommandLine(["study", "labels", "--dataset", "blobs", "--epochs", "1"])
        #expect(told.status == 0, "\(told.errors)")
        let lines = told.output.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("integer ") || $0.hasPrefix("one_hot ") } == 36)
        #expect(lines.count { $0.contains(" ValueError") && !$0.contains("Why:") } == 18)
    }

    @Test func `prints an object for programs, the same for the same seed`() throws {
        let arguments = [
            "study", "labels", "--dataset", "blobs", "--epochs", "1", "--seed", "7", "--format", "json",
        ]
        let told = try CommandLine(arguments)
        let object = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
        #expect((object?["rows"] as? [Any])?.count == 36)
        #expect(object?["seed"] as? Int == 7)
        #expect(try CommandLine(arguments).output == told.output)
    }

    @Test(arguments: [
        ["--dataset", "nosuch"], ["--dataset", "blobs", "--epochs", "0"], ["--format", "yaml"],
        ["--seed=-1"],
    ])
    func `answers a mistake with status 64 and one line`(arguments: [String]) throws {
        let told = try CommandLine(["study", "labels"] + arguments)
        #expect(told.status == 64)
        #expect(told.output == "")
        #expect(told.errors.contains("nnboard: "))
    }
}

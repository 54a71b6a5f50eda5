import Foundation
import Testing

/// Each lesson on the real program in a real terminal.
@Suite(.programs) struct `A session through the lessons` {
    @Test(arguments: [(120, 40), (80, 24)])
    func `moves every slider and sees what it does`(columns: Int, rows: Int) throws {
        let session = try Session(["--dataset", "sample"], columns: columns, rows: rows)
        try session.until(#"\b1000\b"#)
        try session.key("X")
        try session.until("Relu, sigmoid and tanh")
        try session.until(#"sigmoid +0\.7311 +0\.1966"#)
        try session.key("home")
        try session.until(#"sigmoid +0\.0025"#)
        try session.key("2", "end")
        try session.until(#"a +5\.0 +148\.41 +0\.9796"#)
        try session.key("p")
        try session.until(#"a +-20\.0 +2\.06e-9 +2\.94e-9"#)
        try session.key("]", "home")
        try session.until("Cross-entropy of a prediction")
        try session.until(#"-log p +16\.118"#)
        try session.key("4")
        try session.until(#"softmax +56\.700 +16\.118"#)
        try session.key("right", "right", "right")
        try session.until("both losses are")
        try session.key("5", "home")
        try session.until(#"index 1, column 1\b"#)
        try session.key("esc")
        try session.gone("column 1")
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults.isEmpty)
    }

    @Test(.enabled(if: MainJob.realData != nil, "needs the real newswires: set NNBOARD_DATA"))
    func `finds the wire of 87 words that has 57 ones`() throws {
        let session = try Session(["--dataset", "reuters", "--data", MainJob.realData ?? ""])
        try session.until("8,982 train")
        try session.key(":")
        try session.type("lesson words")
        try session.key("enter")
        try session.until("Reuters.*train 0, .*87 words, 57 ones and 9,943 zeros")
        try session.key("esc", "q")
        #expect(try session.exit().status == 0)
    }
}

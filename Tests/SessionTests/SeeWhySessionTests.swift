import Foundation
import Testing

/// From a curve to the wires behind it, to the words that decided one, and back through the epochs: in a real terminal.
@Suite(.programs) struct `A session that asks why` {
    @Test func `walks from the matrix to the words and back, scrubs and branches`() throws {
        try WhyJob().run()
    }

    @Test(.enabled(if: MainJob.realData != nil, "needs the real newswires: set NNBOARD_DATA"))
    func `does the same on the real newswires`() throws {
        try WhyJob(dataset: "reuters").run()
    }

    @Test func `goes on with a run that was killed, with at most one epoch lost`() throws {
        let state = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: state) }
        // More than any machine trains until it is killed.
        let options = ["--epochs", "100000"]
        let first = try Session(options, environment: ["XDG_STATE_HOME": state])
        try first.until(#"\b1000\b"#)
        try first.key("space")
        try first.until(#"epoch [1-9]\d+/100000"#)
        let shown = try epoch(try first.screen, #"epoch (\d+)/100000"#)
        try first.signal("KILL")
        _ = try? first.exit()
        let second = try Session(options, environment: ["XDG_STATE_HOME": state])
        try second.until(#"cut off after \d+ epochs"#)
        // The epoch that is shown is under way: of those before it at most the last may be lost.
        #expect(try epoch(try second.screen, #"cut off after (\d+) epochs"#) >= shown - 2)
        try second.until(#"\b1000\b"#)
        try command("reopen", second)
        try second.until(#"epoch \d+/100000"#)
        try second.key("Q", ">", ">")
        try second.until(#"trained \d+ epochs"#)
        try second.key("q")
        #expect(try second.exit().status == 0)
        // A run's files are thrown away when the program ends in order.
        let left = try FileManager.default.contentsOfDirectory(atPath: state + "/nnboard/runs")
        #expect(left.isEmpty)
    }

    @Test func `changes a run while it goes on, and trains it again with the same changes`() throws {
        // However far it comes before a change arrives, it is still under way; and the log shows all of it.
        let session = try Session(["--epochs", "100000"], rows: 150)
        try session.until(#"\b1000\b"#)
        try session.key("space")
        try session.until(#"epoch ([3-9]|\d\d+)/100000"#)
        try command("change learning_rate(0.0003)", session)
        try session.until("lr 3")
        try command("change batch_size(64)", session)
        try session.until("batch 64")
        // The last change lets it end.
        try session.key("Q", ">", ">")
        try session.until(#"trained \d+ epochs"#)
        try session.until("test: loss")
        try command("again", session)
        try session.until("run 2")
        let both = try testLosses(session, count: 2)
        #expect(both.count == 2)
        #expect(both.first == both.last)
        try session.key("q")
        #expect(try session.exit().status == 0)
    }
}

/// The number in the first line that matches.
private func epoch(_ screen: [String], _ pattern: String) throws -> Int {
    let expression = try Regex(pattern)
    let found = screen.lazy.compactMap { try? expression.firstMatch(in: $0) }.first
    return try #require(found?.output[1].substring.flatMap { Int($0) })
}

/// Writes a command.
private func command(_ text: String, _ session: Session) throws {
    try session.key(":")
    try session.type(text)
    try session.key("enter")
}

/// The results on the test samples as the log has them, the oldest first, once there are so many.
private func testLosses(_ session: Session, count: Int) throws -> [String] {
    // The line is longer than those of other panes, and has all metrics.
    let line = #"test: loss [\d.]+, accuracy [\d.]+, top_3_accuracy [\d.]+"#
    try session.key("5", "z")
    try session.until("5 Log .* lines")
    try session.until(line, count: count)
    let found = try session.screen.compactMap { text in
        text.range(of: line, options: .regularExpression).map { String(text[$0]) }
    }
    try session.key("z")
    try session.until("1 Data ")
    return found
}

/// The steps of a person who asks why, and the things that they must see.
struct WhyJob {
    var dataset = "sample"

    private var arguments: [String] {
        ["--dataset", dataset] + (dataset == "sample" ? [] : ["--data", MainJob.realData ?? ""])
    }

    func run() throws {
        // The log of both runs needs the room.
        let session = try Session(arguments, rows: 70)
        try session.until(#"\b1000\b"#)
        try session.key(">", ">", "space")
        try session.until("trained 20 epochs")
        try walk(session)
        try scrub(session)
        try branch(session)
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults.isEmpty)
    }

    /// Matrix, cell, wire, words, nearest wires, and back.
    private func walk(_ session: Session) throws {
        try session.key("6")
        try session.until("6 Results")
        try session.until("matrix of test")
        try session.until("accuracy")
        try session.until("true and predicted")
        try session.key("enter")
        try session.until("enter inspects it")
        try session.key("enter")
        try session.until("4 Inspector")
        try session.until(#"[✓✗]"#)
        try command("view words", session)
        try session.until("why ")
        try session.until("logit")
        try command("view nearest", session)
        // The list is worked out first; until it is ready, the key has nothing to go to.
        try session.until("enter goes there")
        try session.key("enter")
        try session.until(#"train \d+ · after 20 epochs"#)
        // One level back with each: the wire that it was near to, the list, the matrix.
        try session.press("esc")
        try session.press("esc")
        try session.until("enter inspects it")
        try session.press("esc")
        try session.until("true and predicted")
        try session.press("esc")
    }

    private func scrub(_ session: Session) throws {
        try command("epoch 3", session)
        try session.until("epoch 3 shown")
        try session.key("4")
        try session.until("after 3 epochs")
        try session.key(")", ")")
        try session.until("epoch 5 shown")
        try session.until("after 5 epochs")
        try session.key("(", "(")
        try session.until("after 3 epochs")
    }

    /// A branch from the ninth epoch with nothing changed ends where the run itself ended.
    private func branch(_ session: Session) throws {
        try command("epoch 9", session)
        try session.until("epoch 9 shown")
        try command("branch", session)
        try session.until("[Bb]ranch from epoch 9")
        let losses = try testLosses(session, count: 2)
        #expect(losses.count == 2)
        #expect(losses.first == losses.last)
    }
}

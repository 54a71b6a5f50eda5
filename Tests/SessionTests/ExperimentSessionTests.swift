import Testing

/// The problems of the book in a real terminal, on what nnboard draws itself.
@Suite(.programs) struct `A session with an experiment` {
    @Test func `runs folds side by side, shows each of them, and ends with a network on all samples`() throws
    {
        let session = try Session(columns: 120, rows: 40)
        try session.until(#"\b1000\b"#)
        try session.key(">", ">", ">")
        try session.key("E")
        try session.until("start an experiment")
        try session.type("california:")
        try session.key("enter")
        // Its files are not here.
        try session.until("built-in sample")
        try session.until("4 folds")
        try session.until(#"mean of 4 folds"#)
        for fold in 1...4 { try session.until("fold \(fold)") }
        try session.until("final run|trained 130 epochs")
        try session.until("trained 130 epochs")
        try session.until("published 0.31")
        try session.key("3", "B")
        try session.until("first 10 left out")
        try end(session)
    }

    @Test func `pauses all folds, goes on with them, and stops them`() throws {
        // More epochs than any machine trains until the keys arrive.
        let session = try Session(
            ["--experiment", "california-folds", "--sample", "--epochs", "100000"], columns: 120, rows: 40)
        try session.until(#"\$\d+,\d{3}"#)
        try session.key("space")
        try session.until(#"fold 4 .* [1-9]\d*/100000"#)
        try session.key("space")
        try session.until("paused")
        try session.key("space")
        try session.until("training")
        try session.key("s")
        try session.until("stopped after")
        try end(session)
    }

    @Test func `shows predicted prices beside the true ones, and what is left between them`() throws {
        let session = try Session(["--dataset", "sample_houses(version=small)"], columns: 120, rows: 40)
        try session.until(#"\$\d+,\d{3}"#)
        try session.key("4", "e")
        try session.until("predicted .* against true")
        try session.key("v")
        try session.until("too high by")
        try end(session)
    }

    @Test func `shows digits as pictures, and ten of them with what the network makes of them`() throws {
        let session = try Session(["--dataset", "sample_digits"], columns: 120, rows: 40)
        try session.until("digit")
        try session.until("[█▓▒▀▄]")
        try session.key("1", "c", "c")
        try session.key("4", "e")
        try session.until("after 1 epoch")
        try session.key("v")
        try session.until(#"[✓✗]"#)
        try end(session)
    }

    @Test func `shows one probability as a gauge`() throws {
        let session = try Session(["--dataset", "sample_reviews"], columns: 120, rows: 40)
        try session.until("sentiment")
        try session.key("4", "e")
        try session.until("after 1 epoch")
        try session.until("negative.*positive")
        try end(session)
    }

    @Test func `gives the same text that an experiment is run from`() throws {
        let shown = try CommandLine(["experiments", "show", "blobs"])
        #expect(shown.status == 0)
        #expect(shown.output.contains("layers = dense(2, activation=relu), dense(4)"))
        let list = try CommandLine(["experiments"])
        #expect(list.output.contains("imdb is missing: run “nnboard data fetch imdb”, or add --sample"))
        let run = try CommandLine(["train", "--experiment", "blobs"])
        #expect(run.output.contains("published: 0.0474"))
        let wrong = try CommandLine(["train", "--experiment", "blobs", "--layers", "3"])
        #expect(wrong.status == 64)
        let missing = try CommandLine(["train", "--experiment", "imdb"])
        #expect(missing.status == 1)
        #expect(missing.errors.contains("--sample"))
    }

    private func end(_ session: Session) throws {
        try session.key("q", "y")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults.isEmpty)
    }
}

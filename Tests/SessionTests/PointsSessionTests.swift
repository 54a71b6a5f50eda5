import Testing

/// Points in a real terminal: regions that move while a network learns.
///
/// On a terminal without colours, so that what a region is shows in its cells' characters.
@Suite(.programs) struct `A session with points` {
    /// The signs of the inspector's picture: everything that is no word.
    private func regions(_ screen: [String]) -> [String] {
        screen.dropFirst(4).dropLast(4).map { String($0.dropFirst(8)) }
    }

    @Test func `shows regions that move from epoch to epoch`() throws {
        let session = try Session(
            ["--dataset", "blobs"], columns: 80, rows: 24, term: "vt100")
        try session.until(#"cloud"#)
        try session.key("4", "e")
        try session.until("after 1 epoch")
        let first = regions(try session.screen)
        #expect(Set(first.joined()).count > 5)
        for epoch in 2...6 {
            try session.key("e")
            try session.until("after \(epoch) epochs")
        }
        #expect(regions(try session.screen) != first)
        // Without another epoch nothing moves but the mark.
        try session.key("v")
        try session.until("unit 1")
        try session.key("v")
        try session.until("outputs|plane")
        // The run is paused, so quitting asks.
        try session.key("v", "q", "y")
        try end(session)
    }

    @Test func `draws other points by keys, and keeps the layers`() throws {
        let session = try Session(["--dataset", "blobs"], columns: 120, rows: 40)
        try session.until("100 train")
        try session.key("1", "+", "+", "r")
        try session.until(#"noise 1\.2, seed 31"#)
        try session.key("w")
        try session.until("spirals: noise")
        try session.until("nnboard +spirals")
        try session.key("W")
        try session.until("blobs: noise 1, seed 30")
        try session.key("q")
        try end(session)
    }

    private func end(_ session: Session) throws {
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults.isEmpty)
    }
}

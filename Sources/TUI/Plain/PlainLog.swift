/// A log of events, line by line, the newest last.
struct PlainLog: PlainText {
    let log: EventLog

    /// The largest number of lines in the list, the newest.
    static let longest = 20

    var lines: [String] {
        guard !log.entries.isEmpty else { return ["Log: nothing has happened yet."] }
        let shown = log.entries.suffix(Self.longest)
        return ["Log: the last \(shown.count) of \(Format.count(log.entries.count, "line", "lines"))."]
            + shown.map { "\(Format.fixed($0.seconds, 1)) s, \($0.kind): \($0.text)" }
    }
}

/// The lines typed into prompts of one kind, the newest last.
public struct LineHistory: Equatable, Sendable {
    /// The lines, none twice.
    public private(set) var lines: [String]
    /// More are forgotten.
    private static let longest = 200

    /// Begins with lines of before.
    public init(_ lines: [String] = []) {
        self.lines = []
        for line in lines { append(line) }
    }

    /// Adds a line; one that was there already moves to the end.
    mutating func append(_ line: String) {
        guard !line.isEmpty else { return }
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > Self.longest { lines.removeFirst() }
    }
}

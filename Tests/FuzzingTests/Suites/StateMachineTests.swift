import Foundation
import Testing

/// Commands drawn by lot over the whole dashboard, with what must hold after each: 10,000 of them, or with
/// `make verify` a million.
///
/// A session that breaks something is made as short as it can be, and told; put into the folder `Sequences`,
/// a command a line, it is replayed from then on.
@Suite struct `A session of random commands` {
    private static let sessions =
        ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] == nil ? 100 : 10_000

    /// Parts of the sessions, so that several processors can have their share.
    private static let parts = 4

    @Test(arguments: 0..<parts)
    func `keeps what a person relies on`(part: Int) async {
        for seed in stride(from: part, to: Self.sessions, by: Self.parts) {
            var random = RandomMoves(seed: UInt64(seed))
            let moves = (0..<100).map { _ in random.next() }
            guard let (first, count) = await StateMachine.firstFault(in: moves) else { continue }
            let shortest = await StateMachine.shrunk(Array(moves.prefix(count)))
            // One that depends on the time may not come again.
            let fault = await StateMachine.firstFault(in: shortest, comparingEvery: 1)?.fault ?? first
            Issue.record("\(fault)\nsession \(seed):\n\(shortest.joined(separator: "\n"))")
            return
        }
    }

    @Test func `that once broke something breaks nothing any more`() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sequences").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".txt")
        }
        #expect(!names.isEmpty)
        for name in names.sorted() {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let moves = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
            if let (fault, _) = await StateMachine.firstFault(in: moves, comparingEvery: 1) {
                Issue.record("\(name): \(fault)")
            }
        }
    }

    @Test func `is made as short as it can be where it breaks something`() async {
        // A fault made for the purpose: shrinking keeps its two moves and no other.
        let moves = ["tick", "focus model", "part test", "tick", "select test 3", "focus data"]
        let shortest = await Shrinking.shrunk(moves) { $0.contains("part test") && $0.contains("focus data") }
        #expect(shortest == ["part test", "focus data"])
    }
}

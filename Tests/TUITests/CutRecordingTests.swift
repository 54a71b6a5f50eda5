import Datasets
import Testing

@testable import TUI
@testable import Training

/// Recordings that end where the program was killed or the disk was full.
@Suite struct `A recording that was cut off` {
    private static let steps: [SessionStep] = [
        .init(milliseconds: 0, content: .news(.loaded)),
        .init(milliseconds: 553, content: .event(.key(.character(" ")))),
        .init(milliseconds: 811, content: .news(.run(1, .epoch(1, seconds: 0.001)))),
        .init(milliseconds: 900, content: .event(.key(.control("p")))),
        .init(milliseconds: 950, content: .event(.paste("grün 漢\n"))),
        .init(milliseconds: 960, content: .event(.resize(Size(100, 30)))),
        .init(milliseconds: 1024, content: .event(.key(.character("q")))),
    ]

    private static let whole: SessionFile = {
        var start = SessionStart(Fixture.dashboard(90, 30), version: "1.2")
        start.state.hasSeenTour = true
        return SessionFile(start: start, steps: steps)
    }()

    @Test func `is read as far as it is whole, whichever byte it ends at`() throws {
        let text = Self.whole.text
        let bytes = Array(text.utf8)
        let whole = try SessionFile(text: text)
        let head = SessionFile.head(Self.whole.start).utf8.count
        for count in 0...bytes.count {
            let part = bytes[..<count]
            let file = try SessionFile(text: String(textFile: part))
            let lines = part.dropFirst(head).count { $0 == UInt8(ascii: "\n") }
            #expect(file.steps.map(\.content) == Self.steps.prefix(count < head ? 0 : lines).map(\.content))
            let endsWithinLine = count == 0 || part.last != UInt8(ascii: "\n")
            #expect(file.cut != nil || !(endsWithinLine || count < head), "\(count)")
            #expect(file.cut == nil || endsWithinLine || file.steps.isEmpty, "\(count)")
            if count > head { #expect(file.start == whole.start) }
        }
    }

    @Test func `says the line in which it ends`() throws {
        let file = try SessionFile(text: Self.whole.text + "1030 key ctr")
        #expect(file.cut == Self.whole.text.split(separator: "\n").count + 1)
        #expect(file.steps.count == Self.steps.count)
        // The same keys would be another key.
        #expect(try SessionFile(text: Self.whole.text + "1030 key s").steps.count == Self.steps.count)
    }

    @Test func `may be ended by hand with a line that no recording has`() throws {
        let file = try SessionFile(text: Self.whole.text + "1030 stay")
        #expect(file.cut == nil)
        #expect(file.steps.last?.content == .stay)
    }

    @Test func `is not one that a person wrote, whose last line needs no end`() throws {
        let file = try SessionFile(text: "data loaded\nkey q")
        #expect(file.cut == nil)
        #expect(file.steps.count == 2)
        #expect(throws: SessionFileError.self) { try SessionFile(text: "data loaded\nkey nosuch") }
    }

    @Test func `still has its mistakes in lines that are whole`() {
        let error = #expect(throws: SessionFileError.self) {
            try SessionFile(text: Self.whole.text + "1030 jump 4\n1031 key q\n")
        }
        #expect(error?.reason.contains("is nothing that happens") == true)
    }
}

import Datasets
import Testing

@testable import TUI
@testable import Training

/// The text form of recorded sessions.
@Suite struct `A session file` {
    @Test(arguments: 0..<20)
    func `reads back what was written, whatever happened`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var steps: [SessionStep] = []
        var time = 0
        for _ in 0..<200 {
            time += Int.random(in: 0...500, using: &random)
            let content = Self.content(&random)
            steps.append(
                SessionStep(milliseconds: Bool.random(using: &random) ? time : nil, content: content))
        }
        var dashboard = Fixture.dashboard(90, 30)
        dashboard.theme = Theme.dark
        let file = SessionFile(start: SessionStart(dashboard, version: "1.2"), steps: steps)
        var read = try SessionFile(text: file.text)
        for place in read.steps.indices { read.steps[place].line = 0 }
        #expect(read.steps == file.steps)
        #expect(read.text == file.text)
    }

    /// Something that may happen, at random.
    private static func content(_ random: inout SplitMix64) -> SessionStep.Content {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func share() -> Double { Double.random(in: 0...1, using: &random) }
        func text() -> String {
            let scalars = [
                "a", "\"", "\\", "\n", "\r", " ", "ü", "\u{301}", "\u{200D}", "\u{1B}", "\u{2028}", "漢", "🧪",
                "\u{0}", "#",
            ]
            return (0..<number(0...12)).map { _ in scalars[number(0...scalars.count - 1)] }.joined()
        }
        func point() -> Point { Point(number(-1...300), number(-1...100)) }
        switch number(0...11) {
        case 0...2:
            let names = [
                "j", "J", "space", "ctrl+p", "alt+b", "f12", "#", "=", "é", "漢", "\u{3000}", "shift+tab", "🏻",
            ]
            let keys = names.compactMap { Key($0) }
            return .event(.key(keys[number(0...keys.count - 1)]))
        case 3: return .event(.mouse(point(), MouseButton.names[number(0...4)].button))
        case 4: return .event(number(0...1) == 0 ? .drag(point()) : .release(point()))
        case 5: return .event(.paste(text()))
        case 6: return .event(.resize(Size(number(0...300), number(0...100))))
        case 7: return .command(.keepWords("gold harvest"))
        case 8: return .picture(PictureRequest(name: "a-1", theme: "nord", size: Size(80, 24)))
        case 9:
            let news: [SessionNews] = [
                .loading(share()), .loaded, .loadingFailed(text()), .fetching(share()), .fetched,
                .fetchingFailed(nil), .fetchingFailed(text()), .notice(text()), .complaint(text()),
            ]
            return .news(news[number(0...news.count - 1)])
        default:
            let progress = SessionNews.RunProgress(
                epoch: number(1...9), epochs: 20, batch: number(0...16), batches: 16, batchLoss: share(),
                means: [share(), .infinity], samplesPerSecond: share() * 1e6, seconds: share())
            let news: [SessionNews.Run] = [
                .started, .epoch(number(1...99), seconds: nil), .epoch(number(1...99), seconds: share()),
                .progress(progress), .paused, .resumed,
                .tuned(TimedEdit(.learningRate(share()), at: Moment(epochs: 1, batches: 2))),
                .refused("not “now”"), .noNumber, .callback,
                .finished(seconds: nil), .finished(seconds: share()), .stopped, .failed(text()),
                .weights(epochs: number(0...9), batches: number(0...16)), .tested,
            ]
            return .news(.run(number(1...9), news[number(0...news.count - 1)]))
        }
    }

    @Test func `keeps what the session began with`() throws {
        var dashboard = Fixture.dashboard(100, 33, glyphs: .block)
        for command in ["pace full_speed", "preset inspect", "change units(layer=1, 7)"] {
            _ = dashboard.update(.command(try Command(text: command)))
        }
        var keymap = Keymap()
        keymap.bind(.character("x"), in: .data, to: .train)
        keymap.bind(.character("b"), in: .everywhere, to: nil)
        var start = SessionStart(dashboard, version: "9")
        start.keymap = keymap
        let read = try SessionFile(text: SessionFile(start: start).text).start
        #expect(read.size == Size(100, 33))
        #expect(read.glyphs == .block)
        #expect(read.keymap == keymap)
        #expect(read.state.pace == .fullSpeed)
        #expect(read.state.layout == dashboard.saved.layout)
        #expect(read.state.experiment == dashboard.experiment)
    }

    @Test(arguments: [
        ("key nosuch", 1, "Write a key"), ("\n\nmouse up 1 2", 3, "Write a button"),
        ("5 paste a", 1, "between quotation marks"), ("resize 80", 1, "such as 120x40"),
        ("resize 99999x2", 1, "such as 120x40"), ("command trian", 1, "Did you mean “train”?"),
        ("jump 4", 1, "is nothing that happens"), ("run 1 ended", 1, "happens to no run"),
        ("run one started", 1, "Write the run's number"), ("run 1 epoch 3 in 2", 1, "in 0.031 s"),
        ("run 1 progress epoch=1", 1, "Write epoch=3/20"), ("data gone", 1, "Write data loaded"),
        ("key j k", 1, "too much at its end"), ("-5 key j", 1, "milliseconds since the start"),
        ("key j\nset theme = dark", 2, "Settings stand above"), ("set size 80x24", 1, "set key = value"),
        ("set sise = 80x24", 1, "Did you mean “size”?"), ("set glyphs = brail", 1, "Did you mean “braille”?"),
        ("picture a/b", 1, "letters, digits and dashes"), ("set experiment = layers = 3", 1, "can't be read"),
    ])
    func `says in which line a mistake is`(text: String, line: Int, reason: String) throws {
        let error = try #require(throws: SessionFileError.self) { try SessionFile(text: text) }
        #expect(error.line == line)
        #expect(error.reason.contains(reason), "\(error)")
    }

    @Test func `passes over comments, empty lines and line ends of other systems`() throws {
        let file = try SessionFile(text: "# a remark\r\n\r\n  key j  \r\n12 stay")
        #expect(file.steps.map(\.content) == [.event(.key(.character("j"))), .stay])
        #expect(file.steps.map(\.milliseconds) == [nil, 12])
    }
}

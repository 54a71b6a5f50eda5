import Datasets
import Testing

@testable import TUI
@testable import Training

/// Errors of lines that nobody at a terminal wrote, at once or later.
@Suite struct `Errors in plain text` {
    private func loaded(isInteractive: Bool = false, isScript: Bool = false) -> PlainSession {
        .withFruit(isInteractive: isInteractive, isScript: isScript)
    }

    private static let noRoom = "There is no room for another 2 MB."

    // MARK: A training that fails

    @Test func `a training that fails ends a file at its line`() throws {
        var session = loaded(isScript: true)
        _ = session.take(line: "train epochs=1")
        _ = session.take(line: "change epochs(3)")
        let id = try #require(session.dashboard.run?.id)
        let lines = session.take(.milestone(id, .failed(reason: Self.noRoom))).lines
        #expect(lines == ["error: line 1, “train epochs=1”: run 1: failed: \(Self.noRoom)"])
        #expect(session.isDone && !session.isSuccess)
        #expect(session.failure == "line 1, “train epochs=1”: run 1: failed: \(Self.noRoom)")
    }

    @Test func `a training that fails is an error of a pipe, whose other lines are done`() throws {
        var session = loaded()
        _ = session.take(line: "train")
        _ = session.take(line: "change epochs(3)")
        let id = try #require(session.dashboard.run?.id)
        let lines = session.take(.milestone(id, .failed(reason: Self.noRoom))).lines
        #expect(lines == ["error: line 1, “train”: run 1: failed: \(Self.noRoom)"])
        #expect(session.take(line: "change epochs(4)").lines == ["epochs: 4"])
        #expect(!session.isSuccess)
    }

    // MARK: The end

    @Test func `a pipe with mistakes ends with the first of them, and says how many there were`() {
        var session = loaded()
        _ = session.take(line: "trian")
        #expect(session.failure == "line 1, “trian”: There is no command “trian”. Did you mean “train”?")
        _ = session.take(line: "change epochs(3)")
        _ = session.take(line: "select test 99999")
        #expect(session.failure?.hasPrefix("line 1, “trian”: ") == true)
        #expect(session.failure?.hasSuffix(" (One more error after it.)") == true)
        _ = session.take(line: "quit")
        #expect(session.isDone && !session.isSuccess)
    }

    @Test func `mistakes of a person at a terminal are no failure`() {
        var session = loaded(isInteractive: true)
        #expect(session.take(line: "trian").lines.first?.hasPrefix("error: ") == true)
        #expect(session.isSuccess && session.failure == nil)
    }

    @Test func `a pipe that does what it should is a success, and one without samples none`() {
        var session = loaded()
        _ = session.take(line: "change epochs(3)")
        #expect(session.isSuccess && session.failure == nil)
        var empty = PlainSession(
            Dashboard(
                experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])), size: Size(120, 60)),
            isInteractive: false)
        let lines = empty.take(.loadingFailed("There is no file.")).lines
        #expect(lines == ["error: There is no file."])
        #expect(!empty.isSuccess && empty.failure == "There is no file.")
    }

    // MARK: Errors that come later

    @Test(arguments: ["open nosuch", "session replay nosuch", "session save nosuch/a"])
    func `an error of a file names the line that has asked for it`(line: String) {
        var session = loaded()
        _ = session.take(line: "keras first.py")
        _ = session.take(line: line)
        _ = session.hear(.done("It is written."))
        let lines = session.hear(.failed("There is no such file.")).lines
        #expect(lines == ["error: line 2, “\(line)”: There is no such file."])
    }

    @Test func `a file that fails before an earlier one is written names its own line`() throws {
        var session = loaded()
        let tickets = ["keras first.py", "keras nosuch/second.py"].flatMap { line in
            session.take(line: line).effects.compactMap { effect in
                if case .file(_, let ticket) = effect { ticket } else { nil }
            }
        }
        #expect(tickets.count == 2)
        let lines = session.take(.found(.filed(.failed("There is no folder nosuch."), tickets[1]))).lines
        #expect(lines == ["error: line 2, “keras nosuch/second.py”: There is no folder nosuch."])
        #expect(session.isBusy)
        #expect(session.take(.found(.filed(.done("It is written."), tickets[0]))).lines == ["It is written."])
        #expect(!session.isBusy)
    }

    @Test func `an error of samples names the line that has asked for them`() {
        var session = loaded()
        _ = session.take(line: "load reuters")
        let lines = session.take(.loadingFailed("There is no such file.")).lines
        #expect(lines == ["error: line 1, “load reuters”: There is no such file."])
    }

    @Test func `an error of a picture names its line, also where there are several`() {
        var session = loaded()
        for form in ["svg", "png"] { _ = session.take(line: "export \(form)") }
        #expect(session.hear(.done("a.svg is written.")).lines == ["a.svg is written."])
        let lines = session.hear(.failed("b.png can't be written.")).lines
        #expect(lines == ["error: line 2, “export png”: b.png can't be written."])
    }

    @Test func `a change that a run refuses names its line, and not one that the run was told since`() throws
    {
        var session = loaded()
        for line in ["train", "change learning_rate(0.5)", "stop"] { _ = session.take(line: line) }
        let id = try #require(session.dashboard.run?.id)
        let lines = session.take(.milestone(id, .refused("It can't change."))).lines
        #expect(lines.last == "error: line 2, “change learning_rate(0.5)”: It can't change.")
    }

    @Test func `a change that a run has no time for names its line`() throws {
        var session = loaded()
        for line in ["train", "change learning_rate(0.5)"] { _ = session.take(line: line) }
        let id = try #require(session.dashboard.run?.id)
        _ = session.take(.milestone(id, .started(epochs: 1, batchesPerEpoch: 1)))
        let lines = session.take(.milestone(id, .finished(History(epochs: [Fixture.epoch(1)])))).lines
        #expect(
            lines.contains(
                "error: line 2, “change learning_rate(0.5)”: run 1 had ended before learning_rate(0.5) could be "
                    + "made: this holds from the next run on."))
        #expect(!session.isSuccess)
    }

    @Test func `the data set of a file's first line names it`() {
        var session = PlainSession(
            Dashboard(
                experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])), size: Size(120, 60)),
            isInteractive: false, isScript: true, opening: PlainLine(number: 3, text: "load fruit"))
        _ = session.take(line: "train")
        #expect(
            session.take(.loadingFailed("There is no file.")).lines == [
                "error: line 3, “load fruit”: There is no file."
            ])
        #expect(session.isOver && session.failure == "line 3, “load fruit”: There is no file.")
    }

    @Test func `text that begins like an error is none`() {
        var session = loaded()
        #expect(session.take(.notice("error: a quotation")).lines == ["error: a quotation"])
        #expect(session.isSuccess)
    }

    @Test func `problems that no line has asked for do not end a file`() {
        var session = loaded(isScript: true)
        _ = session.take(line: "change epochs(3)")
        #expect(session.take(.complaint("The disk is full.")).lines == ["error: The disk is full."])
        #expect(!session.isOver && session.isSuccess && session.failure == nil)
        _ = session.take(line: "trian")
        #expect(session.isOver && session.failure?.hasPrefix("line 2, “trian”: ") == true)
    }

    @Test func `the same error of two lines is told of both`() {
        var session = loaded()
        for _ in 0..<2 { _ = session.take(line: "session save nosuch/a") }
        let told = (1...2).flatMap { _ in
            session.hear(.failed("There is no folder nosuch.")).lines
        }
        #expect(told.map { $0.prefix(14) } == ["error: line 1,", "error: line 2,"])
    }

    // MARK: Lines that wait

    @Test(arguments: ["open m", "session replay a.session"])
    func `a line of a pipe waits for the file of the one before`(line: String) {
        var session = loaded()
        _ = session.take(line: line)
        #expect(session.take(line: "change epochs(3)").lines == [])
        _ = session.hear(.failed("There is no such file."))
        #expect(session.dashboard.experiment.settings.epochs == 3)
    }

    @Test func `lines of a pipe wait for a session, also the end`() {
        var session = loaded()
        for line in ["session replay a.session", "change epochs(4)", "quit"] { _ = session.take(line: line) }
        _ = session.hear(.read("load blobs\nchange epochs(3)\n", SessionPlace("a.session")))
        #expect(!session.isOver)
        _ = session.take(.loaded(Fixture.dataset))
        #expect(session.dashboard.experiment.settings.epochs == 4 && session.isOver)
    }

    @Test func `a run that has just begun has no weights to be saved yet`() {
        var session = loaded()
        _ = session.take(line: "train")
        #expect(session.take(line: "save m").lines.last?.hasSuffix("wait for its first epoch.") == true)
    }

    // MARK: Nothing to be done to

    @Test(arguments: [
        "noise 4", "plane units", "choose data 99999999", "choose model 99", "set epochs = -3",
        "set batch_size = 0", "set validation = 99999999", "set threads = 0", "train epochs=99999999999",
        "layer 1 rate 0.5", "layer 1 up", "change add_layer(99)", "change learning_rate(-1)",
        "change momentum(7)",
        "change early_stopping(-5)", "until 99999 0", "noise -1", "seed -1", "slide 1 9",
        "change units(layer=1, 0)", "layer 1 units 99999999", "results calibrations", "mark next",
        "undo", "redo", "search next", "theme next", "find zzzz", "epoch best", "plane layer",
        "until 3 99999",
    ])
    func `a line that no data or no run can take ends a file`(line: String) {
        var session = loaded(isScript: true)
        let before = session.dashboard.experiment
        let lines = session.take(line: line).lines
        #expect(lines.last?.hasPrefix("error: line 1, “\(line)”: ") == true, "\(lines)")
        #expect(!session.isSuccess && session.dashboard.experiment == before)
    }

    @Test(arguments: ["slide 1 99999", "slide 99 0"])
    func `a slider has the values that it has`(line: String) {
        var session = loaded(isScript: true)
        _ = session.take(line: "lesson softmax")
        let before = session.dashboard.lessons
        #expect(session.take(line: line).lines.contains { $0.hasPrefix("error: line 2, “\(line)”: ") })
        #expect(session.dashboard.lessons?.state.sliders == before?.state.sliders)
    }

    @Test(arguments: [
        ("noise -1", "“noise” takes a number from 0 to 100."),
        ("seed -1", "“seed” takes a whole number from 0 to 4294967295."),
        ("until 1 99", "An epoch has 1 batch: write a number from 0 to 1 behind the epoch."),
        ("epoch best", "There is no epoch yet: “train” trains the network."),
        ("until 99999 0", "The run ends after epoch 20: choose an earlier time, or train for longer."),
        ("layer 1 rate 0.5", "Layer 1 is Dense, which has no rate."),
        ("set epochs = -3", "epochs is a whole number from 1 to 100,000."),
        ("set batch_size = 0", "batch size is a whole number from 1 to 1,000,000."),
        ("train epochs=99999999999", "epochs is a whole number from 1 to 100,000."),
        ("change folds(1)", "Make it from 2 to 64, or 0 for a single network."),
    ])
    func `a number out of bounds is refused with them`(line: String, bounds: String) {
        var session = loaded(isInteractive: true)
        #expect(session.take(line: line).lines.last?.hasSuffix(bounds) == true)
    }

    @Test func `a theme is missed in a whole sentence, also where there is no other`() {
        var session = loaded(isInteractive: true)
        #expect(
            session.take(line: "theme nope").lines == [
                "error: There is no theme called “nope”, and no other one to choose."
            ])
    }

    // MARK: The end of a run that is under way

    @Test(arguments: [("quit", true), ("YES", true), ("no", false), ("", false)])
    func `a question is answered by yes, no, or asking for the end once more`(answer: String, ends: Bool) {
        var session = loaded(isInteractive: true)
        _ = session.take(line: "train")
        _ = session.take(line: "quit")
        _ = session.take(line: answer)
        #expect(session.isOver == ends)
        #expect(ends || session.dashboard.overlay == nil)
    }

    @Test(arguments: [(false, "“wait”"), (true, "“train” and “wait”")])
    func `a pipe that asks for the end gives the run up, and hears how to wait for it`(
        isPaused: Bool, lines: String
    ) throws {
        var session = loaded()
        _ = session.take(line: "train")
        let id = try #require(session.dashboard.run?.id)
        _ = session.take(.milestone(id, .started(epochs: 20, batchesPerEpoch: 1)))
        if isPaused { _ = session.take(.milestone(id, .paused)) }
        let outcome = session.take(line: "quit")
        #expect(outcome.lines == ["The run is given up: \(lines) before “quit” would let it end."])
        #expect(outcome.effects.quits && session.isOver && session.isSuccess)
    }

    @Test func `another answer is refused, and the question stays`() {
        var session = loaded(isInteractive: true)
        _ = session.take(line: "train")
        _ = session.take(line: "quit")
        let lines = session.take(line: "perhaps").lines
        #expect(lines.first == "error: “perhaps” is neither yes nor no.")
        #expect(lines.count == 2 && session.dashboard.overlay == .confirmQuit)
    }
}

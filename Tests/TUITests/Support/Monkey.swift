import Datasets

@testable import TUI
@testable import Training

/// Does anything at all, the same each time: presses keys, clicks, pastes, resizes, and plays the world's part.
struct Monkey {
    private var random: SplitMix64
    /// The last epoch that trainers have told of.
    private var epoch = 1

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Every key of the table, so that each is found often.
    private static let bound = ActionTable.entries.flatMap(\.keys)
    private static let letters: [Character] =
        Array("aeiou xyzQ019.,:;/?!()[]=<>_-#'\"`~\\|漢字かな한éß") + ["e\u{301}", "👩‍🚀", "\u{200B}"]
    private static let others: [Key] =
        (1...12).map(Key.function) + "abcdefghijklmnopqrstuvwxyz".map(Key.control)
        + "abdfxyz.<>".map(Key.alt) + [.insert, .control(" "), .control("\\"), .shiftLeft, .controlUp]
    private static let texts = [
        "", "focus model\nquit\n", "units(layer=1, 4)", "\u{1B}[31mred\u{7}", "漢字かな交じり文",
        "e\u{301}\u{301}\u{301}",
        "gold frost", "\u{202E}right to left", "0.001", "-1", "1e400", String(repeating: "9", count: 40), "#",
        "nan",
    ]
    private static let commands: [Command] =
        Command.oneOfEach + CurvesChange.allCases.map(Command.curves)
        + PaneID.allCases.flatMap { [.focus($0), .hide($0), .choose($0, 7)] }
        + Motion.allCases.map(Command.move) + Preset.allCases.map(Command.preset)
        + Resizing.allCases.map(Command.resize) + DataPart.allCases.map(Command.part)
        + [
            .change(.units(layer: 0, 1_000_000)), .change(.units(layer: 1, 0)), .change(.units(layer: 9, 5)),
            .change(.moveLayer(0, by: 1)), .change(.removeLayer(1)), .change(.validation(100_000)),
            .change(.validation(0)), .change(.validation(100)), .change(.epochs(0)), .change(.batchSize(-3)),
            .change(.learningRate(.nan)), .keepClass(45), .keepClass(nil), .keepWords(""), .select(.test, 59),
            .sort("words"), .sort("probability"), .sort("income"), .sort("median value"), .find("epoch"),
            .find("e"), .theme("nord"), .hide(nil),
            .load(Term("nowhere")), .pace(.epochsPerSecond(1e-300)),
        ]

    private mutating func any<T>(_ choices: [T]) -> T { choices[random.below(choices.count)] }

    /// Something that a person or the system does.
    mutating func event(_ size: Size) -> Event {
        switch random.below(100) {
        case 0..<56: return .key(any(Self.bound))
        case 56..<72: return .key(.character(any(Self.letters)))
        case 72..<78: return .key(any(Self.others))
        case 78..<83: return .key(any([.escape, .enter, .tab]))
        case 83..<85: return .mouse(point(size), any([.left, .left, .left, .middle, .right]))
        case 85..<89: return .mouse(point(size), any([.wheelUp, .wheelDown]))
        case 89..<93: return .drag(point(size))
        case 93..<95: return .release(point(size))
        case 95..<98:
            // A paste as long as a terminal lets through, now and then.
            return .paste(random.below(200) == 0 ? String(repeating: "né ", count: 33_000) : any(Self.texts))
        default:
            return .resize(
                random.below(3) == 0
                    ? Size(1 + random.below(300), 1 + random.below(100))
                    : any([Size(80, 24), Size(120, 40), Size(60, 15), Size(20, 6), Size(1, 1)]))
        }
    }

    private mutating func point(_ size: Size) -> Point {
        Point(random.below(size.columns + 2), random.below(size.rows + 2))
    }

    /// Something that comes from elsewhere: a session log, a trainer, a disk, a network.
    mutating func news(for dashboard: Dashboard) -> Action {
        let id = random.below(9) == 0 ? RunID(number: 0) : dashboard.run?.id ?? RunID(number: 0)
        switch random.below(20) {
        case 0..<6: return .command(any(Self.commands))
        case 6: return .milestone(id, .started(epochs: random.below(30), batchesPerEpoch: random.below(20)))
        case 7..<10:
            epoch = epoch % 40 + 1
            return .milestone(id, .epoch(random.below(20) == 0 ? wildEpoch : Fixture.epoch(epoch)))
        case 10: return .milestone(id, any([.paused, .resumed, .lossBecameNaN(epoch: 3, batch: 2)]))
        case 11:
            return .milestone(
                id,
                any([
                    .intervened(.restore(epoch: 4)), .intervened(.stop(reason: "It is enough.")),
                    .tuned(TimedEdit(.learningRate(0.01), at: Moment(epochs: 2, batches: 3))),
                    .refused("Not\u{1B} now."),
                ]))
        case 12:
            let history = History(epochs: (1...epoch).map(Fixture.epoch))
            return .milestone(
                id, any([.finished(history), .stopped(history), .failed(reason: "No \u{1B} memory.")]))
        case 13..<15: return .progress(id, progress)
        case 15: return snapshot(id, dashboard) ?? .notice("Nothing to see.")
        case 16: return .tested(id, Metrics(loss: any([0.9, .nan]), values: [.init(.accuracy, 0.8)]))
        case 17:
            return any([.loading(any([0.3, .nan, 2])), .loadingFailed("Not\nthere."), .notice("Saved.")])
        case 18:
            return any([
                .fetching(any([0.5, -.infinity])), .fetched, .fetchingFailed(nil), .fetchingFailed("No."),
            ])
        default: return .complaint(any(Self.texts))
        }
    }

    private var wildEpoch: EpochRecord {
        EpochRecord(
            index: epoch, training: Metrics(loss: .nan, values: [.init(.accuracy, .infinity)]),
            validation: nil,
            seconds: .nan, learningRate: 0)
    }

    private var progress: Progress {
        mutating get {
            Progress(
                epoch: random.below(30), epochs: random.below(25), batch: random.below(20),
                batches: random.below(18), batchLoss: any([0.4, .nan, -.infinity]),
                metrics: Metrics(loss: any([0.4, .nan])),
                samplesPerSecond: any([265_000, 0, .nan, .infinity]),
                seconds: any([1, 0, .nan, 1e12]))
        }
    }

    /// Weights for a run's network, unless the monkey has made it too large to fill.
    private func snapshot(_ id: RunID, _ dashboard: Dashboard) -> Action? {
        guard let model = dashboard.run?.experiment.model,
            let inputs = dashboard.dataset?.train.inputs.columns,
            model.parameterCount(inputs: inputs) < 120_000
        else { return nil }
        return .snapshot(id, Fixture.snapshot(model, epochs: epoch, inputs: inputs))
    }
}

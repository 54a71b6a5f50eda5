import Datasets
import FoundationEssentials
import Testing

@testable import TUI
@testable import Training

@Suite struct `A session that is replayed` {
    private func replaying(_ text: String) -> Dashboard {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.session(.replay(FileArgument("a.session")))))
        _ = dashboard.hear(.read(text, SessionPlace("a.session")))
        return dashboard
    }

    @Test func `does one line after another`() {
        let dashboard = replaying("# a remark\n\nlayer 1 units 8\nselect test 4\nwait\nshow model\n")
        #expect(dashboard.experiment.model.layers[0].units == 8)
        #expect(dashboard.samples.part == .test && dashboard.samples.selected == 4)
        #expect(dashboard.focus == .model)
        #expect(dashboard.replayed == nil)
        #expect(dashboard.script.entries.map(\.text) == ["layer 1 units 8", "select test 4", "focus model"])
    }

    @Test func `ends at a line that needs samples where none could be loaded`() {
        let text = "select test 4\nload blobs\n"
        var dashboard = Fixture.dashboard()
        dashboard.source = .failed("reuters.npz is missing.")
        _ = dashboard.update(.command(.session(.replay(FileArgument("a.session")))))
        _ = dashboard.hear(.read(text, SessionPlace("a.session")))
        #expect(dashboard.replayed == nil)
        #expect(dashboard.notice?.text.hasPrefix("a.session, line 1: No samples are loaded") == true)
    }

    @Test(arguments: [
        "experiment blobs", "set dataset = blobs", "wait\nload blobs", "zoom\nload blobs",
    ])
    func `may load samples in any way where none could be loaded`(lines: String) {
        var dashboard = Dashboard(
            experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])), size: Size(120, 40),
            experiments: ExperimentLibrary().experiments)
        dashboard.source = .failed("reuters.npz is missing.")
        _ = dashboard.update(.command(.session(.replay(FileArgument("a.session")))))
        let effects = dashboard.hear(.read("\(lines)\npart test\n", SessionPlace("a.session")))
        #expect(effects.contains { if case .load = $0 { true } else { false } })
        #expect(dashboard.notice?.isError != true && dashboard.replayed?.lines.map(\.text) == ["part test"])
    }

    @Test func `ends without an error at its end, also without samples`() {
        var dashboard = Fixture.dashboard()
        dashboard.source = .failed("reuters.npz is missing.")
        _ = dashboard.update(.command(.session(.replay(FileArgument("a.session")))))
        _ = dashboard.hear(.read("quit\n", SessionPlace("a.session")))
        #expect(dashboard.replayed == nil && dashboard.notice?.isError != true)
    }

    @Test func `waits for a run, its weights and its test`() throws {
        var dashboard = replaying("train\nselect test 4\n")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 1, batchesPerEpoch: 1)))
        _ = dashboard.update(.snapshot(id, Fixture.snapshot(dashboard.experiment.model, epochs: 0)))
        _ = dashboard.update(.milestone(id, .epoch(Fixture.epoch(1))))
        _ = dashboard.update(.milestone(id, .finished(History(epochs: [Fixture.epoch(1)]))))
        #expect(dashboard.replayed?.lines.count == 1)
        _ = dashboard.update(.snapshot(id, Fixture.snapshot(dashboard.experiment.model, epochs: 1)))
        #expect(dashboard.replayed?.lines.count == 1)
        _ = dashboard.update(.tested(id, Metrics(loss: 1)))
        #expect(dashboard.replayed == nil)
        #expect(dashboard.samples.selected == 4)
    }

    @Test(arguments: [
        ("part test\ntrian\npart train", "a.session, line 2: There is no command “trian”."),
        ("# x\nselect test 99999\npart train", "a.session, line 2: There is no test 99999"),
        ("part test\nlayer 9 units 4", "a.session, line 2: There is no layer 9"),
        (
            "part test\ntrain epochs=99999999999\npart train",
            "a.session, line 2: “99999999999” can't be taken"
        ),
    ])
    func `ends at a line that can't be done`(text: String, problem: String) {
        let dashboard = replaying(text)
        #expect(dashboard.replayed == nil)
        #expect(dashboard.notice?.isError == true)
        #expect(dashboard.notice?.text.hasPrefix(problem) == true, "\(dashboard.notice?.text ?? "")")
        #expect(dashboard.log.entries.filter { $0.text.hasPrefix(problem) }.map(\.kind) == [.error])
        #expect(dashboard.samples.part != .train || text.hasPrefix("#"))
    }

    @Test(arguments: ["reopen", "discard", "again", "branch", "more 5", "undo", "epoch 3", "export csv"])
    func `ends at a line that has nothing to be done to`(line: String) {
        let dashboard = replaying("focus curves\n\(line)\nlayer 1 units 8\n")
        #expect(dashboard.notice?.text.hasPrefix("a.session, line 2: ") == true, "\(dashboard.notice as Any)")
        #expect(dashboard.experiment.model.layers[0].units == 64)
        #expect(dashboard.script.entries.map(\.text) == ["focus curves"])
    }

    // MARK: Files that ask for files

    /// Reads a file that the newest line has asked for.
    private func read(_ text: String, _ name: String, on dashboard: inout Dashboard) {
        _ = dashboard.hear(.read(text, SessionPlace(name)))
    }

    @Test func `does the lines of another file where one asks for it, and then its own`() {
        var dashboard = replaying("layer 1 units 8\nsession replay b.session\nlayer 2 units 9\n")
        #expect(dashboard.experiment.model.layers[1].units == 64)
        read("layer 1 units 16\nsession replay c.session\n", "b.session", on: &dashboard)
        read("layer 1 units 24\n", "c.session", on: &dashboard)
        #expect(dashboard.experiment.model.layers.prefix(2).map(\.units) == [24, 9])
        #expect(dashboard.replayed == nil)
    }

    @Test func `may ask for one file twice`() {
        var dashboard = replaying("session replay b.session\nsession replay b.session\npart test\n")
        for _ in 0..<2 { read("layer 1 units 8\n", "b.session", on: &dashboard) }
        #expect(dashboard.notice?.isError != true)
        #expect(dashboard.samples.part == .test)
    }

    // MARK: Errors of others

    @Test func `continues where a file fails that a person has asked for meanwhile`() {
        var dashboard = replaying("train\nselect test 4\n")
        _ = dashboard.update(.command(.session(.save(FileArgument("nosuch/b.session")))))
        _ = dashboard.hear(.failed("There is no folder nosuch."))
        #expect(dashboard.notice?.text == "There is no folder nosuch.")
        #expect(dashboard.replayed?.lines.count == 1)
    }

    @Test func `ends where a picture fails that an earlier line of it has asked for`() {
        var dashboard = replaying("export svg\ntrain\nselect test 4\n")
        _ = dashboard.hear(.failed("The disk is full."))
        #expect(dashboard.notice?.text == "a.session, line 1: The disk is full.")
        #expect(dashboard.replayed == nil)
    }

    @Test func `ends where samples fail that a person has asked for in the place of its own`() {
        var dashboard = replaying("load blobs\ntrain\n")
        _ = dashboard.update(.command(.load(Term("moons"))))
        _ = dashboard.update(.loadingFailed("There is no file."))
        #expect(dashboard.replayed == nil && dashboard.fits.isEmpty)
    }

    @Test func `leaves a person's samples alone once it was given up`() {
        var dashboard = replaying("load blobs\ntrain\n")
        _ = dashboard.update(.command(.session(.stopReplay)))
        _ = dashboard.update(.command(.load(Term("moons"))))
        _ = dashboard.update(.loadingFailed("There is no file."))
        #expect(dashboard.notice?.text == "There is no file.")
    }

    @Test func `trains to the last batch of an epoch`() {
        let dashboard = replaying("set batch_size = 50\nuntil 0 4\n")
        #expect(dashboard.notice?.isError != true && dashboard.fits.count == 1)
    }

    @Test func `trains to no time while samples are loaded`() {
        var dashboard = Fixture.dashboard()
        dashboard.source = .loading(LongTask())
        _ = dashboard.update(.command(.session(.until(Moment(epochs: 2, batches: 50)))))
        #expect(dashboard.notice?.text.hasPrefix("The samples are still being loaded") == true)
    }

    @Test(arguments: ["batch_size = 9223372036854775807", "validation = -9223372036854775808"])
    func `says why a run can't be trained to a time`(setting: String) throws {
        var dashboard = Fixture.dashboard()
        try dashboard.experiment.set(
            String(setting.prefix { $0 != " " }), to: String(setting.split(separator: " ")[2]))
        _ = dashboard.update(.command(.session(.until(Moment(epochs: 1)))))
        #expect(dashboard.notice?.isError == true || dashboard.fits.count == 1)
    }

    @Test func `continues where a person's training is refused when its samples are there`() {
        var dashboard = replaying("load blobs\npart test\n")
        _ = dashboard.update(.command(.train))
        _ = dashboard.update(.command(.change(.batchSize(16))))
        dashboard.experiment.settings.epochs = 0
        _ = dashboard.update(.loaded(Fixture.dataset))
        #expect(dashboard.notice?.text.contains("a.session, line") != true)
        #expect(dashboard.log.entries.contains { $0.text.hasPrefix("a.session: all ") })
    }

    @Test func `ends where a run fails that it has let continue`() throws {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.stepEpoch))
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .paused))
        _ = dashboard.update(.snapshot(id, Fixture.snapshot(dashboard.experiment.model, epochs: 1)))
        _ = dashboard.update(.command(.session(.replay(FileArgument("a.session")))))
        _ = dashboard.hear(.read("train\npart test\n", SessionPlace("a.session")))
        _ = dashboard.update(.milestone(id, .failed(reason: "There is no room.")))
        #expect(dashboard.notice?.text == "a.session, line 1: run 1: failed: There is no room.")
        #expect(dashboard.replayed == nil && dashboard.samples.part == .train)
    }

    @Test func `continues where a run fails that a person has asked for while it loads`() throws {
        var dashboard = replaying("load blobs\npart test\nwait\npart train\n")
        _ = dashboard.update(.command(.train))
        _ = dashboard.update(.loaded(Fixture.dataset))
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .failed(reason: "There is no room.")))
        #expect(dashboard.notice?.text.contains("a.session, line") != true)
        #expect(dashboard.log.entries.contains { $0.text.hasPrefix("a.session: all ") })
    }

    @Test func `leaves a file alone that it has asked for when it was given up`() {
        var dashboard = replaying("session replay b.session\npart test\n")
        _ = dashboard.update(.command(.session(.stopReplay)))
        read("part test\n", "b.session", on: &dashboard)
        #expect(dashboard.replayed == nil && dashboard.samples.part == .train)
    }

    @Test func `continues where a person asks for another meanwhile, which is refused`() {
        var dashboard = replaying("session replay b.session\npart test\n")
        #expect(dashboard.update(.command(.session(.replay(FileArgument("c.session"))))).isEmpty)
        #expect(
            dashboard.notice?.text.hasPrefix("c.session can't begin while a.session is being done: ") == true)
        #expect(dashboard.notice?.isError == true)
        read("layer 1 units 8\n", "b.session", on: &dashboard)
        #expect(dashboard.experiment.model.layers[0].units == 8)
        #expect(dashboard.replayed == nil && dashboard.samples.part == .test)
    }

    @Test func `is not begun where another was read just before`() {
        var dashboard = Fixture.dashboard()
        for name in ["a.session", "b.session"] {
            _ = dashboard.update(.command(.session(.replay(FileArgument(name)))))
        }
        read("train\npart test\n", "a.session", on: &dashboard)
        read("layer 1 units 8\n", "b.session", on: &dashboard)
        #expect(dashboard.notice?.text.hasPrefix("b.session can't begin while a.session ") == true)
        #expect(dashboard.replayed?.path == "a.session")
    }

    @Test func `tells of the samples of a line once`() {
        var dashboard = replaying("load blobs\nlayer 1 units 8\nlayer 1 units 9\npart test\n")
        _ = dashboard.update(.loaded(Fixture.dataset))
        #expect(dashboard.replayed == nil)
        #expect(dashboard.log.entries.filter { $0.text.hasPrefix("Loading ") }.count == 1)
    }

    @Test func `refuses to begin itself`() {
        var dashboard = replaying("part test\nsession replay a.session\npart train\n")
        read("part test\nsession replay a.session\n", "a.session", on: &dashboard)
        #expect(dashboard.replayed == nil)
        #expect(dashboard.notice?.isError == true)
        #expect(
            dashboard.notice?.text.hasPrefix(
                "a.session, line 2: a.session would replay itself and never end") == true)
        #expect(dashboard.samples.part == .test)
    }

    @Test func `refuses to begin a file that has asked for it`() {
        var dashboard = replaying("session replay b.session\n")
        read("# b\nsession replay a.session\n", "b.session", on: &dashboard)
        read("session replay b.session\n", "a.session", on: &dashboard)
        #expect(dashboard.replayed == nil)
        #expect(
            dashboard.notice?.text.hasPrefix(
                "b.session, line 2, from a.session, line 1: a.session would replay itself and never end")
                == true)
    }

    @Test func `an error in a file that was asked for names the lines that have asked`() {
        var dashboard = replaying("part test\nsession replay b.session\npart train\n")
        read("# b\n\nsession replay c.session\n", "b.session", on: &dashboard)
        let chain = "b.session, line 3, from a.session, line 2"
        var missing = dashboard
        _ = missing.hear(.failed("There is no c.session."))
        #expect(missing.notice?.text == "\(chain): There is no c.session.")
        #expect(missing.replayed == nil && missing.samples.part == .test)
        read("select test 99999\n", "c.session", on: &dashboard)
        #expect(
            dashboard.notice?.text.hasPrefix("c.session, line 1, from \(chain): There is no test 99999")
                == true)
        #expect(dashboard.replayed == nil && dashboard.samples.part == .test)
        #expect(dashboard.log.entries.filter { $0.kind == .error }.count == 1)
    }

    @Test func `ends where a training fails, also one that is the last line of a file`() throws {
        var dashboard = replaying("session replay b.session\npart test\n")
        read("train\n", "b.session", on: &dashboard)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .failed(reason: "There is no room.")))
        #expect(dashboard.replayed == nil && dashboard.samples.part == .train)
        #expect(
            dashboard.notice?.text
                == "b.session, line 1, from a.session, line 1: run 1: failed: There is no room.")
    }

    @Test func `ends where samples can't be loaded`() throws {
        var dashboard = replaying("load reuters\npart test\n")
        _ = dashboard.update(.loadingFailed("There is no file."))
        #expect(dashboard.replayed == nil && dashboard.samples.part == .train)
        #expect(dashboard.notice?.text == "a.session, line 1: There is no file.")
    }

    @Test func `does not end where something else goes wrong`() throws {
        var dashboard = replaying("train\npart test\n")
        _ = dashboard.update(.complaint("Not all of this run is kept on the disk."))
        #expect(dashboard.notice?.text == "Not all of this run is kept on the disk.")
        #expect(dashboard.replayed?.lines.count == 1)
    }

    @Test func `can be given up`() {
        var dashboard = replaying("train\nselect test 4\n")
        _ = dashboard.update(.command(.session(.stopReplay)))
        #expect(dashboard.replayed == nil)
    }

    @Test func `says where there is nothing to do`() {
        #expect(replaying("# nothing\n").notice?.text == "a.session has no commands.")
    }
}

@Suite struct `Files of models in the dashboard` {
    private func effects(_ text: String, on dashboard: inout Dashboard) -> [FileErrand] {
        dashboard.update(.command(Command(text) ?? .help)).compactMap { effect in
            if case .file(let errand, _) = effect { errand } else { nil }
        }
    }

    @Test func `save the weights that are shown`() throws {
        var dashboard = Fixture.trained(3, ends: true)
        guard case .save(let model, FileArgument("fruit"))? = effects("save fruit", on: &dashboard).first
        else {
            Issue.record("nothing is saved")
            return
        }
        #expect(model.network == dashboard.run?.snapshot?.network)
        #expect(model.epochs == 3 && model.classes == Fixture.classes)
        #expect(model.results.contains { $0.name == "test_accuracy" && $0.value == 0.7967 })
    }

    @Test(arguments: [false, true])
    func `are saved under another name where nobody could do it again`(isInteractive: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/nnboard-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("a letter".utf8).write(to: URL(filePath: folder + "/fruit.json"))
        var session = PlainSession(Fixture.trained(3, ends: true), isInteractive: isInteractive)
        _ = session.take(.loadingFailed("It was there already."))
        let effects = session.take(line: "save \(folder)/fruit").effects
        let news = effects.compactMap { if case .file(let errand, _) = $0 { errand.news() } else { nil } }
        guard case .failed(let reason)? = news.first else {
            Issue.record("the letter is gone")
            return
        }
        #expect(reason.contains("The network is saved as \(folder)/fruit-1.safetensors") == !isInteractive)
        #expect(FileManager.default.fileExists(atPath: folder + "/fruit-1.json") == !isInteractive)
        #expect(!FileManager.default.fileExists(atPath: folder + "/fruit.safetensors"))
    }

    @Test func `need a network`() {
        var dashboard = Fixture.dashboard()
        #expect(effects("save fruit", on: &dashboard).isEmpty)
        #expect(dashboard.notice?.isError == true)
    }

    @Test func `are asked as soon as they are open`() throws {
        var dashboard = Fixture.dashboard()
        let model = ModelFile(
            dashboard.experiment, network: Fixture.network(dashboard.experiment.model),
            dataset: Fixture.dataset, epochs: 7)
        _ = dashboard.hear(.opened(model, "fruit"))
        #expect(dashboard.run?.snapshot?.network == model.network)
        #expect(dashboard.status == .finished && !dashboard.isTraining)
        #expect(dashboard.probabilities?.count == 46)
        #expect(dashboard.notice?.text == "fruit is open: trained for 7 epochs.")
        _ = dashboard.draw()
    }

    @Test func `of other samples are refused`() {
        var dashboard = Fixture.dashboard()
        var experiment = dashboard.experiment
        experiment.dataset = Term("vegetables")
        let model = ModelFile(
            experiment, network: Fixture.network(experiment.model), dataset: Fixture.dataset, epochs: 7)
        _ = dashboard.hear(.opened(model, "fruit"))
        #expect(dashboard.run == nil)
        #expect(dashboard.notice?.text.contains("“load vegetables” loads them") == true)
    }

    @Test func `are written as Keras code`() {
        var dashboard = Fixture.dashboard()
        guard
            case .write(let text, to: FileArgument("a.py"), _)? = effects("keras a.py", on: &dashboard).first
        else {
            Issue.record("nothing is written")
            return
        }
        #expect(text.contains("def build_model():"))
        let copied = dashboard.update(.command(.session(.keras(nil))))
        #expect(copied.contains { if case .copy(text, _) = $0 { true } else { false } })
    }
}

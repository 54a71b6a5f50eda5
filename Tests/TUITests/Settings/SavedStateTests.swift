import Datasets
import Foundation
import Testing

@testable import TUI
@testable import Training

@Suite struct `The saved state` {
    private static func state(_ change: (inout SavedState) throws -> Void) rethrows -> SavedState {
        var state = SavedState()
        try change(&state)
        return state
    }

    private static func layouts() -> [LayoutState] {
        `The layout`.states.map { state in
            var state = state
            state.isZoomed = false
            return state
        }
    }

    @Test func `comes back from its text`() throws {
        var experiment = Experiment(
            dataset: Term("csv", [.init("path", .text("/a b/“c”, \"d\" = #1.csv"))]),
            model: Model.book(classes: 46))
        experiment.model.optimizer = try Optimizer(
            text: "sgd(learning_rate=CosineDecay(0.1, 100), momentum=0.9)")
        experiment.settings.seed = TrainingSettings.largestSeed
        let state = Self.state {
            $0.theme = "gruvbox-light"
            $0.configured = ["theme": "nord", "layout": "data", "pace": "full_speed"]
            $0.experiment = experiment
            $0.hasOwnModel = true
            $0.pace = .epochsPerSecond(0.5)
            $0.history = [
                "focus model", "find a = b", "# no comment", "change units(layer=1, 4)", "find “漢字”",
            ]
            $0.hasSeenTour = true
        }
        #expect(SavedState(state.text) == state)
        #expect(SavedState(state.text).text == state.text)
    }

    @Test(arguments: layouts())
    func `brings the panes back as they were`(layout: LayoutState) {
        #expect(SavedState(Self.state { $0.layout = layout }.text).layout == layout)
    }

    @Test(arguments: [
        "", "\n\n", "layout", "layout = none\nhidden = all", "theme", "pace = never",
        "experiment = layers = dense(", "experiment = ???",
        "line columns = nan\nline left = inf\nline log = 7",
        "layout = train\nhidden = data model curves inspector log", "tour = 3\nown model = maybe",
        "\u{0}\u{1}\u{FFFD}", "line columns = -1e308", "layout = data\nhidden = log log nothing",
    ])
    func `opens as at first where its text is junk`(text: String) {
        let state = SavedState(text)
        #expect(state.experiment == nil && state.pace == nil)
        for size in [Size(0, 0), Size(20, 6), Size(120, 40), Size(300, 100)] {
            let layout = Layout(size, focus: .data, state: state.layout ?? LayoutState())
            #expect(size.rows == 0 || layout.panes[.data]?.isEmpty == false)
        }
    }

    @Test func `keeps what a person has done in a session`() {
        var dashboard = Fixture.opened()
        dashboard.press("P ctrl+right Z z")
        dashboard.perform("theme nord")
        dashboard.perform("change units(layer=1, 12)")
        dashboard.perform("change seed(7)")
        dashboard.press(">")
        dashboard.press(":")
        dashboard.type("focus log")
        dashboard.press("enter")
        let state = SavedState(dashboard.saved.text)
        #expect(state == dashboard.saved)
        #expect(state.theme == "nord")
        #expect(state.experiment == dashboard.experiment)
        #expect(state.hasOwnModel)
        #expect(state.pace == .epochsPerSecond(10))
        #expect(state.history == ["focus log"])
        #expect(state.layout?.shares == dashboard.layoutState.shares && state.layout?.isZoomed == false)
    }

    @Test func `keeps the model of data that were not found, until the one in its place is changed`() {
        var last = SavedState()
        last.experiment = Experiment(dataset: Term("houses"), model: Model(layers: []))
        last.hasOwnModel = true
        var dashboard = Fixture.opened()
        #expect(dashboard.saved(standingInFor: nil).experiment == dashboard.experiment)
        let kept = dashboard.saved(standingInFor: last)
        #expect(kept.experiment == last.experiment && kept.hasOwnModel)
        #expect(kept.theme == dashboard.theme.name)
        var other = dashboard
        dashboard.perform("change units(layer=1, 12)")
        #expect(dashboard.saved(standingInFor: last).experiment == dashboard.experiment)
        // Other samples are a choice, too, and take no edit away.
        other.perform("load blobs")
        #expect(other.saved(standingInFor: last).experiment == last.experiment)
        _ = other.update(.loaded(Fixture.dataset))
        #expect(other.saved(standingInFor: last).experiment == other.experiment)
        _ = dashboard.update(.loaded(Fixture.dataset))
        #expect(dashboard.saved(standingInFor: last).experiment?.model.layers[0].units == 12)
    }

    @Test(arguments: ["", "change epochs(50)", "load blobs"], [false, true])
    func `keeps a choice that is made before the first data are there`(choice: String, fails: Bool) {
        var last = SavedState()
        last.experiment = Experiment(dataset: Term("houses"), model: Model(layers: []))
        var dashboard = Dashboard(
            experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])), size: Size(120, 40))
        if fails { _ = dashboard.update(.loadingFailed("There is no file.")) }
        dashboard.perform(choice)
        _ = dashboard.update(.loaded(Fixture.dataset))
        let kept = dashboard.saved(standingInFor: last).experiment
        #expect(kept == (choice.isEmpty ? last.experiment : dashboard.experiment))
        if choice.hasPrefix("change") { #expect(kept?.settings.epochs == 50) }
    }

    @Test func `keeps the model of data that were not found where other data fail, too`() {
        var last = SavedState()
        last.experiment = Experiment(dataset: Term("houses"), model: Model(layers: []))
        var dashboard = Fixture.opened()
        dashboard.perform("load reuters")
        _ = dashboard.update(.loadingFailed("There is no file."))
        #expect(dashboard.saved(standingInFor: last).experiment == last.experiment)
    }

    @Test(arguments: ["18446744073709551615", "9007199254740992"])
    func `never holds a seed that can't be read back`(seed: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press("2 end up enter")
        dashboard.type(seed)
        dashboard.press("enter")
        #expect(dashboard.lineError?.contains("seed") == true)
        dashboard.press("esc")
        for _ in 0..<3 { dashboard.press("+") }
        #expect(SavedState(dashboard.saved.text).experiment == dashboard.experiment)
    }

    // MARK: Beside the config file

    @Test func `wins over the config file, until something else is written there`() {
        var state = Self.state {
            $0.theme = "dusk"
            $0.pace = .fullSpeed
            $0.layout = LayoutState()
            $0.layout?.take(.data)
        }
        let old = Configuration("theme = nord\npace = epochs_per_second(2)\nlayout = train", path: "config")
        state.configured = old.named
        let kept = Beginning(old, SavedState(state.text))
        #expect(kept.theme == "dusk" && kept.pace == .fullSpeed && kept.layout.preset == .data)
        let new = Configuration(
            "theme = light\npace = epochs_per_second(1)\nlayout = inspect", path: "config")
        let begun = Beginning(new, SavedState(state.text))
        #expect(begun.theme == "light")
        #expect(begun.pace == .epochsPerSecond(1))
        #expect(begun.layout.preset == .inspect && begun.layout.hidden == [.model, .log, .results])
    }

    @Test func `leaves the choice to the config file at the first start`() {
        let configuration = Configuration("theme = nord\npace = full_speed\nlayout = data", path: "config")
        let begun = Beginning(configuration, SavedState())
        #expect(begun.theme == "nord" && begun.pace == .fullSpeed && begun.layout.preset == .data)
        let plain = Beginning(Configuration(), SavedState())
        #expect(plain.theme == nil && plain.layout == LayoutState() && plain.pace == .epochsPerSecond(5))
    }

    // MARK: Files

    @Test(arguments: [
        (["HOME": "/home/x"], "/home/x/.config/nnboard/config", "/home/x/.local/state/nnboard/state"),
        (
            ["HOME": "/home/x", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"], "/c/nnboard/config",
            "/s/nnboard/state"
        ),
        (
            ["HOME": "/home/x", "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""],
            "/home/x/.config/nnboard/config", "/home/x/.local/state/nnboard/state"
        ),
    ])
    func `is where the desktop's rules say`(environment: [String: String], config: String, state: String) {
        let files = SettingFiles(environment: environment)
        #expect(files.config == config && files.state == state)
    }

    @Test func `is written, and read at the next start`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = SettingFiles(environment: ["HOME": folder.path()])
        #expect(files.savedState == SavedState())
        #expect(files.configuration == Configuration())
        let state = Fixture.opened().saved
        #expect(files.save(state) == nil)
        #expect(files.savedState == state)
    }

    @Test(arguments: ["folder", "pipe", "link to itself"])
    func `says that the config file can't be read`(kind: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder + "/nnboard", withIntermediateDirectories: true)
        let path = folder + "/nnboard/config"
        switch kind {
        case "folder": mkdir(path, 0o700)
        case "pipe": mkfifo(path, 0o600)
        default: symlink("config", path)
        }
        let problems = SettingFiles(environment: ["XDG_CONFIG_HOME": folder]).configuration.problems
        #expect(problems.count == 1 && problems[0].hasPrefix("\(path) can't be read: "), "\(problems)")
        // A device that is always empty is a file without settings.
        remove(path)
        symlink("/dev/null", path)
        #expect(SettingFiles(environment: ["XDG_CONFIG_HOME": folder]).configuration == Configuration())
    }

    @Test(arguments: [("XDG_CONFIG_HOME", ""), ("HOME", "/.config")])
    func `has no settings in a folder that is a file`(variable: String, name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + (name.isEmpty ? "/file" : name)
        try Data().write(to: URL(filePath: path))
        for value in ["/dev/null", name.isEmpty ? path : folder] {
            #expect(SettingFiles(environment: [variable: value]).configuration == Configuration())
        }
    }

    @Test(arguments: [[:], ["HOME": ""]] as [[String: String]])
    func `is nowhere for who has no home folder, which is said`(environment: [String: String]) {
        let files = SettingFiles(environment: environment)
        #expect(files.config == nil && files.state == nil && files.runs == nil && files.experiments == nil)
        #expect(files.problem?.hasPrefix("There is no home folder: ") == true)
        #expect(files.save(SavedState()) == nil)
        #expect(Terminal.log(environment: environment) == nil)
        #expect(SettingFiles(environment: ["XDG_STATE_HOME": "/s"]).problem == nil)
    }

    @Test func `that can't be written is no reason to fail`() {
        let problem = SettingFiles(environment: ["XDG_STATE_HOME": "/proc/none"]).save(SavedState())
        #expect(problem?.contains("/proc/none/nnboard/state") == true)
    }
}

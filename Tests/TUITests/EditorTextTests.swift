import FoundationEssentials
import Testing

@testable import Datasets
@testable import TUI
@testable import Training

/// Texts as editors write them: with a byte order mark, in UTF-16 or UTF-32, with line ends of other systems.
@Suite struct `A text that an editor wrote` {
    /// The same text in the forms that editors know.
    private static func forms(_ text: String) -> [[UInt8]] {
        let windows = text.replacing("\n", with: "\r\n")
        let units: [UInt8] = windows.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        var scalars: [UInt8] = []
        for scalar in windows.unicodeScalars {
            for byte in 0..<4 { scalars.append(UInt8(scalar.value >> UInt32(8 * byte) & 0xFF)) }
        }
        return [
            Array(text.utf8), Array("\u{FEFF}\(text)".utf8), Array("\u{FEFF}\(windows)".utf8),
            [0xFF, 0xFE] + units, [0xFF, 0xFE, 0, 0] + scalars,
        ]
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/nnboard-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path))
    }

    @Test(arguments: 0..<5)
    func `is the config file, with keys, and the state`(form: Int) throws {
        try inFolder { folder in
            let files = SettingFiles(environment: [
                "XDG_CONFIG_HOME": folder + "/c", "XDG_STATE_HOME": folder + "/s",
            ])
            try write(
                Self.forms("theme = light\nkey ctrl+t = train\nglyphs = ascii\n")[form],
                #require(files.config))
            #expect(files.configuration.problems == [])
            #expect(files.configuration.theme == "light")
            #expect(files.configuration.glyphs == .ascii)
            var keys = Keymap()
            keys.bind(.control("t"), in: .everywhere, to: .train)
            #expect(files.configuration.keymap == keys)
            try write(Self.forms("theme = nord\ntour = seen\n")[form], #require(files.state))
            #expect(files.savedState.theme == "nord" && files.savedState.hasSeenTour)
        }
    }

    @Test(arguments: 0..<5)
    func `is a theme of nnboard's own form, or of base16`(form: Int) throws {
        try inFolder { folder in
            try write(Self.forms("text = #111111\n")[form], folder + "/own.theme")
            let scheme = Base16.keys.map { "\($0): \"404040\"\n" }.joined()
            try write(Self.forms(scheme)[form], folder + "/scheme.yaml")
            let library = ThemeLibrary(folders: [folder])
            #expect(try library.theme("own")[Role.text].foreground == Color(0x11, 0x11, 0x11))
            #expect(try library.theme("scheme").name == "scheme")
        }
    }

    @Test(arguments: 0..<5)
    func `is an experiment or a session's commands`(form: Int) throws {
        try inFolder { folder in
            let text = "dataset = blobs\nlayers = dense(4, activation=softmax)\n"
            try write(Self.forms(text)[form], folder + "/a.experiment")
            let named = try ExperimentLibrary.read(folder + "/a.experiment")
            #expect(named.experiment.dataset.name == "blobs")
            try write(Self.forms("train\nshow log\n")[form], folder + "/session")
            guard case .read(let read, _) = FileErrand.read(FileArgument(folder + "/session")).news() else {
                Issue.record("It was not read.")
                return
            }
            #expect(ReplayedScript(SessionPlace(""), text: read).lines.map(\.text) == ["train", "show log"])
        }
    }

    @Test(arguments: 0..<5) func `is a recording, also one that was cut off`(form: Int) throws {
        try inFolder { folder in
            let start = SessionStart(Fixture.dashboard(90, 30), version: "1.2")
            let steps: [SessionStep] = [
                .init(milliseconds: 0, content: .news(.loaded)),
                .init(milliseconds: 9, content: .event(.paste("grün 漢\n"))),
            ]
            let text = SessionFile(start: start, steps: steps).text
            for (text, cut) in [(text, nil), (text + "12 key ctr", text.split(separator: "\n").count + 1)] {
                let bytes = Self.forms(text)[form]
                let file = try SessionFile(text: String(textFile: bytes))
                #expect(file.start == start && file.steps.map(\.content) == steps.map(\.content))
                #expect(file.cut == cut)
                // A new recording replaces it without a word.
                try write(bytes, folder + "/rec")
                #expect(try RecordingPlace(folder + "/rec", forced: false).occupied == [])
            }
        }
    }

    @Test(arguments: 0..<5) func `is a list of words, or the description of a network`(form: Int) throws {
        try inFolder { folder in
            try write(Self.forms("{\"grün\": 2,\n\"oil\": 1}\n")[form], folder + "/words.json")
            #expect(try WordIndex(FileBytes(reading: folder + "/words.json")).words == ["", "oil", "grün"])
            let json = "{\n\"format\": \"grün\"}\n"
            #expect { try ModelDescription(Self.forms(json)[form], path: "m") } throws: {
                "\($0)".contains("its “format” is \"grün\", where")
            }
        }
    }

    @Test func `that is no text is no experiment`() throws {
        try inFolder { folder in
            try write([0x64, 0xFF, 0x0A], folder + "/a.experiment")
            #expect { try ExperimentLibrary.read(folder + "/a.experiment") } throws: {
                $0 as? ExperimentFileError == .unreadable(path: folder + "/a.experiment")
            }
        }
    }
}

import Foundation
import Testing

/// The main job from beginning to end, on the real program in a real terminal.
@Suite(.programs) struct `A session from the first wire to its softmax` {
    @Test(arguments: [(120, 40), (80, 24), (200, 60), (60, 15), (20, 6)])
    func `on screens of every size`(columns: Int, rows: Int) throws {
        try MainJob(columns: columns, rows: rows).run()
    }

    @Test(arguments: ["xterm", "tmux-256color", "linux", "vt100"])
    func `on terminals of every kind`(term: String) throws {
        try MainJob(term: term).run()
    }

    @Test(.enabled(if: MainJob.realData != nil, "needs the real newswires: set NNBOARD_DATA"))
    func `on the real newswires`() throws {
        try MainJob(dataset: "reuters").run()
    }
}

/// The steps of a person in the main job, and the things that they must see.
struct MainJob {
    var columns = 120
    var rows = 40
    var term = "xterm-256color"
    var dataset = "sample"

    /// The folder of the real files, where there is one.
    static let realData: String? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders: [String?] = [
            ProcessInfo.processInfo.environment["NNBOARD_DATA"],
            package.deletingLastPathComponent().appending(path: "shared/data").path,
        ]
        return folders.compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0 + "/reuters.npz")
        }
    }()

    private var arguments: [String] {
        ["--dataset", dataset] + (dataset == "sample" ? [] : ["--data", Self.realData ?? ""])
    }

    func run() throws {
        let session = try Session(arguments, columns: columns, rows: rows, term: term)
        try browse(session)
        try buildNarrow(session)
        try train(session)
        try openTestWire(session, 4)
        try inspect(session)
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults.isEmpty)
    }

    private func browse(_ session: Session) throws {
        try session.until(#"\b1000\b"#)
        try session.key("j", "down")
        try session.until("[▸►>]1002")
        try session.key("end")
        try session.until("[▸►>]8981")
        try session.key("pageup", "home")
        try session.until("[▸►>]1000")
    }

    private func buildNarrow(_ session: Session) throws {
        try session.key("2", "j", "enter", "ctrl+u")
        try session.type("4")
        try session.key("enter")
        try session.until("640,554")
    }

    private func train(_ session: Session) throws {
        try session.key("3", ">", ">", "space")
        try session.until("epoch 20/20")
        // Each chart has a value for training and one for validation; where only one fits, a key shows the other.
        let loss = #"loss.*\d\.\d{3}.*\d\.\d{3}"#
        let accuracy = #"accuracy.*\d %"#
        try session.until(loss)
        if columns < 60 { try session.key("c") }
        try session.until(accuracy)
        try awaitLastWeights(session)
    }

    /// Waits until the weights that the inspector shows are those of the end, and the test samples are measured.
    private func awaitLastWeights(_ session: Session) throws {
        let isSmall = columns < 120
        // On a small screen there is no room to say so.
        if isSmall { try session.resize(120, 40) }
        try session.key("4")
        try session.until("after 20 epochs")
        try session.until(#"test: loss \d\.\d+, accuracy \d\d\.\d %"#)
        if isSmall { try session.resize(columns, rows) }
    }

    private func openTestWire(_ session: Session, _ number: Int) throws {
        try session.key("1", "l", "l", "i")
        try session.type("\(number)")
        try session.key("enter")
        try session.press("v")
        try session.press("z")
        let told = try tell(["data", "show", "test", "\(number)"] + arguments).split(separator: "\n")
        #expect(try readText(session, of: number) == told.last.map(String.init))
        try session.press("v")
        try session.press("z")
    }

    /// Reads the decoded text from the screen, scrolling as far down as it goes.
    private func readText(_ session: Session, of number: Int) throws -> String {
        func body(_ screen: [String]) throws -> [String] {
            let head = try #require(screen.firstIndex { $0.contains("test \(number)") }, "\(screen)")
            // Below the text come the frame, where there is one, and the line of keys.
            let hasFrame = screen[head].contains(#/[│|x]$/#)
            return screen.dropFirst(head + 1).dropLast(hasFrame ? 2 : 1).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "│| "))
            }
        }
        var shown = try body(session.screen)
        var text: [String] = []
        while true {
            let next = try body(session.press("J"))
            guard next != shown else { break }
            text.append(shown[0])
            shown = next
        }
        return (text + shown).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func inspect(_ session: Session) throws {
        try session.press("4")
        var screen = try session.press("z")
        let headline = try #require(screen.first { $0.contains(#/[✓✗√ox] \d+ [a-z-]+  \d/#) }, "\(screen)")
        var found: [Int: Double] = [:]
        repeat {
            for line in screen.drop(while: { $0 != headline }).dropFirst() {
                for match in line.matches(of: #/(\d{1,2}) [a-z][a-z~….-]* [^\d]*(\d{1,3}\.\d\d)(?!\d)/#) {
                    if let label = Int(match.1), let percent = Double(match.2) { found[label] = percent }
                }
            }
            let before = screen
            screen = try session.press("pagedown")
            // The first step only takes the cursor to the end of what is seen.
            if screen == before { screen = try session.press("pagedown") }
            if screen == before { break }
        } while found.count < 46
        #expect(found.count == 46, "\(screen)")
        // Each of them is rounded to a hundredth of a percent.
        #expect(abs(found.values.reduce(0, +) - 100) < 0.25, "the probabilities sum to another number")
        let best = try #require(found.max { $0.value < $1.value })
        #expect(headline.contains(" \(best.key) "))
        if columns >= 60 { try session.until("sum 1.00") }
    }

    /// The program's output without a screen.
    private func tell(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: Session.executable)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}

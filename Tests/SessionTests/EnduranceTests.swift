import Foundation
import Testing

/// The things that a terminal and a person can do to the program without harm.
///
/// “make verify” does more of each.
@Suite(.programs) struct `The dashboard outlives` {
    private static let isLong = ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] != nil
    /// Nobody answers there: whatever is asked for, nothing is downloaded.
    private static let offline = ["http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"]

    private func open(_ arguments: [String] = [], columns: Int = 120, rows: Int = 40) throws -> Session {
        let session = try Session(
            ["--dataset", "sample"] + arguments, environment: Self.offline, columns: columns, rows: rows)
        try session.until("8,982 train")
        return session
    }

    private func quit(_ session: Session) throws {
        try session.signal("TERM")
        let exit = try session.exit()
        #expect(exit.status == 143)
        #expect(exit.faults == [])
    }

    @Test func `new sizes without end while it trains`() throws {
        let session = try open(["--layers", "512,512", "--epochs", "200"])
        try session.key(">", ">", ">", ">", "space")
        try session.until(#"epoch \d+/200"#)
        try session.resize(times: Self.isLong ? 10_000 : 300, seed: 1)
        try session.until(#"epoch \d+/200"#)
        try quit(session)
    }

    @Test func `a terminal that reads nothing, and trains meanwhile`() throws {
        let session = try open(columns: 200, rows: 60)
        try session.key(">", ">", ">", ">", "space")
        let work = try session.stall(atLeast: 0.3)
        print("without a reader it grew by \(work.growth / 1_000_000) MB")
        // The epochs of a run are kept, within 256 MB.
        #expect(work.growth < 60_000_000 + 256_000_000)
        try session.until("epoch 20/20")
        try quit(session)
    }

    @Test(arguments: ["TERM", "HUP"])
    func `no signal to end, whether the terminal reads or not`(signal: String) throws {
        let session = try open(columns: 200, rows: 60)
        try session.stall(atLeast: 0.1)
        let time = try ContinuousClock().measure {
            try session.signal(signal)
            let exit = try session.exit(isReading: false)
            #expect(exit.status == (signal == "TERM" ? 143 : 129))
            #expect(exit.faults == [])
        }
        // The time is measured where nothing else runs; here it must end at all.
        if Self.isLong { #expect(time < .seconds(1)) }
    }

    @Test func `ten megabytes pasted at once`() throws {
        let session = try open()
        try session.key("/")
        try session.type("copper")
        try session.paste("oil price rise ", times: 700_000)
        try session.key("ctrl+u")
        try session.type("copper")
        try session.key("enter")
        try session.until(#"“copper”|copper"#)
        #expect(try session.memory.most < 400_000_000)
        try quit(session)
    }

    @Test(arguments: ["1", "2", "3", "4"])
    func `whatever a monkey does in a pane`(pane: String) throws {
        let plain =
            "abcdefghijklmnoprstuvwxzABCDEGHIJKLMNOPQRSTUVWXYZ0123456789/?<>,.+-=[]:;'\"|!#%&(){}*@^_~$\\"
        let named = [
            "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter",
            "esc",
            "space", "backspace", "delete", "insert", "shift+up", "shift+down", "shift+left", "shift+right",
            "ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right", "f1", "f2", "f5", "ctrl+a", "ctrl+d", "ctrl+e",
            "ctrl+f", "ctrl+l", "ctrl+n", "ctrl+p", "ctrl+r", "ctrl+u", "ctrl+w", "alt+b", "alt+f",
            "alt+backspace",
            pane, pane, pane,
        ]
        var left = Self.isLong ? 10_000 : 600
        for seed in 1...20 where left > 0 {
            let session = try open(["--epochs", "50"])
            try session.key(pane)
            left -= try session.monkey(times: left, keys: plain.map(String.init) + named, seed: seed)
            guard left <= 0 else { continue }
            try quit(session)
        }
        #expect(left <= 0)
    }
}

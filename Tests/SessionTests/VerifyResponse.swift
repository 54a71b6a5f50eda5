import Foundation
import Testing

/// The speed of the program's answers, in release mode on the machine at hand; `make verify` runs it.
@Suite(
    .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] != nil, "takes long: run “make verify”"))
struct `VerifyResponse of the dashboard` {
    /// The real newswires where they are, else the sample, which has as many.
    private let data =
        MainJob.realData.map { ["--dataset", "reuters", "--data", $0] } ?? ["--dataset", "sample"]

    private func open(_ arguments: [String] = []) throws -> Session {
        let session = try Session(data + arguments)
        try session.until(#"[▸►>]1000"#)
        return session
    }

    /// Prints and returns the median and what 95 of 100 times stay below, in milliseconds.
    private func report(_ name: String, _ times: [Double]) throws -> (median: Double, most: Double) {
        let sorted = times.sorted()
        try #require(!sorted.isEmpty)
        let median = sorted[sorted.count / 2] * 1000
        let most = sorted[min(sorted.count - 1, sorted.count * 95 / 100)] * 1000
        let figures = [median, most].map { String(format: "%.1f ms", $0) }
        print("\(name), \(sorted.count) keys: median \(figures[0]), 95 % within \(figures[1])")
        return (median, most)
    }

    @Test func `answers within 16 ms while a long run goes on at full speed`() throws {
        let session = try open(["--layers", "512,512", "--epochs", "200"])
        try session.key(">", ">", ">", ">", "space")
        try session.until(#"epoch \d+/200"#)
        let figures = try report(
            "during 512-512-46", session.latency(of: "j", times: 200, changing: "[▸►>]\\d"))
        #expect(figures.median <= 16)
        #expect(figures.most <= 50)
        // The run must have been under way all the while.
        let screen = try session.screen
        #expect(!screen.contains { $0.contains("epoch 200/200") })
    }

    @Test func `neither draws nor works while nothing happens`() throws {
        let session = try open()
        try session.rest()
        let idle = try session.idle(seconds: 5)
        print("idle for 5 s: \(idle.bytes) bytes, \(String(format: "%.1f", idle.cpu / 5 * 100)) % of a core")
        #expect(idle.bytes == 0)
        #expect(idle.cpu < 0.05)
    }

    @Test func `goes to any row within 16 ms`() throws {
        let session = try open()
        var ends: [Double] = []
        var jumps: [Double] = []
        for row in 0..<20 {
            ends += try session.latency(of: "end", times: 1)
            ends += try session.latency(of: "home", times: 1)
            try session.key("i")
            try session.type("\(2000 + 300 * row)")
            jumps += try session.latency(of: "enter", times: 1, changing: "[▸►>]\\d")
        }
        try session.key("home")
        let pages = try session.latency(of: "pagedown", times: 40)
        for (name, times) in [("end and home", ends), ("jump", jumps), ("page", pages)] {
            let figures = try report(name, times)
            #expect(figures.median <= 16)
        }
    }

    @Test func `filters by words within 50 ms a letter`() throws {
        let session = try open()
        var times: [Double] = []
        for word in ["copper", "the", "said", "interest"] {
            try session.key("f", "ctrl+u")
            for letter in word { times += try session.latency(of: "\(letter)", times: 1) }
            times += try session.latency(of: "enter", times: 1)
        }
        let figures = try report("word filter", times)
        #expect(figures.median <= 50)
        #expect(figures.most <= 50)
    }
}

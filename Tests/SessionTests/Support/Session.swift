import Foundation
import Testing

/// The program in a real terminal, for a test: what a person sees and does.
///
/// `driver.py` next to this file plays the terminal and the shell. Every session has a home folder of its
/// own, which goes away with it.
final class Session {
    /// The end of a program.
    struct Exit {
        /// Its status; negative for the signal that ended it, `nil` if its shell was gone before.
        let status: Int?
        /// The parts of the terminal that were not given back.
        let faults: [String]
        /// All that it ever wrote to the terminal.
        let output: String

        /// The sequence that makes xterm and its kin show the other screen.
        static let otherScreen = "\u{1B}[?1049h"

        /// The text that it wrote after it had left the other screen; `nil` if the terminal has none.
        var afterwards: String? {
            output.range(of: "\u{1B}[?1049l", options: .backwards).map { String(output[$0.upperBound...]) }
        }
    }

    /// A failure of the driver, or of what it waits for.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The program: next to the tests in the build's folder, or what `$NNBOARD_EXECUTABLE` names.
    static let executable: String = {
        if let named = ProcessInfo.processInfo.environment["NNBOARD_EXECUTABLE"] { return named }
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "nnboard").path
    }()

    /// The program that shows what the terminal tells, and fails on request; next to the other.
    static let probe = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "Probe").path

    /// A guard against programs that hang, in seconds; no test passes or fails by it on a machine that is merely slow.
    static let guardTime = 600.0

    private let driver = Process()
    private let requests = Pipe()
    private let answers = Pipe()

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - environment: Variables besides `HOME`, `PATH`, `LANG` and `TERM`.
    ///   - columns: The terminal's width.
    ///   - rows: The terminal's height.
    ///   - term: The terminal's type.
    ///   - terminfo: The source of entries for types that may not be installed.
    ///   - program: The path of the program to run.
    ///   - claims: The size that the terminal claims to have, where nobody could look at so large a screen.
    /// - Throws: ``Failure`` if it did not start.
    init(
        _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 120, rows: Int = 40,
        term: String = "xterm-256color", terminfo: String = "", program: String = executable,
        claims: (columns: Int, rows: Int)? = nil
    ) throws {
        driver.executableURL = URL(filePath: "/usr/bin/python3")
        driver.arguments = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "driver.py").path
        ]
        driver.standardInput = requests
        driver.standardOutput = answers
        try driver.run()
        var details: [String: Any] = [
            "program": [program] + arguments, "columns": columns, "rows": rows, "term": term,
            "environment": environment, "terminfo": terminfo,
        ]
        if let claims { details["claims"] = [claims.columns, claims.rows] }
        try ask("start", details)
    }

    deinit {
        // At the end of its input the driver cleans up.
        try? requests.fileHandleForWriting.close()
        driver.waitUntilExit()
    }

    @discardableResult
    private func ask(_ verb: String, _ details: [String: Any] = [:]) throws -> [String: Any] {
        var line = try JSONSerialization.data(withJSONObject: details.merging(["do": verb]) { $1 })
        line.append(0x0A)
        try requests.fileHandleForWriting.write(contentsOf: line)
        var answer = Data()
        repeat {
            // Blocks until there is something; nothing means that the driver has ended.
            let piece = answers.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Failure(description: "driver.py ended: \(verb)") }
            answer.append(piece)
        } while answer.last != 0x0A
        let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any] ?? [:]
        if let error = object["error"] as? String { throw Failure(description: error) }
        return object
    }

    /// Waits until a line of the screen matches, or several do.
    ///
    /// - Parameters:
    ///   - pattern: A regular expression, as Python writes it.
    ///   - count: The number of lines that must match.
    ///   - seconds: The longest time to wait: a guard against a program that hangs, and no measure.
    /// - Throws: ``Failure`` with the screen if they didn't.
    func until(_ pattern: String, count: Int = 1, seconds: Double = guardTime) throws {
        try ask("until", ["pattern": pattern, "count": count, "seconds": seconds])
    }

    /// Waits until no line of the screen matches.
    func gone(_ pattern: String, seconds: Double = guardTime) throws {
        try ask("gone", ["pattern": pattern, "seconds": seconds])
    }

    /// Presses keys, one after the other, by their text forms.
    func key(_ names: String...) throws {
        for name in names { try ask("key", ["name": name]) }
    }

    /// Presses a key and waits until the program has answered it, if only by changing nothing.
    ///
    /// Results of the key may come later: that is waited for by its text, with ``until(_:seconds:)``.
    ///
    /// - Parameter name: The key's text form.
    /// - Returns: The screen then.
    /// - Throws: ``Failure`` where the driver ended.
    @discardableResult
    func press(_ name: String) throws -> [String] {
        try ask("press", ["name": name])["lines"] as? [String] ?? []
    }

    /// Waits until the program has answered all that it was sent: keys, sizes, signals.
    func settle() throws { try ask("settle") }

    /// Waits until nothing but an event can make the program do anything: all that was asked for has come.
    func rest() throws { try ask("idle") }

    /// Types text.
    func type(_ text: String) throws { try ask("type", ["text": text]) }

    /// Pastes text, repeated.
    ///
    /// - Returns: The seconds that the program took to read it.
    @discardableResult
    func paste(_ text: String, times: Int = 1) throws -> Double {
        try ask("paste", ["text": text, "times": times])["seconds"] as? Double ?? .nan
    }

    /// Presses a mouse button over a cell; `wheelUp` and `wheelDown` are buttons, too.
    func mouse(_ column: Int, _ row: Int, button: String = "left") throws {
        try ask("mouse", ["column": column, "row": row, "button": button])
    }

    /// Gives the terminal another size.
    func resize(_ columns: Int, _ rows: Int) throws {
        try ask("resize", ["columns": columns, "rows": rows])
    }

    /// Has the terminal claim a size that nobody could look at, until ``resize(times:seed:)`` gives it its own again.
    func claim(_ columns: Int, _ rows: Int) throws {
        try ask("claim", ["columns": columns, "rows": rows])
    }

    /// Sends the program a signal by its short name, `TERM` for SIGTERM.
    func signal(_ name: String) throws { try ask("signal", ["name": name]) }

    /// Waits until the program has stopped, as for Ctrl-Z.
    ///
    /// - Returns: The parts of the terminal that it had not given back by then.
    func stopped() throws -> [String] { try ask("stopped")["faults"] as? [String] ?? ["no answer"] }

    /// Lets the stopped program continue, as a shell's `fg` does.
    func foreground() throws { try ask("foreground") }

    /// Cuts the terminal's line.
    func hangUp() throws { try ask("hangup") }

    /// Reads nothing, as a terminal on a dead line, until the program has worked so long and then rests.
    ///
    /// - Parameters:
    ///   - least: Seconds of processor time.
    ///   - seconds: The longest time to wait.
    /// - Returns: The seconds of processor time that it took, and the most by which its memory grew, in
    ///   bytes.
    /// - Throws: ``Failure`` where it didn't work so long, or didn't rest.
    @discardableResult
    func stall(atLeast least: Double, seconds: Double = guardTime) throws -> (cpu: Double, growth: Int) {
        let answer = try ask("stall", ["least": least, "seconds": seconds])
        return (answer["cpu"] as? Double ?? .nan, answer["growth"] as? Int ?? .max)
    }

    /// Gives the terminal many sizes from 1x1 to 300x100, each as soon as the program draws for the one before, and at
    /// last the size that it had.
    func resize(times: Int, seed: Int) throws { try ask("resizes", ["times": times, "seed": seed]) }

    /// Presses keys and mouse buttons, pastes and resizes at random.
    ///
    /// - Parameters:
    ///   - times: The number of things to do.
    ///   - keys: The keys to choose from.
    ///   - seed: The seed of the choice.
    /// - Returns: The number of things done before the program was quit in order.
    /// - Throws: ``Failure`` where the program ended otherwise, or stopped reading.
    func monkey(times: Int, keys: [String], seed: Int) throws -> Int {
        try ask("monkey", ["times": times, "keys": keys, "seed": seed])["done"] as? Int ?? times
    }

    /// The memory that the program takes, in bytes, and the most that it has taken.
    var memory: (now: Int, most: Int) {
        get throws {
            let answer = try ask("memory")
            return (answer["now"] as? Int ?? .max, answer["most"] as? Int ?? .max)
        }
    }

    /// The screen once all keys are answered, without the spaces at the lines' ends.
    var screen: [String] {
        get throws { try ask("screen")["lines"] as? [String] ?? [] }
    }

    /// The program's bytes and processor time while nothing happens, after all keys are answered.
    ///
    /// - Parameter seconds: The time to look on.
    /// - Returns: The bytes that it drew, and the seconds of processor time that it took.
    /// - Throws: ``Failure`` if the driver ended.
    func idle(seconds: Double) throws -> (bytes: Int, cpu: Double) {
        try settle()
        let answer = try ask("watch", ["seconds": seconds])
        return (answer["bytes"] as? Int ?? -1, answer["cpu"] as? Double ?? .nan)
    }

    /// The times from a key to its answer, in seconds, in ascending order.
    ///
    /// - Parameters:
    ///   - key: The key's text form.
    ///   - times: The number of presses.
    ///   - pattern: The lines that the answer changes; without it, the answer is the first byte drawn.
    /// - Returns: One time a press.
    /// - Throws: ``Failure`` where a press was not answered.
    func latency(of key: String, times: Int, changing pattern: String? = nil) throws -> [Double] {
        var details: [String: Any] = ["name": key, "times": times]
        if let pattern { details["pattern"] = pattern }
        return (try ask("latency", details)["times"] as? [Double] ?? []).sorted()
    }

    /// Waits for the program's end.
    ///
    /// - Parameters:
    ///   - seconds: The longest time to wait.
    ///   - isReading: `true` if the terminal takes what the program writes until then.
    /// - Returns: The end of the program.
    /// - Throws: ``Failure`` if it didn't.
    func exit(seconds: Double = guardTime, isReading: Bool = true) throws -> Exit {
        let answer = try ask("exit", ["seconds": seconds, "reading": isReading])
        return Exit(
            status: answer["status"] as? Int, faults: answer["faults"] as? [String] ?? ["no answer"],
            output: answer["output"] as? String ?? "")
    }
}

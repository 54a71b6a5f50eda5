import Foundation
import Testing

/// The program in a real terminal, for a test: what a person sees and does.
///
/// `driver.py` beside this file plays the terminal and the shell. Every session has a home folder of its own, which
/// goes away with it.
final class Session {
    /// How a program ended.
    struct Exit {
        /// Its status; negative for the signal that ended it, `nil` if its shell was gone before.
        let status: Int?
        /// What of the terminal was not given back.
        let faults: [String]
        /// All that it ever wrote to the terminal.
        let output: String

        /// The sequence that makes xterm and its kin show the other screen.
        static let otherScreen = "\u{1B}[?1049h"

        /// What it wrote after it had left the other screen; `nil` where the terminal has none.
        var afterwards: String? {
            output.range(of: "\u{1B}[?1049l", options: .backwards).map { String(output[$0.upperBound...]) }
        }
    }

    /// What the driver could not do.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The program: beside the tests in the build's folder, or what `$NNBOARD_EXECUTABLE` names.
    static let executable: String = {
        if let named = ProcessInfo.processInfo.environment["NNBOARD_EXECUTABLE"] { return named }
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "nnboard").path
    }()

    private let driver = Process()
    private let requests = Pipe()
    private let answers = Pipe()

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - environment: Variables beside `HOME`, `PATH`, `LANG` and `TERM`.
    ///   - columns: The terminal's width.
    ///   - rows: The terminal's height.
    ///   - term: The terminal's type.
    /// - Throws: ``Failure`` if it did not start.
    init(
        _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 120, rows: Int = 40,
        term: String = "xterm-256color"
    ) throws {
        driver.executableURL = URL(filePath: "/usr/bin/python3")
        driver.arguments = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "driver.py").path
        ]
        driver.standardInput = requests
        driver.standardOutput = answers
        try driver.run()
        try ask(
            "start",
            [
                "program": [Self.executable] + arguments, "columns": columns, "rows": rows, "term": term,
                "environment": environment,
            ])
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

    /// Waits until a line of the screen matches.
    ///
    /// - Parameters:
    ///   - pattern: A regular expression, as Python writes it.
    ///   - seconds: How long at most.
    /// - Throws: ``Failure`` with the screen if none did.
    func until(_ pattern: String, seconds: Double = 30) throws {
        try ask("until", ["pattern": pattern, "seconds": seconds])
    }

    /// Waits until no line of the screen matches.
    func gone(_ pattern: String, seconds: Double = 30) throws {
        try ask("gone", ["pattern": pattern, "seconds": seconds])
    }

    /// Presses keys, one after the other, by their text forms.
    func key(_ names: String...) throws {
        for name in names { try ask("key", ["name": name]) }
    }

    /// Presses a key and waits for the answer.
    ///
    /// - Parameters:
    ///   - name: The key's text form.
    ///   - patience: How many seconds to wait before one believes that nothing changes.
    /// - Returns: The screen then.
    /// - Throws: ``Failure`` where the program is gone.
    @discardableResult
    func press(_ name: String, patience: Double = 1) throws -> [String] {
        try ask("press", ["name": name, "patience": patience])["lines"] as? [String] ?? []
    }

    /// Types text.
    func type(_ text: String) throws { try ask("type", ["text": text]) }

    /// Pastes text.
    func paste(_ text: String) throws { try ask("paste", ["text": text]) }

    /// Presses a mouse button over a cell; `wheelUp` and `wheelDown` are buttons, too.
    func mouse(_ column: Int, _ row: Int, button: String = "left") throws {
        try ask("mouse", ["column": column, "row": row, "button": button])
    }

    /// Gives the terminal another size.
    func resize(_ columns: Int, _ rows: Int) throws {
        try ask("resize", ["columns": columns, "rows": rows])
    }

    /// Sends the program a signal by its short name, `TERM` for SIGTERM.
    func signal(_ name: String) throws { try ask("signal", ["name": name]) }

    /// Waits until the program has stopped, as for Ctrl-Z.
    ///
    /// - Returns: What of the terminal it had not given back by then.
    func stopped() throws -> [String] { try ask("stopped")["faults"] as? [String] ?? ["no answer"] }

    /// Lets the stopped program go on, as a shell's `fg` does.
    func foreground() throws { try ask("foreground") }

    /// Cuts the terminal's line.
    func hangUp() throws { try ask("hangup") }

    /// Reads nothing more, as a terminal on a dead line, and sends a signal once the program hangs in a write.
    ///
    /// Returns when the program has ended.
    func stall(signal name: String) throws { try ask("stall", ["signal": name]) }

    /// What the screen shows, without the spaces at the lines' ends.
    var screen: [String] {
        get throws { try ask("screen")["lines"] as? [String] ?? [] }
    }

    /// What the program does while nothing happens, after it has settled.
    ///
    /// - Parameter seconds: How long to look on.
    /// - Returns: The bytes that it drew, and the seconds of processor time that it took.
    /// - Throws: ``Failure`` if the driver ended.
    func idle(seconds: Double) throws -> (bytes: Int, cpu: Double) {
        let answer = try ask("idle", ["seconds": seconds])
        return (answer["bytes"] as? Int ?? -1, answer["cpu"] as? Double ?? .nan)
    }

    /// The times from a key to its answer, in seconds, in ascending order.
    ///
    /// - Parameters:
    ///   - key: The key's text form.
    ///   - times: How often to press it.
    ///   - pattern: The lines that the answer changes; without it, the answer is the first byte drawn.
    /// - Returns: One time a press.
    /// - Throws: ``Failure`` where a press was not answered.
    func latency(of key: String, times: Int, changing pattern: String? = nil) throws -> [Double] {
        var details: [String: Any] = ["name": key, "times": times]
        if let pattern { details["pattern"] = pattern }
        return (try ask("latency", details)["times"] as? [Double] ?? []).sorted()
    }

    /// Waits for the program's end.
    func exit(seconds: Double = 30) throws -> Exit {
        let answer = try ask("exit", ["seconds": seconds])
        return Exit(
            status: answer["status"] as? Int, faults: answer["faults"] as? [String] ?? ["no answer"],
            output: answer["output"] as? String ?? "")
    }
}

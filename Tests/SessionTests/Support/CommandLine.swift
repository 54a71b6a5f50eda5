import Foundation

/// The program without a terminal: what comes of a command line.
struct CommandLine {
    /// Its exit status.
    let status: Int32
    /// The text on its standard output.
    let output: String
    /// The text on its standard error.
    let errors: String

    /// The lines on standard error.
    var complaints: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// Runs the program to its end, in a home folder of its own, which goes away afterwards.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - input: The text on its standard input.
    ///   - environment: Variables besides `HOME`, `PATH` and `LANG`.
    ///   - meanwhile: The work to do while it runs, with its home folder; gets the running program.
    /// - Throws: An error if it can't be started, and that of `meanwhile`.
    init(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        meanwhile: (Process, URL) throws -> Void = { _, _ in }
    ) throws {
        let files = FileManager.default
        let home = files.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try files.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: home) }
        // Files, unlike pipes, take however much in whatever order.
        let (output, errors) = (home.appending(path: ".output"), home.appending(path: ".errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let script = home.appending(path: ".input")
        try Data(input.utf8).write(to: script)
        let process = Process()
        process.executableURL = URL(filePath: Session.executable)
        process.arguments = arguments
        process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
            .merging(environment) { $1 }
        process.currentDirectoryURL = home
        process.standardInput = try FileHandle(forReadingFrom: script)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        try meanwhile(process, home)
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    }
}

import Foundation

/// The outcome of a line that somebody types to a shell, at the top of the checkout.
struct Shell {
    /// Its exit status.
    let status: Int32
    /// All that it printed, errors too.
    let output: String

    /// The lines that it printed.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs a script to its end.
    ///
    /// - Parameters:
    ///   - script: The line to type; it ends with the first command that fails. `$NNBOARD` is the program.
    ///   - folder: Becomes `$FOLDER` and the home folder.
    /// - Throws: An error if the shell can't be started.
    init(_ script: String, in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.environment = [
            "HOME": folder.path, "FOLDER": folder.path, "NNBOARD": Session.executable, "LANG": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        ]
        process.currentDirectoryURL =
            URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// Tells whether a program of that name is installed.
    static func has(_ program: String) -> Bool {
        ["/usr/local/bin/", "/usr/bin/", "/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + program)
        }
    }

    /// Does something in a folder that goes away afterwards.
    ///
    /// - Parameter body: The work to do there.
    /// - Returns: The result of `body`.
    /// - Throws: The error of `body`.
    static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}

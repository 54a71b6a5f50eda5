import Datasets
import Foundation
import Testing

@testable import Training

/// Runs Python scripts with Keras, where there is one: `$NNBOARD_PYTHON`, or what `make verify` has installed.
enum KerasScripts {
    static let hint = "needs a Python with Keras 3: “make verify” installs one in .build/keras where it can"

    static let python: String? = {
        let package = URL(filePath: #filePath).appending(path: "../../../../..").standardizedFileURL
        let own = ProcessInfo.processInfo.environment["NNBOARD_PYTHON"]
        let folders = [".build/keras/bin/python", ".build/peers/venv/bin/python"]
        return ([own].compactMap(\.self) + folders.map { package.appending(path: $0).path }).first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    /// Runs a script in a folder to its end.
    ///
    /// - Parameters:
    ///   - script: Python.
    ///   - folder: The folder to run it in; Keras looks for its files in `datasets` there.
    /// - Returns: Its output, errors too, and whether it ended well.
    /// - Throws: An error if it can't be run.
    static func run(_ script: String, in folder: String) throws -> (output: String, isFine: Bool) {
        let file = folder + "/script.py"
        try script.write(toFile: file, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: try #require(python))
        process.arguments = ["-W", "error::SyntaxWarning", file]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = [
            "HOME": folder, "KERAS_HOME": folder, "PATH": "/usr/bin:/bin", "TF_CPP_MIN_LOG_LEVEL": "3",
            "CUDA_VISIBLE_DEVICES": "", "KERAS_BACKEND": "tensorflow",
        ]
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (output, process.terminationStatus == 0)
    }
}

import Foundation
import KeptNetwork
import Testing

@testable import Training

/// A program of its own that trains and keeps its epochs, until it is killed.
struct KeeperProgram {
    /// The program, next to the tests in the build's folder.
    private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "Keeper")

    /// Its training, and the weights that it should have after each epoch.
    static func training(epochs: Int) throws -> KeptTraining {
        let (fit, dataset) = try KeptNetwork.training(epochs: epochs)
        return try KeptTraining(fit, dataset)
    }

    /// The folder of its runs, which goes away with this value.
    var runs: String { folder.path + "/runs" }
    /// The number of epochs that it had told of when it ended.
    let told: Int
    /// Tells whether it was about to throw its run away when it ended.
    let hasBegunToForget: Bool
    /// Tells whether it came to its own end.
    let isDone: Bool
    private let folder: OwnFolder

    /// Lets it train.
    ///
    /// - Parameters:
    ///   - epochs: The number of epochs to train.
    ///   - change: The change of its disk before which it is killed; never by default.
    ///   - forgets: `true` if it throws its run away in the end.
    ///   - meanwhile: Is called once it runs, with it, and what gives the number of epochs it has told of.
    /// - Throws: An error if it can't be started.
    init(
        epochs: Int, killedAt change: Int = 0, forgets: Bool = false,
        meanwhile: (Process, () -> Int) -> Void = { _, _ in }
    ) throws {
        let folder = try OwnFolder()
        let output = URL(filePath: folder.path + "/output")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = [folder.path + "/runs", "\(epochs)"] + (forgets ? ["forget"] : [])
        process.environment = ["FAULTY_DISK": folder.path + "/runs", "FAULTY_DISK_KILL": "\(change)"]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardInput = FileHandle.nullDevice
        func lines() -> [Substring] {
            let text = String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self)
            // The last one may not be whole.
            return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        }
        try process.run()
        meanwhile(process) { lines().compactMap { Int($0) }.last ?? 0 }
        process.waitUntilExit()
        self.folder = folder
        told = lines().compactMap { Int($0) }.last ?? 0
        hasBegunToForget = lines().contains("forgets")
        isDone = lines().last == "done"
    }
}

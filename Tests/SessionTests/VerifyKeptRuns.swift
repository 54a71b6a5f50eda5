import Foundation
import Testing

/// The dashboard itself on a disk that fills up, stops, or with a program that is killed; `make verify` runs it.
@Suite(
    .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] != nil, "takes long: run “make verify”"))
final class `VerifyKept runs` {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "nnboard-\(UUID().uuidString)")
    private var library: String { folder.path + "/libfaultydisk.so" }

    /// Builds the faulty disk as a library that is loaded before the program.
    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let built = try Shell(
            """
            compiler=$(command -v clang || command -v cc || command -v gcc)
            "$compiler" -D_GNU_SOURCE -shared -fPIC -I Tests/CFaultyDisk/include -o "$FOLDER/libfaultydisk.so" \
                Tests/CFaultyDisk/*.c -ldl
            """, in: folder)
        try #require(built.status == 0, "\(built.output)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Opens the dashboard, with the faults that variables name, and without any where none does.
    private func open(_ faults: [String: String] = [:]) throws -> Session {
        var environment = ["XDG_STATE_HOME": folder.path]
        if !faults.isEmpty {
            environment["LD_PRELOAD"] = library
            environment["FAULTY_DISK"] = folder.path + "/nnboard/runs"
        }
        let session = try Session(
            ["--dataset", "moons", "--epochs", "40"], environment: environment.merging(faults) { $1 })
        try session.until("200 train")
        return session
    }

    private func train(_ session: Session) throws { try session.key(">", ">", ">", ">", "space") }

    /// From a change on by which the first epoch is kept.
    @Test(arguments: [70, 95, 125, 160, 222, 301])
    func `are offered again after the program was killed`(change: Int) throws {
        let session = try open(["FAULTY_DISK_KILL": "\(change)"])
        try train(session)
        #expect(try session.exit().status == -9)
        let next = try open()
        try next.until(#"A run was cut off after \d+ epoch"#)
        try next.type(":reopen")
        try next.key("enter")
        try next.until("test: loss")
        try next.key("q")
        #expect(try next.exit().status == 0)
    }

    @Test(arguments: [1, 5, 30, 90])
    func `come to their end on a full disk, which is told`(change: Int) throws {
        let session = try open(["FAULTY_DISK_FAIL": "\(change)"])
        try train(session)
        // A long path may break the line within the sentence.
        try session.until("No space|left on device")
        // The message may lie over the result.
        try session.until("trained 40 epochs")
        try session.key("q")
        #expect(try session.exit().status == 0)
    }

    @Test func `come to their end while the disk stands still`() throws {
        let session = try open(["FAULTY_DISK_HOLD": "1"])
        try train(session)
        try session.until("test: loss")
        try session.key("q")
        #expect(try session.exit().status == 0)
    }
}

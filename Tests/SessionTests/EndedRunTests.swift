import Foundation
import Testing

/// Runs that had ended when the program was ended from outside.
@Suite(.programs) struct `A run that has ended` {
    @Test(arguments: [("HUP", 129), ("TERM", 143), ("KILL", -9)])
    func `is brought back after a signal`(name: String, status: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func open() throws -> Session {
            let session = try Session(
                ["--dataset", "moons", "--epochs", "3"], environment: ["XDG_STATE_HOME": folder.path])
            try session.until("200 train")
            return session
        }
        let runs = folder.path + "/nnboard/runs"
        func isNoted() throws -> Bool {
            try FileManager.default.contentsOfDirectory(atPath: runs).contains {
                FileManager.default.fileExists(atPath: "\(runs)/\($0)/ended.txt")
            }
        }
        let session = try open()
        try session.key(">", ">", ">", ">", "space")
        try session.until("trained 3 epochs")
        // Nothing waits for the files of the last epoch where the program is killed.
        if name == "KILL" { while try !isNoted() { sched_yield() } }
        try session.signal(name)
        #expect(try session.exit().status == status)
        let next = try open()
        try next.until("A run had ended after 3 epochs when")
        try next.type(":reopen")
        try next.key("enter")
        try next.until("trained 3 epochs")
        try next.key("q")
        #expect(try next.exit().status == 0)
        // Who quits keeps none.
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs) == [])
    }
}

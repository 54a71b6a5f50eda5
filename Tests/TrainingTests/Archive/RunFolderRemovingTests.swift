import Foundation
import Testing

@testable import Training

/// The locks of run folders, and their removal.
extension `A run folder` {
    // MARK: Locks

    @Test func `is taken although another program only looks at it`() throws {
        try leave()
        let looking = open(run + "/lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(looking, LOCK_SH | LOCK_NB) == 0)
        let hasBegun = DispatchSemaphore(value: 0)
        let (taken, others) = (DispatchGroup(), DispatchGroup())
        for group in [taken, others] { group.enter() }
        Thread.detachNewThread { [run] in
            hasBegun.signal()
            if case .folder = RunFolder.taking(run) { taken.leave() }
            others.leave()
        }
        hasBegun.wait()
        close(looking)
        others.wait()
        #expect(taken.wait(timeout: .now()) == .success)
    }

    @Test(arguments: [false, true])
    func `that is removed while it is locked is not taken, also where its name is given again`(isNew: Bool)
        throws
    {
        try leave()
        let looking = open(run + "/lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(looking, LOCK_SH | LOCK_NB) == 0)
        let (taken, others) = (DispatchGroup(), DispatchGroup())
        for group in [taken, others] { group.enter() }
        Thread.detachNewThread { [run] in
            if case .isTaken = RunFolder.lock(run) { taken.leave() }
            others.leave()
        }
        // The other one has opened the file, and waits for who looks at it.
        let lock = URL(filePath: run).resolvingSymlinksInPath().path + "/lock"
        func isOpen() throws -> Bool {
            let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            return names.count {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)) == lock
            } > 1
        }
        while try !isOpen() { sched_yield() }
        try FileManager.default.removeItem(atPath: run)
        if isNew { try leave() }
        close(looking)
        others.wait()
        #expect(taken.wait(timeout: .now()) == .success)
        guard isNew else { return }
        // Another one may have it.
        guard case .folder = RunFolder.taking(run) else {
            Issue.record("The new folder can't be taken.")
            return
        }
    }

    // MARK: Removing

    @Test func `that was left alone is removed where a person asks for it, but not while a program has it`()
        throws
    {
        try leave()
        try damage("no state")
        var folder: RunFolder?
        if case .folder(let taken) = RunFolder.taking(run) { folder = taken }
        #expect(folder != nil)
        #expect(RunFolder.remove(leftAlone: [run]) == ["\(run) stays, since another program has it."])
        #expect(try files.contains("weights-4-0.safetensors"))
        folder = nil
        #expect(RunFolder.remove(leftAlone: [run]) == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs) == [])
    }

    @Test func `whose removal was cut off is removed by the next start, which says nothing of it`() throws {
        try leave()
        try damage("no line")
        // Another one of that number was on its way out.
        for name in ["removed-run-1-0", "removed-run-1-0-1"] {
            try FileManager.default.copyItem(atPath: run, toPath: runs + "/" + name)
        }
        #expect(RunFolder.remove(leftAlone: [run]) == [])
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable == [] && found.removed == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs) == [])
    }

    @Test(.faultyDisk) func `that can't be renamed is removed as it is`() throws {
        let disk = try FaultyDisk()
        let archive = RunArchive(training.fit, folder: try RunFolder(training.fit, in: disk.path + "/runs"))
        try archive.train(on: training.dataset)
        archive.finishWriting()
        disk.fail(at: disk.changes + 1, EIO, forGood: false)
        archive.forget()
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path + "/runs") == [])
    }

    /// Leaves a run of four epochs on a disk that is about to fail.
    private func leave(on disk: FaultyDisk) throws -> String {
        try leave()
        let path = disk.path + "/runs/run-1-0"
        try FileManager.default.createDirectory(
            atPath: disk.path + "/runs", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: run, toPath: path)
        return path
    }

    @Test(.faultyDisk, arguments: [EMFILE, ENFILE, ENOLCK, EIO])
    func `that can't be locked at present stays, since another program may have it`(error: Int32) throws {
        let disk = try FaultyDisk()
        let path = try leave(on: disk)
        let words =
            "\(path) can't be locked: \(String.systemError(error)). It stays, since another program may have it. "
            + "Try again later."
        disk.fail(at: disk.changes + 1, error, forGood: false)
        let found = RunFolder.cutOff(in: disk.path + "/runs")
        #expect(found.runs.isEmpty && found.unreadable == [words] && found.leftAlone == [])
        disk.fail(at: disk.changes + 1, error, forGood: false)
        #expect(RunFolder.remove(leftAlone: [path]) == [words])
        disk.recover()
        #expect(RunFolder.cutOff(in: disk.path + "/runs").runs.count == 1)
    }

    @Test(.faultyDisk) func `that can't be locked by its rights is offered for removal, and removed`() throws
    {
        let disk = try FaultyDisk()
        let path = try leave(on: disk)
        disk.fail(at: disk.changes + 1, EACCES, forGood: false)
        #expect(RunFolder.cutOff(in: disk.path + "/runs").leftAlone == [path])
        disk.fail(at: disk.changes + 1, EACCES, forGood: false)
        #expect(RunFolder.remove(leftAlone: [path]) == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path + "/runs") == [])
    }

    @Test(
        .faultyDisk, .enabled(if: geteuid() == 0, "only the administrator can give files to somebody else"),
        arguments: ["lock", "folder"])
    func `whose lock is another user's stays, since a program of theirs may have it`(owned: String) throws {
        let disk = try FaultyDisk()
        let path = try leave(on: disk)
        let words =
            "\(path) can't be locked: Permission denied. It stays, since another user's program may have it. "
            + "Remove it as that user where none does."
        #expect(chown(owned == "lock" ? path + "/lock" : path, 1, 1) == 0)
        // Without its lock, the owner of the folder decides.
        if owned == "folder" {
            try FileManager.default.removeItem(atPath: path + "/lock")
            #expect(symlink("lock", path + "/lock") == 0)
        }
        disk.fail(at: disk.changes + 1, EACCES, forGood: false)
        let found = RunFolder.cutOff(in: disk.path + "/runs")
        #expect(found.runs.isEmpty && found.unreadable == [words] && found.leftAlone == [])
        disk.fail(at: disk.changes + 1, EACCES, forGood: false)
        #expect(RunFolder.remove(leftAlone: [path]) == [words])
        #expect(FileManager.default.fileExists(atPath: path + "/weights-4-0.safetensors"))
    }

    /// The sentence about what is left of a folder that can't be removed.
    private var rest: String {
        "\(runs)/removed-run-1-0 can't be removed. Check its rights, or remove it by hand."
    }

    private func expectNamed(untilMended mend: (_ folder: String) throws -> Void) throws {
        #expect(RunFolder.remove(leftAlone: [run]) == [rest])
        var found = RunFolder.cutOff(in: runs)
        #expect(found.unreadable == [rest] && found.leftAlone == [])
        try mend(runs + "/removed-run-1-0")
        found = RunFolder.cutOff(in: runs)
        #expect(found.unreadable == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs) == [])
    }

    @Test func `whose files can't be removed is named, also by each start until it is gone`() throws {
        try leave()
        try own.makeFolder("runs/run-1-0/weights-0-0.safetensors.part/notes")
        try expectNamed { folder in
            try FileManager.default.removeItem(atPath: folder + "/weights-0-0.safetensors.part/notes")
        }
    }

    @Test(.disabled(if: geteuid() == 0, "nothing is refused to root"), arguments: [0o000, 0o500])
    func `whose rights keep it from being removed is named until they are others`(rights: mode_t) throws {
        try leave()
        #expect(chmod(run, rights) == 0)
        try expectNamed { folder in #expect(chmod(folder, 0o700) == 0) }
    }

    @Test func `without an epoch that can't be removed is not called removed`() throws {
        try leave()
        for name in try files where name == "epochs.jsonl" || name.hasPrefix("weights") {
            try FileManager.default.removeItem(atPath: run + "/" + name)
        }
        try own.makeFolder("runs/run-1-0/weights-0-0.safetensors.part/notes")
        let found = RunFolder.cutOff(in: runs)
        #expect(found.removed == 0 && found.unreadable == [rest])
    }
}

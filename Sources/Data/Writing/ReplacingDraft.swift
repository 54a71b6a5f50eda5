import Glibc

/// A file that is written under another name and renamed, so that one of its name is whole at every moment.
///
/// Other hard links keep the earlier bytes: copies made of links (`cp -l`, snapshots of backups) count on that.
final class ReplacingDraft: FileDraft {
    let target: FileTarget
    private let bytes: [UInt8]
    private let isSafe: Bool
    private let keepsEarlier: Bool
    private let calls: FileCalls
    private var file: PartialFile
    /// The second name of the earlier file, for as long as it may have to come back.
    private var earlier: PathBytes?
    private var isCommitted = false
    /// Takes the last step where the folder turns out to take no other file.
    private var straight: StraightDraft?

    /// Writes all bytes under another name.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - target: A regular file, or none.
    ///   - isSafe: Whether to wait for the disk.
    ///   - keepsEarlier: Whether the last step may have to be taken back.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``.
    init(
        _ bytes: [UInt8], to target: FileTarget, safely isSafe: Bool, keepsEarlier: Bool, calls: FileCalls
    ) throws(WritingError) {
        (self.target, self.bytes, self.isSafe, self.calls) = (target, bytes, isSafe, calls)
        self.keepsEarlier = keepsEarlier
        var file = try PartialFile(for: target, calls: calls)
        try file.write(bytes)
        try file.complete(safely: isSafe)
        // A name may be what the disk has no room for.
        if keepsEarlier { try file.takeTemporaryName() }
        self.file = file
    }

    func commit() throws(WritingError) {
        do throws(WritingError) {
            if keepsEarlier, target.way != .make { try keepEarlier() }
            try file.takeName()
            isCommitted = true
        } catch {
            restoreName()
            guard target.way != .make, error.isOfFolder, earlier == nil else { throw error }
            let straight = try StraightDraft(
                bytes, to: target, way: .rewrite, safely: isSafe, calls: calls)
            try straight.commit()
            self.straight = straight
        }
    }

    func rollBack() -> PathBytes? {
        if let straight { return straight.rollBack() }
        guard isCommitted else { return nil }
        guard earlier != nil else {
            if target.way == .make { _ = target.path.withCString(calls.unlink) }
            return nil
        }
        restoreName()
        return earlier
    }

    func finish() throws(WritingError) {
        if let straight { return try straight.finish() }
        removeEarlier()
        if isSafe { try PartialFile.syncFolder(of: target, calls) }
    }

    /// Gives the earlier file a second name, or another one where the file system has no links.
    private func keepEarlier() throws(WritingError) {
        let path = PartialFile.temporaryPath(beside: target.path, suffix: ".before")
        func move(_ call: @Sendable (FileCalls.Path, FileCalls.Path) -> Int32) -> Bool {
            target.path.withCString { old in path.withCString { call(old, $0) } } == 0
        }
        guard move(calls.link) || move(calls.rename) else { throw WritingError(target.name, errno) }
        earlier = path
    }

    /// Gives the earlier file its name back.
    private func restoreName() {
        guard let path = earlier,
            path.withCString({ old in target.path.withCString { calls.rename(old, $0) } }) == 0
        else { return }
        // Renaming a file over its own second name leaves both.
        _ = path.withCString(calls.unlink)
        earlier = nil
    }

    private func removeEarlier() {
        if let path = earlier { _ = path.withCString(calls.unlink) }
        earlier = nil
    }
}

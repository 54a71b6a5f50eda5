import Glibc

/// A file that is written under another name and renamed, so that one of its name is whole at every moment.
///
/// Other hard links keep the earlier bytes: copies made of links (`cp -l`, snapshots of backups) count on that.
final class ReplacingDraft: FileDraft {
    let place: FilePlace
    private let bytes: [UInt8]
    private let options: FileWriter.Options
    private let keepsEarlier: Bool
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
    ///   - place: The place of a regular file, or of none.
    ///   - options: The way in which it is written.
    ///   - keepsEarlier: `true` if the last step may have to be taken back.
    /// - Throws: ``WritingError``.
    init(
        _ bytes: [UInt8], to place: FilePlace, _ options: FileWriter.Options, keepsEarlier: Bool
    ) throws(WritingError) {
        (self.place, self.bytes, self.options) = (place, bytes, options)
        self.keepsEarlier = keepsEarlier
        var file = try PartialFile(for: place, calls: options.calls)
        try file.write(bytes)
        try file.complete(safely: options.isSafe)
        // A name may be what the disk has no room for.
        if keepsEarlier { try file.takeTemporaryName() }
        self.file = file
    }

    func commit() throws(WritingError) {
        do throws(WritingError) {
            if keepsEarlier { try keepEarlier() }
            try file.takeName(replacing: options.replaceable)
            isCommitted = true
        } catch {
            restoreName()
            guard place.file != nil, error.isOfFolder, earlier == nil else { throw error }
            let straight = try StraightDraft(bytes, to: place, options)
            self.straight = straight
            try straight.commit()
        }
    }

    func rollBack() -> EarlierFile? {
        if let straight { return straight.rollBack() }
        if earlier != nil {
            restoreName()
        } else if isCommitted, isInPlace {
            _ = place.path.withCString(options.calls.unlink)
        }
        return earlier.map { .kept(as: $0, of: place.name) }
    }

    func finish() throws(WritingError) {
        if let straight { return try straight.finish() }
        removeEarlier()
        if options.isSafe { try PartialFile.syncFolder(of: place, options.calls) }
    }

    /// Tells whether the name is still that of this file, and not of one that somebody put there meanwhile.
    private var isInPlace: Bool {
        guard let there = FoundFile(at: place.path), let own = FoundFile(open: file.descriptor) else {
            return false
        }
        return there.isSame(as: own)
    }

    /// Gives the earlier file a second name, or another one where the file system has no links.
    private func keepEarlier() throws(WritingError) {
        guard let there = FoundFile(at: place.path) else { return }
        if options.replaceable == .found, place.file?.isSame(as: there) != true {
            throw .appeared(at: place.name)
        }
        let path = PartialFile.earlierPath(beside: place.path)
        func move(_ call: @Sendable (FileCalls.Path, FileCalls.Path) -> Int32) -> Bool {
            place.path.withCString { old in path.withCString { call(old, $0) } } == 0
        }
        guard move(options.calls.link) || move(options.calls.rename) else {
            throw WritingError(place.name, errno)
        }
        earlier = path
    }

    /// Gives the earlier file its name back, unless the name is that of a third one by now.
    private func restoreName() {
        guard let path = earlier else { return }
        if let there = FoundFile(at: place.path) {
            if FoundFile(at: path)?.isSame(as: there) == true { return removeEarlier() }
            guard isInPlace else { return }
        }
        guard path.withCString({ old in place.path.withCString { options.calls.rename(old, $0) } }) == 0
        else { return }
        earlier = nil
    }

    private func removeEarlier() {
        if let path = earlier { _ = path.withCString(options.calls.unlink) }
        earlier = nil
    }
}

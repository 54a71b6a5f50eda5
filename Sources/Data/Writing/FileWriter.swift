import Glibc

/// The one way in which the program writes files that are of use only when they are whole.
///
/// A regular file is written under another name, flushed and renamed; a pipe or a device takes the bytes as
/// they come. A file in a folder that takes no other one, as a file that is mounted on its own, is rewritten
/// where it stands, after the disk has promised the room. A name that was free when it was looked up is taken
/// by a link, which never replaces a file that came meanwhile.
package enum FileWriter {
    /// The way in which files are written.
    package struct Options: Sendable {
        /// The files in whose place another one may come.
        package var replaceable: Replaceable
        /// Tells whether to wait until they are on the disk.
        package var isSafe: Bool
        /// The system, or what fails in its place.
        package var calls: FileCalls

        /// Chooses options.
        package init(
            replacing replaceable: Replaceable = .found, safely isSafe: Bool = true,
            calls: FileCalls = .system
        ) {
            (self.replaceable, self.isSafe, self.calls) = (replaceable, isSafe, calls)
        }
    }

    /// Writes one of the program's own files, whatever is in its place.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - name: The path of the file.
    ///   - isSafe: `true` to wait until it is on the disk.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``, as ``write(_:_:)`` does.
    package static func write(
        _ bytes: [UInt8], to name: String, safely isSafe: Bool = true, calls: FileCalls = .system
    ) throws(WritingError) {
        try write(
            [(bytes, FilePlace(name))], Options(replacing: .anything, safely: isSafe, calls: calls))
    }

    /// Writes several files that belong together: all of them, or none.
    ///
    /// All are complete on the disk before the first takes its name, and a name that can't be taken gives the others
    /// back. The end of the program between two names can't be undone: a reader has to compare the files.
    ///
    /// - Parameters:
    ///   - files: All bytes of each, and where they go.
    ///   - options: The way in which they are written.
    /// - Throws: ``WritingError``. What was there before is still there, or the error says where it is; only where all
    ///   files have their names and a last flush fails, they stay, and the error says so.
    package static func write(
        _ files: [(bytes: [UInt8], place: FilePlace)], _ options: Options = Options()
    ) throws(WritingError) {
        var places: Set<PathBytes> = []
        for file in files where !places.insert(file.place.path).inserted {
            throw WritingError(file.place.name, "another one of the files leads to the same place")
        }
        var drafts: [any FileDraft] = []
        // Bytes that a pipe has taken can't be taken back, so they come before the names.
        for file in files.filter(\.place.isStream) + files.filter({ !$0.place.isStream }) {
            drafts.append(try draft(file.bytes, file.place, options, isAlone: files.count == 1))
        }
        for (number, draft) in drafts.enumerated() {
            do throws(WritingError) {
                try draft.commit()
            } catch {
                let left = drafts[...number].reversed().compactMap { $0.rollBack() }
                throw left.reduce(error) { $0.adding($1.remark) }
            }
        }
        var problem: WritingError?
        for draft in drafts {
            do throws(WritingError) { try draft.finish() } catch { problem = problem ?? error }
        }
        if let problem {
            throw problem.adding("; the new file is in place, but a power cut may take it away")
        }
    }

    private static func draft(
        _ bytes: [UInt8], _ place: FilePlace, _ options: Options, isAlone: Bool
    ) throws(WritingError) -> any FileDraft {
        switch FileWay(to: place) {
        case .stream, .rewrite: return try StraightDraft(bytes, to: place, options)
        case .make, .replace:
            do throws(WritingError) {
                return try ReplacingDraft(bytes, to: place, options, keepsEarlier: !isAlone)
            } catch {
                guard place.file != nil, error.isOfFolder else { throw error }
                return try StraightDraft(bytes, to: place, options)
            }
        }
    }
}

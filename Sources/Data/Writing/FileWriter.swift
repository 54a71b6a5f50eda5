import Glibc

/// The one way in which the program writes files that are of use only when they are whole.
///
/// A regular file is written under another name, flushed and renamed; a pipe or a device takes the bytes as they come.
/// A file in a folder that takes no other one, as a file that is mounted on its own, is rewritten where it stands, after
/// the disk has promised the room.
package enum FileWriter {
    /// Writes one file.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - name: Where.
    ///   - isSafe: Whether to wait until it is on the disk.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``; what was there before is still there.
    package static func write(
        _ bytes: [UInt8], to name: String, safely isSafe: Bool = true, calls: FileCalls = .system
    ) throws(WritingError) {
        try write([(bytes, FileTarget(name))], safely: isSafe, calls: calls)
    }

    /// Writes several files that belong together: all of them, or none.
    ///
    /// All are complete on the disk before the first takes its name, and a name that can't be taken gives the others
    /// back. The end of the program between two names can't be undone: a reader has to compare the files.
    ///
    /// - Parameters:
    ///   - files: All bytes of each, and where they go.
    ///   - isSafe: Whether to wait until they are on the disk.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``; what was there before is still there.
    package static func write(
        _ files: [(bytes: [UInt8], target: FileTarget)], safely isSafe: Bool = true,
        calls: FileCalls = .system
    ) throws(WritingError) {
        var places: Set<PathBytes> = []
        for file in files where !places.insert(file.target.path).inserted {
            throw WritingError(file.target.name, "another one of the files leads to the same place")
        }
        var drafts: [any FileDraft] = []
        // Bytes that a pipe has taken can't be taken back, so they come before the names.
        for file in files.filter(\.target.isStream) + files.filter({ !$0.target.isStream }) {
            drafts.append(
                try draft(
                    file.bytes, file.target, safely: isSafe, isAlone: files.count == 1, calls: calls))
        }
        for (number, draft) in drafts.enumerated() {
            do throws(WritingError) {
                try draft.commit()
            } catch {
                let kept = drafts[..<number].reversed().compactMap { $0.rollBack() }
                guard let path = kept.first else { throw error }
                throw error.adding("; the earlier file is kept as \(path.text)")
            }
        }
        var problem: WritingError?
        for draft in drafts {
            do throws(WritingError) { try draft.finish() } catch { problem = problem ?? error }
        }
        if let problem { throw problem }
    }

    private static func draft(
        _ bytes: [UInt8], _ target: FileTarget, safely isSafe: Bool, isAlone: Bool, calls: FileCalls
    ) throws(WritingError) -> any FileDraft {
        switch target.way {
        case .stream, .rewrite: return try StraightDraft(bytes, to: target, safely: isSafe, calls: calls)
        case .make, .replace:
            do throws(WritingError) {
                return try ReplacingDraft(
                    bytes, to: target, safely: isSafe, keepsEarlier: !isAlone, calls: calls)
            } catch {
                guard target.way != .make, error.isOfFolder else { throw error }
                return try StraightDraft(bytes, to: target, way: .rewrite, safely: isSafe, calls: calls)
            }
        }
    }
}

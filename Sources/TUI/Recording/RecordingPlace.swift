import Datasets

/// The place of a recording, looked at before a session begins.
package enum RecordingPlace {
    /// Makes sure that a session can be recorded, and that no file of another kind is replaced.
    ///
    /// - Parameter path: The file.
    /// - Throws: `OccupiedError`, or the reason for which the file can't be written.
    package static func check(_ path: String) throws {
        try SessionFile.kind.check(FileTarget(path))
    }
}

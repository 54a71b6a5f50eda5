import Datasets

/// The place of a recording: looked at before a session begins, and again when it does.
public struct RecordingPlace: Sendable {
    /// The file.
    package let path: String
    /// The files of another kind that may be replaced.
    package var consent: Consent

    /// Chooses a place.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - isForced: Any file may be replaced.
    package init(_ path: String, forced isForced: Bool) {
        (self.path, consent) = (path, Consent(forced: isForced))
    }

    /// The file of another kind that is in the way.
    ///
    /// - Throws: `WritingError` where no session can be recorded.
    package var occupied: [OccupiedError] {
        get throws { try SessionFile.kind.occupied(FilePlace(path)).map { [$0] } ?? [] }
    }

    /// Begins the file.
    ///
    /// - Throws: `WritingError`, or `Consent.Refusal` if a file of another kind may not be replaced.
    func begin() throws -> OutputFile {
        let place = try FilePlace(path)
        try consent.check(SessionFile.kind.occupied(place).map { [$0] } ?? [])
        return try OutputFile(place)
    }
}

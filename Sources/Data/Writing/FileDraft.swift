/// A file on its way to its place, all but the last step: several of them appear together.
protocol FileDraft: AnyObject {
    /// The place where it will be.
    var place: FilePlace { get }
    /// Takes the last step.
    ///
    /// - Throws: ``WritingError``; ``rollBack()`` tells what became of an earlier file.
    func commit() throws(WritingError)
    /// Puts back the file that was there before the last step, whether that was taken or failed.
    ///
    /// - Returns: The earlier file, if it can't be put back; else `nil`.
    func rollBack() -> EarlierFile?
    /// Waits until the last step is on the disk, once it will not be taken back any more.
    func finish() throws(WritingError)
}

/// A file that was replaced and could not be put back.
enum EarlierFile: Equatable, Sendable {
    /// It has another name now.
    case kept(as: PathBytes, of: String)
    /// Its bytes are gone.
    case lost(String)

    /// A sentence's end.
    var remark: String {
        switch self {
        case .kept(let path, let name): "; the earlier \(name) is kept as \(path.text)"
        case .lost(let name): "; the earlier \(name) is lost"
        }
    }
}

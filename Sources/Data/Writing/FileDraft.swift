/// A file on its way to its place, all but the last step: several of them appear together.
protocol FileDraft: AnyObject {
    /// The place where it will be.
    var target: FileTarget { get }
    /// Takes the last step.
    func commit() throws(WritingError)
    /// Puts back the file that was there before the last step.
    ///
    /// - Returns: The place of the earlier file where that can't be done.
    func rollBack() -> PathBytes?
    /// Waits until the last step is on the disk, once it will not be taken back any more.
    func finish() throws(WritingError)
}

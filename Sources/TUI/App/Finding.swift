/// What came of work that was done off the main thread.
public enum Finding: Sendable {
    /// Nothing: what was wanted can't be had.
    case nothing(Work.Kind)
    /// What came of something that was done with a file.
    case filed(FileNews)
    /// What explains one prediction.
    case explained(Explained)
    /// What was found about whole parts.
    case results(ResultsFinding)
}

/// The outcome of work that was done off the main thread.
public enum Finding: Sendable {
    /// Nothing: what was wanted can't be had.
    case nothing(Work.Kind)
    /// The outcome of something that was done with a file.
    case filed(FileNews, FileTicket)
    /// An explanation of one prediction.
    case explained(Explained)
    /// Facts about whole parts.
    case results(ResultsFinding)
}

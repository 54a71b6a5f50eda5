/// A change that a key makes to a lesson; the case's text is what follows `slide` on the command line.
public enum LessonChange: String, CaseIterable, Sendable {
    /// Moves the slider by a step.
    case less, more
    /// Moves it by a long step.
    case muchLess = "much less"
    case muchMore = "much more"
    /// Moves it to its ends.
    case least, most
    /// Chooses another slider.
    case next, previous
    /// Takes the next of the lesson's examples.
    case example
    /// Turns on or off the additional part that the lesson can show.
    case toggle = "switch"
    /// Puts everything back to where it was at first.
    case reset
}

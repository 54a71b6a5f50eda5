/// What a mark on the screen is, not how it looks: a theme turns roles into colours.
///
/// The names of the cases are the keys of a theme file.
public enum Role: UInt8, CaseIterable, Sendable {
    /// Text that is read.
    case text
    /// Text that explains other text: labels, units, column heads.
    case label
    /// Lines that guide the eye: axes, rules, empty bars.
    case faint
    /// The frame of a pane, and of the pane in focus.
    case border, focusBorder
    /// The name of a pane, and of the pane in focus.
    case title, focusTitle
    /// What stands out without being good or bad: the program's name, the active tab.
    case accent
    /// A key that can be pressed.
    case key
    /// The curve measured on training samples, and the one on validation samples.
    case trainingCurve, validationCurve
    /// A line to compare with: the accuracy of a guess.
    case baseline
    /// The mark at the epoch with the lowest validation loss.
    case bestEpoch
    /// A bar among others.
    case bar
    /// The bar of the predicted class, and of the true class.
    case predicted, truth
    /// Something is right or done.
    case success
    /// Something needs attention.
    case warning
    /// Something is wrong.
    case error
    /// A word that a search has found.
    case match
}

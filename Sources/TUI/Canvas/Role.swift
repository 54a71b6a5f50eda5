/// The meaning of a mark on the screen, apart from its look: a theme turns roles into colours.
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
    /// Marks that stand out without being good or bad: the program's name, the active tab.
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
    /// The line at the place on a chart that is being read.
    case cursor
    /// The area between two curves: a mean and its deviation.
    case band
    /// Evidence for something, and evidence against it.
    case positive, negative
    /// Several runs, or several groups, side by side.
    case run1, run2, run3, run4, run5, run6, run7, run8
    /// The ends and the middle of the colours that stand for numbers.
    case heatLow, heatMiddle, heatHigh
}

extension Role {
    /// The role of a run or group, counted from 0; after the last the colours begin again.
    public static func run(_ number: Int) -> Role {
        let all: [Role] = [.run1, .run2, .run3, .run4, .run5, .run6, .run7, .run8]
        return all[(number % all.count + all.count) % all.count]
    }
}

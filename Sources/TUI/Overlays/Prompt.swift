/// A line of text being typed, and what it is for.
struct Prompt: Equatable, Sendable {
    /// The uses of the text.
    enum Purpose: Equatable, Sendable {
        /// Words to filter by, live; the words before and the sample chosen then come back with Esc.
        case words(before: String, selected: Int?)
        /// A sample's number.
        case jump
        /// A value in the model pane.
        case field(ModelField)
        /// A command as text.
        case command
        /// Text to look for in a pane, live; the row from which one came comes back with Esc.
        case search(PaneID, from: Int)
        /// A text of one's own in place of the sample, live; the sample's state before comes back with Esc.
        case suppose(before: WhatIf?)
        /// Words to be added to the sample, live.
        case addWords(before: WhatIf?)
    }

    var purpose: Purpose
    var title: String
    var field: TextField
    /// Tells whether the old value still stands there untouched: what is typed first takes its place.
    var isFresh = false
    /// The error in what was entered.
    var error: String?
    /// The possible completions of the line, and the chosen one.
    var completions: [String] = []
    var completion: Int?
    /// The index of the line in the history that is shown, if one is.
    var past: Int?
    /// The text typed before one went back.
    var draft = ""
}

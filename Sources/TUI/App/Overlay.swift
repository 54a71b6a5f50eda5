import Datasets

/// Something that lies over the panes and takes the keys.
enum Overlay: Equatable, Sendable {
    /// Every key, scrolled down by so many lines.
    case help(top: Int)
    /// Whether to end the program although a run goes on.
    case confirmQuit
    /// A line of text is being typed.
    case prompt(Prompt)
    /// One of several things is being chosen.
    case menu(Menu)
}

/// A line of text being typed, and what it is for.
struct Prompt: Equatable, Sendable {
    /// What the text is for.
    enum Purpose: Equatable, Sendable {
        /// Words to filter by, live; the words before and the sample chosen then come back with Esc.
        case words(before: String, selected: Int?)
        /// A sample's number.
        case jump
        /// A value in the model pane.
        case field(ModelField)
    }

    var purpose: Purpose
    var title: String
    var field: TextField
    /// Whether the old value still stands there untouched: what is typed first takes its place.
    var isFresh = false
    /// What is wrong with what was entered.
    var error: String?
}

/// A list to choose from; typing narrows it.
struct Menu: Equatable, Sendable {
    /// What is being chosen.
    enum Purpose: Equatable, Sendable {
        case classFilter
        case field(ModelField)
    }

    /// One thing to choose.
    struct Item: Equatable, Sendable {
        var text: String
        /// What it stands for: a class, or `nil` for all of them; in other menus the text says it.
        var label: Int?
    }

    var purpose: Purpose
    var title: String
    var all: [Item]
    var filter = TextField()
    var position = ListPosition()

    /// The items that hold what has been typed.
    var items: [Item] {
        let typed = filter.text.lowercased()
        return typed.isEmpty ? all : all.filter { $0.text.lowercased().contains(typed) }
    }

    /// The item one is on.
    var chosen: Item? {
        let items = items
        return items.indices.contains(position.cursor) ? items[position.cursor] : nil
    }
}

/// A line for the person, until the next key.
struct Notice: Equatable, Sendable {
    var text: String
    var isError = false
}

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

/// The orders in which the inspector shows the classes.
enum ClassOrder: String, CaseIterable, Sendable {
    case probability
    case number
    case name

    /// The order's name in the pane.
    var title: String { "by \(rawValue)" }
    /// The one after it, round and round.
    var next: ClassOrder {
        let all = ClassOrder.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

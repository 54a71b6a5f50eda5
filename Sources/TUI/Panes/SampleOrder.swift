/// By what the listed samples are sorted.
enum SampleOrder: String, CaseIterable, Sendable {
    case number
    case label
    case name
    case words

    /// The one after it, round and round.
    var next: SampleOrder {
        let all = SampleOrder.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

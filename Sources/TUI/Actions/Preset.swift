/// An arrangement of panes for one kind of work.
public enum Preset: String, CaseIterable, Sendable {
    /// All four panes, the curves large.
    case train
    /// The samples, the network's predictions for them, and the curves small above.
    case inspect
    /// The samples with as much room as possible, and the inspector next to them.
    case data

    /// The one after it, round and round.
    var next: Preset {
        let all = Preset.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

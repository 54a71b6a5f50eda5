/// Going back in a run, and on from there.
extension ActionTable {
    static let time: [ActionEntry] = [
        time("(", .earlier, "earlier", "all panes one epoch earlier"),
        time(")", .later, "later", "all panes one epoch later"),
        time("", .best, "best", "all panes at the best epoch"),
        time("", .newest, "newest", "all panes at the newest weights"),
        time("B", .branch, "branch", "train on from the epoch that is shown", in: .model),
        time("a", .branch, "branch", "train on from the epoch that is shown", in: .curves),
        time("V", .more(5), "5 more", "train five epochs more"),
        time("Q", .earlyStopping, "early stop", "early stopping, with the best weights; without"),
        time("", .again, "again", "the run once more, with the same changes"),
        time("", .reopen, "reopen", "bring back the run that was left"),
        time("", .discard, "discard", "forget the run that was left"),
        entry(.time, "epoch", .epoch, "epoch", "show an epoch in all panes, counted from 1"),
        entry(.time, "more", .epochs, "more", "train so many epochs more"),
    ]

    private static func time(
        _ keys: String, _ change: TimeChange, _ hint: String, _ help: String, in scope: Scope = .everywhere
    ) -> ActionEntry {
        entry(.time, scope, keys, .time(change), hint, help)
    }
}

/// Actions that choose how the results of a whole part are shown.
extension ActionTable {
    static let results: [ActionEntry] =
        [
            entry(.results, .results, "enter", .results(.open), "open", "the samples behind it; inspect one"),
            entry(.results, .results, "v", .results(.next), "view", "next view of the results"),
            entry(.results, .results, "p", .results(.previous), "view back", "previous view of the results"),
            entry(.results, .results, "]", .results(.nextPart), "part", "results of the next part"),
            entry(
                .results, .results, "[", .results(.previousPart), "part back", "results of the part before"),
            entry(
                .results, .results, "left h", .move(.left), "left", "a class to the left; the epoch before"),
            entry(
                .results, .results, "right l", .move(.right), "right", "a class to the right; the epoch after"
            ),
            entry(.results, .results, "w", .results(.normalize), "shares", "counts; shares of rows, columns"),
            entry(.results, .results, "+ =", .results(.zoomIn), "larger", "larger cells, with their counts"),
            entry(.results, .results, "- _", .results(.zoomOut), "smaller", "smaller cells"),
            entry(
                .results, .results, "t", .results(.temperature), "temperature",
                "confidence before and after temperature scaling"),
        ]
        + ResultsView.allCases.map { view in
            entry(.results, .everywhere, "", .results(.view(view)), view.title, "results: \(view.help)")
        }
}

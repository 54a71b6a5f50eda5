/// Makes a list that fails shorter (delta debugging; Zeller and Hildebrandt, 2002).
enum Shrinking {
    /// Leaves out pieces, ever smaller ones, as long as what is left still fails.
    ///
    /// - Parameters:
    ///   - moves: A list that fails.
    ///   - fails: Tells whether a list fails.
    /// - Returns: A list that fails, and does not without any one of its parts.
    static func shrunk(_ moves: [Move], where fails: ([Move]) async -> Bool) async -> [Move] {
        var moves = moves
        var size = max(1, moves.count / 2)
        while true {
            var start = 0
            var hasShrunk = false
            while start < moves.count {
                let fewer = Array(moves[..<start] + moves[min(moves.count, start + size)...])
                if await fails(fewer) {
                    (moves, hasShrunk) = (fewer, true)
                } else {
                    start += size
                }
            }
            if size == 1, !hasShrunk { return moves }
            size = max(1, size / 2)
        }
    }
}

extension PointCloud {
    /// Four squares of a chessboard: class 1 where x and y have the same sign, with a lane left free between them.
    ///
    /// The noise makes classes doubtful near the lanes: each point is judged where it would be after a move of up to so
    /// much in each direction.
    static let xor = PointCloud(
        "xor", "four squares of a chessboard, the diagonal ones alike", noise: 0.3
    ) { arguments, _, random in
        var drawing: Drawing = ([], [])
        func coordinate(_ random: inout RandomState) -> Double {
            let place = random.uniform(-5, 5)
            return place > 0 ? place + 0.3 : place - 0.3
        }
        for _ in 0..<arguments.count {
            let (x, y) = (coordinate(&random), coordinate(&random))
            let strayX = arguments.noise * random.uniform(-1, 1)
            let strayY = arguments.noise * random.uniform(-1, 1)
            drawing.points.append((x, y))
            drawing.labels.append((x + strayX) * (y + strayY) >= 0 ? 1 : 0)
        }
        return drawing
    }
}

import Glibc

extension PointCloud {
    /// Two half circles, each with an end within the other: scikit-learn's `make_moons`, in the same order.
    ///
    /// The noise is the standard deviation of each coordinate, as there.
    static let moons = PointCloud(
        "moons", "two half moons, each with an end within the other, scikit-learn's make_moons", noise: 0.2
    ) { arguments, _, random in
        var drawing: Drawing = ([], [])
        let outer = arguments.count / 2
        for (label, count) in [outer, arguments.count - outer].enumerated() {
            for number in 0..<count {
                let angle = Double(number) * (Double.pi / Double(max(1, count - 1)))
                let (x, y) = (cos(angle), sin(angle))
                drawing.points.append(label == 0 ? (x, y) : (1 - x, 1 - y - 0.5))
                drawing.labels.append(Int32(label))
            }
        }
        return scattered(shuffled(drawing, by: &random), by: arguments.noise, &random)
    }
}

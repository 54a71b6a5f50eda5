import Glibc

extension PointCloud {
    /// A circle around another of half its size: scikit-learn's `make_circles(factor=0.5)`, in the same order.
    ///
    /// The noise is the standard deviation of each coordinate, as there.
    static let circles = PointCloud(
        "circles", "a circle around a smaller one, scikit-learn's make_circles", noise: 0.1
    ) { arguments, _, random in
        var drawing: Drawing = ([], [])
        let outer = arguments.count / 2
        for (label, (count, radius)) in [(outer, 1.0), (arguments.count - outer, 0.5)].enumerated() {
            for number in 0..<count {
                let angle = Double(number) * (2 * Double.pi / Double(count))
                drawing.points.append((radius * cos(angle), radius * sin(angle)))
                drawing.labels.append(Int32(label))
            }
        }
        return scattered(shuffled(drawing, by: &random), by: arguments.noise, &random)
    }

    /// Moves every coordinate by a number with Gauss' distribution.
    static func scattered(_ drawing: Drawing, by noise: Double, _ random: inout RandomState) -> Drawing {
        let points = drawing.points.map { point in
            let x = point.x + random.normal(deviation: noise)
            return (x, point.y + random.normal(deviation: noise))
        }
        return (points, drawing.labels)
    }
}

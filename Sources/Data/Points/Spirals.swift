import Glibc

extension PointCloud {
    /// Arms that wind around each other, one for each class: from the middle outwards, one turn and three quarters to a
    /// distance of 5.
    ///
    /// The noise moves each point by up to so much in each direction.
    static let spirals = PointCloud(
        "spirals", "two arms that wind around each other; up to five with classes=5", noise: 0.2,
        classes: 2...5
    ) { arguments, classes, random in
        var drawing: Drawing = ([], [])
        for (label, count) in shares(of: arguments.count, classes: classes).enumerated() {
            let start = 2 * Double.pi * Double(label) / Double(classes)
            for number in 0..<count {
                let share = Double(number) / Double(count)
                let angle = 1.75 * 2 * Double.pi * share + start
                let stray = (x: random.uniform(-1, 1), y: random.uniform(-1, 1))
                drawing.points.append(
                    (
                        5 * share * sin(angle) + arguments.noise * stray.x,
                        5 * share * cos(angle) + arguments.noise * stray.y
                    ))
                drawing.labels.append(Int32(label))
            }
        }
        return shuffled(drawing, by: &random)
    }
}

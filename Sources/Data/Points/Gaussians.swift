extension PointCloud {
    /// Two round clouds, class 0 around (-2, -2) and class 1 around (2, 2).
    ///
    /// The noise is their standard deviation in each direction.
    static let gaussians = PointCloud(
        "gaussians", "two round clouds that a straight line divides", noise: 1
    ) { arguments, _, random in
        let blobs = Blobs(
            centers: [[-2, -2], [2, 2]], count: arguments.count, deviation: arguments.noise,
            seed: arguments.seed)
        let (points, labels) = blobs.draw()
        return (points.map { ($0[0], $0[1]) }, labels)
    }
}

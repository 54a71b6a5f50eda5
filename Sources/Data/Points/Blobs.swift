/// Clouds of points, one around each centre: scikit-learn's `make_blobs`, to the last digit.
public struct Blobs: Equatable, Sendable {
    /// The middle of each cloud; `[clouds, features]`.
    public var centers: [[Double]]
    /// The number of points in all; if they can't be shared out evenly, the first clouds get one more.
    public var count: Int
    /// The standard deviation of each cloud in each direction (`cluster_std`).
    public var deviation: Double
    /// The seed of numpy's generator (`random_state`).
    public var seed: UInt32

    /// Describes the clouds; nothing is drawn yet.
    public init(centers: [[Double]], count: Int = 100, deviation: Double = 1, seed: UInt32) {
        self.centers = centers
        self.count = count
        self.deviation = deviation
        self.seed = seed
    }

    /// Draws the points, and shuffles them.
    ///
    /// - Returns: The points, `[count, features]`, and the number of the cloud that each belongs to, `[count]`.
    public func draw() -> (points: [[Double]], labels: [Int32]) {
        var random = RandomState(seed: seed)
        var points: [[Double]] = []
        var labels: [Int32] = []
        for (label, center) in centers.enumerated() {
            for _ in 0..<count / centers.count + (label < count % centers.count ? 1 : 0) {
                points.append(center.map { random.normal(mean: $0, deviation: deviation) })
                labels.append(Int32(label))
            }
        }
        let order = random.permutation(points.count)
        return (order.map { points[$0] }, order.map { labels[$0] })
    }
}

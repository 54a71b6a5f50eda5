/// A part of California as far as the invented houses know it.
struct HouseRegion: Sendable {
    /// Its middle, in degrees.
    var longitude: Double
    /// Its middle, in degrees.
    var latitude: Double
    /// The usual distance of block groups from the middle to the east or west, in degrees: the standard
    /// deviation.
    var width: Double
    /// The usual distance to the north or south, in degrees.
    var height: Double
    /// The number of block groups.
    var count: Int
    /// The dearness: the logarithm of the ratio of prices here to prices elsewhere.
    var dearness: Double
    /// The change in dearness to the east, over one `width`.
    var eastward: Double
    /// The change in dearness to the north, over one `height`.
    var northward: Double
    /// The logarithm of the ratio of incomes here to incomes elsewhere.
    var earning: Double
    /// The usual age of houses, in years.
    var age: Double

    private init(
        at place: (Double, Double), size: (Double, Double), _ count: Int, dearness: Double,
        slope: (Double, Double), earning: Double, age: Double
    ) {
        (longitude, latitude) = place
        (width, height) = size
        self.count = count
        self.dearness = dearness
        (eastward, northward) = slope
        self.earning = earning
        self.age = age
    }

    /// All of them, 20,640 block groups in all.
    static let all = [
        // Around the bay: hills to the east, the harbour to the west.
        HouseRegion(
            at: (-122.23, 37.8), size: (0.05, 0.05), 1100, dearness: 0.1, slope: (0.25, 0.12), earning: -0.05,
            age: 44),
        HouseRegion(
            at: (-122.43, 37.76), size: (0.03, 0.03), 650, dearness: 0.5, slope: (-0.1, 0.2), earning: 0,
            age: 47),
        HouseRegion(
            at: (-121.98, 37.33), size: (0.15, 0.1), 1600, dearness: 0.4, slope: (-0.15, 0.1), earning: 0.25,
            age: 24),
        HouseRegion(
            at: (-122.75, 38.4), size: (0.25, 0.3), 600, dearness: 0.15, slope: (0.1, -0.2), earning: 0,
            age: 24),
        HouseRegion(
            at: (-121.75, 36.75), size: (0.15, 0.15), 600, dearness: 0.25, slope: (-0.15, 0.05), earning: 0,
            age: 25),
        // The great valley, cheaper the farther from the bay.
        HouseRegion(
            at: (-121.42, 38.58), size: (0.15, 0.12), 1100, dearness: -0.35, slope: (0.1, 0.05),
            earning: -0.05, age: 24),
        HouseRegion(
            at: (-121.2, 37.75), size: (0.2, 0.2), 800, dearness: -0.45, slope: (-0.1, 0.05), earning: -0.1,
            age: 26),
        HouseRegion(
            at: (-119.75, 36.75), size: (0.3, 0.25), 900, dearness: -0.65, slope: (0.03, 0.1), earning: -0.2,
            age: 25),
        HouseRegion(
            at: (-119.05, 35.38), size: (0.2, 0.15), 600, dearness: -0.65, slope: (-0.1, 0.05),
            earning: -0.15,
            age: 24),
        // The southern coast: the nearer to the sea, the dearer.
        HouseRegion(
            at: (-119.3, 34.35), size: (0.3, 0.1), 800, dearness: 0.3, slope: (0.05, -0.1), earning: 0.15,
            age: 25),
        HouseRegion(
            at: (-118.42, 34.03), size: (0.06, 0.06), 1500, dearness: 0.55, slope: (-0.2, 0.15), earning: 0.1,
            age: 37),
        HouseRegion(
            at: (-118.15, 34.03), size: (0.13, 0.09), 3200, dearness: 0, slope: (0.05, 0.1), earning: -0.15,
            age: 36),
        HouseRegion(
            at: (-118.48, 34.21), size: (0.1, 0.05), 1300, dearness: 0.25, slope: (-0.1, -0.15), earning: 0.1,
            age: 30),
        HouseRegion(
            at: (-117.88, 33.75), size: (0.1, 0.1), 1600, dearness: 0.3, slope: (0.05, -0.15), earning: 0.25,
            age: 23),
        HouseRegion(
            at: (-117.12, 32.83), size: (0.1, 0.12), 1400, dearness: 0.05, slope: (-0.15, 0.1), earning: 0.05,
            age: 24),
        // Behind the mountains, and the north.
        HouseRegion(
            at: (-117.35, 34.02), size: (0.2, 0.1), 1300, dearness: -0.3, slope: (-0.08, -0.02), earning: 0,
            age: 20),
        HouseRegion(
            at: (-116.4, 33.9), size: (0.4, 0.4), 400, dearness: -0.5, slope: (-0.05, -0.05), earning: -0.2,
            age: 17),
        HouseRegion(
            at: (-122, 40.3), size: (0.6, 0.6), 700, dearness: -0.75, slope: (-0.05, -0.05), earning: -0.25,
            age: 23),
        HouseRegion(
            at: (-120.5, 38.8), size: (0.4, 0.5), 490, dearness: -0.35, slope: (0.05, 0.05), earning: -0.1,
            age: 18),
    ]
}

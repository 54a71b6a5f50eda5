/// Invents block groups and what their houses are worth, region by region.
///
/// The price follows from where a block group lies, what people earn there, and how they live; a tenth more
/// or less is left to chance, so that no network can know it. The first 600 lie around one bay, as in Keras'
/// file.
struct HouseSurvey {
    private var random: SplitMix64

    /// The part of prices that is left to chance: the standard deviation of their logarithm.
    private static let chance = 0.11
    /// Greater prices are not told apart, as in the census.
    private static let cap = 500_000.0

    /// Starts a survey; the same seed finds the same houses.
    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The first block groups.
    ///
    /// - Parameter count: The number of block groups, at most as many as all regions have.
    /// - Returns: Their features in the order of ``CaliforniaHousing/features``, and prices in dollars.
    mutating func prices(of count: Int) -> HousePrices {
        var features: [Float] = []
        features.reserveCapacity(8 * count)
        var prices: [Float] = []
        prices.reserveCapacity(count)
        for region in HouseRegion.all {
            for _ in 0..<min(region.count, count - prices.count) {
                let group = blockGroup(in: region)
                features += group.features.map { Float($0) }
                prices.append(Float(group.price))
            }
        }
        return HousePrices(features: DenseRows(columns: 8, values: features), prices: prices)
    }

    private mutating func blockGroup(in region: HouseRegion) -> (features: [Double], price: Double) {
        func rounded(_ number: Double, to places: Double) -> Double { (number * places).rounded() / places }
        func within(_ low: Double, _ number: Double, _ high: Double) -> Double { min(max(number, low), high) }

        let (east, north) = (within(-2.2, random.gauss(), 2.2), within(-2.2, random.gauss(), 2.2))
        let slope = region.eastward * east + region.northward * north
        // Logarithms throughout, of which 0 is what is usual.
        let earning = 0.4 * random.gauss() + 0.5 * slope + region.earning
        let age = within(1, (region.age + 10.5 * random.gauss()).rounded(), 52)
        let households = within(1, (410 * random.lognormal(0.62)).rounded(), 6082)
        let crowding = 0.2 * random.gauss() - 0.1 * earning
        let space = 0.28 * earning + 0.004 * (28 - age) + 0.13 * random.gauss()
        let rooms = households * 5.1 * SplitMix64.exponential(space)
        let bedrooms = households * 1.06 * random.lognormal(0.05)
        let population = households * 2.85 * SplitMix64.exponential(crowding)
        let worth =
            region.dearness + slope + 0.62 * earning - 0.45 * crowding + 0.002 * (age - 28)
            + (age > 45 ? 0.08 : 0) + Self.chance * random.gauss()
        let price = max(14_999, rounded(175_000 * SplitMix64.exponential(worth), to: 0.01))
        return (
            [
                rounded(region.longitude + region.width * east, to: 100),
                rounded(region.latitude + region.height * north, to: 100), age, rooms.rounded(),
                bedrooms.rounded(), population.rounded(), households,
                within(0.4999, rounded(3.45 * SplitMix64.exponential(earning), to: 10_000), 15.0001),
            ], price > Self.cap ? Self.cap + 1 : price
        )
    }
}

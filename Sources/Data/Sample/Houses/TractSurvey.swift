/// Invents tracts of a town and what their houses are worth.
///
/// Two things that nobody measures, how central a tract lies and how well off it is, are behind all that is measured,
/// so that the features go together as they do in a real town.
struct TractSurvey {
    private var random: SplitMix64

    /// The part of prices that is left to chance: their standard deviation, in thousands of dollars.
    private static let chance = 2.7
    /// Greater prices are not told apart, as in the census.
    private static let cap = 50.0

    /// Starts a survey; the same seed finds the same houses.
    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Some tracts.
    ///
    /// - Parameter count: The number of tracts.
    /// - Returns: Their features in the order of ``SampleTracts/features``, and prices in thousands of dollars.
    mutating func prices(of count: Int) -> HousePrices {
        var features: [Float] = []
        var prices: [Float] = []
        for _ in 0..<count {
            let tract = tract()
            features += tract.features.map { Float($0) }
            prices.append(Float(tract.price))
        }
        return HousePrices(
            features: DenseRows(columns: SampleTracts.features.count, values: features), prices: prices)
    }

    private mutating func tract() -> (features: [Double], price: Double) {
        func rounded(_ number: Double, to places: Double) -> Double { (number * places).rounded() / places }
        func within(_ low: Double, _ number: Double, _ high: Double) -> Double { min(max(number, low), high) }

        // 0 at the edge of the town, 1 in its middle; and from poor to rich with a deviation of 1.
        let centre = random.unit()
        let wealth = 0.9 * random.gauss() - 0.9 * (centre - 0.5)
        let highway = random.unit() < max(0, 1.4 * centre - 0.45)
        let river = random.unit() < 0.07

        let crime = random.lognormal(0.8) * SplitMix64.exponential(5.2 * centre - 4.6 + (highway ? 1.9 : 0))
        let estates = centre < 0.35 && random.unit() < 0.75 ? (12 + 70 * random.unit()) : 0
        let industry =
            highway ? 18.1 : within(0.46, 2 + 16 * centre - 1.6 * wealth + 3 * random.gauss(), 27.7)
        let nitrogen = within(0.385, 0.42 + 0.26 * centre + 0.035 * random.gauss(), 0.871)
        let rooms = within(3.6, 6.28 + 0.47 * wealth + 0.36 * random.gauss(), 8.8)
        let age = within(3, 30 + 76 * centre - 4 * wealth + 15 * random.gauss(), 100)
        let distance = within(1.13, 1.4 + 7.4 * (1 - centre) * (1 - centre) + 0.7 * random.gauss(), 12.1)
        let roads = highway ? 24 : Double(1 + random.below(8))
        let tax = highway ? 666 : (270 + 60 * centre + 45 * random.gauss() + 8 * roads).rounded()
        let pupils = highway ? 20.2 : within(12.6, 18 - 0.8 * wealth + 1.7 * random.gauss(), 22)
        let parks = within(0, 14 - 9 * centre + 1.5 * wealth + 4 * random.gauss(), 40)
        let poor = within(1.7, 12.4 * SplitMix64.exponential(-0.48 * wealth + 0.2 * random.gauss()), 38)

        // Rooms are worth more where people are well off; the rest is taste for quiet, and for the river.
        let spare = rooms - 6.28
        let worth =
            22.2 + (spare > 0 ? 10.5 : 3) * spare - 0.52 * (poor - 12.4) + 0.012 * (poor - 12.4)
            * (poor - 12.4)
            - 24 * (nitrogen - 0.55) - 0.55 * (distance - 3.8) - 0.55 * (pupils - 18.4) - 0.06 * crime
            + (river ? 3 : 0) + 0.08 * (parks - 9) + Self.chance * random.gauss()
        return (
            [
                rounded(crime, to: 100_000), rounded(estates, to: 2), rounded(industry, to: 100),
                river ? 1 : 0, rounded(nitrogen, to: 1000), rounded(rooms, to: 1000), rounded(age, to: 10),
                rounded(distance, to: 10_000), roads, tax, rounded(pupils, to: 10), rounded(parks, to: 10),
                rounded(poor, to: 100),
            ], within(5, rounded(worth, to: 10), Self.cap)
        )
    }
}

/// Numbers about places, and what houses cost there, as Keras keeps them in an archive.
struct HousePrices {
    /// The features of each place; `[places, features]`.
    let features: DenseRows
    /// One for each place.
    let prices: [Float]

    /// Pairs places with their prices.
    init(features: DenseRows, prices: [Float]) {
        precondition(features.count == prices.count, "\(features.count) places with \(prices.count) prices")
        (self.features, self.prices) = (features, prices)
    }

    /// Reads the arrays `x` and `y` of an archive.
    ///
    /// - Parameters:
    ///   - path: Keras' `.npz` file.
    ///   - columns: The number of features.
    /// - Throws: ``DatasetError``.
    init(reading path: String, features columns: Int) throws {
        let archive = try Zip(reading: path)
        let (x, y) = (try NpyArray("x", of: archive), try NpyArray("y", of: archive))
        guard x.shape.count == 2, x.shape[1] == columns else {
            throw x.refusal(with: y, "x should have rows of \(columns) numbers")
        }
        try x.requireSamples()
        try y.requireOne(forEachOf: x, "rows")
        features = DenseRows(columns: columns, values: try x.floats())
        prices = try y.floats()
    }

    /// Shuffles the places and divides them, as `load_data` does.
    ///
    /// - Parameters:
    ///   - first: The number of places to use, from the beginning of the file.
    ///   - arguments: Seed and share.
    /// - Returns: The places to learn from, and those to be judged by.
    func split(first: Int, by arguments: SplitArguments) -> (train: Split, test: Split) {
        var random = RandomState(seed: arguments.seed)
        let order = random.permutation(min(first, prices.count))
        let cut = Int(Double(order.count) * (1 - arguments.testSplit))
        func split(_ places: ArraySlice<Int>) -> Split {
            Split(
                inputs: .dense(
                    DenseRows(columns: features.columns, values: places.flatMap { features[$0] })),
                targets: .values(DenseRows(columns: 1, values: places.map { prices[$0] })))
        }
        return (split(order[..<cut]), split(order[cut...]))
    }
}

/// Numbers about places, and what houses cost there, as Keras keeps them in an archive.
struct HousePrices {
    /// What is known of each place; `[places, features]`.
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
    ///   - columns: How many features there are.
    /// - Throws: ``DatasetError``.
    init(reading path: String, features columns: Int) throws {
        let archive = try Zip(reading: path)
        func fault(_ place: String, _ problem: String) -> DatasetError {
            .malformed(path: path, place: place, problem: problem)
        }
        let x = try Npy(archive.contents(of: "x.npy"))
        let y = try Npy(archive.contents(of: "y.npy"))
        guard let numbers = x.floats, x.shape.count == 2, x.shape[1] == columns, x.shape[0] > 0 else {
            throw fault("x.npy", "it is no table of numbers with \(columns) columns")
        }
        guard let prices = y.floats, y.shape == [x.shape[0]] else {
            throw fault("y.npy", "it does not hold one number for each row of x.npy")
        }
        for (member, numbers, width) in [("x.npy", numbers, columns), ("y.npy", prices, 1)] {
            guard let stray = numbers.firstIndex(where: { !$0.isFinite }) else { continue }
            throw fault(
                "\(member), row \(stray / width)", "it holds \(numbers[stray]), which is no price or size")
        }
        features = DenseRows(columns: columns, values: numbers)
        self.prices = prices
    }

    /// Shuffles the places and divides them, as `load_data` does.
    ///
    /// - Parameters:
    ///   - first: How many places are looked at: the first ones of the file.
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

extension Npy {
    /// The numbers as 32-bit floats, where they are floats.
    fileprivate var floats: [Float]? {
        switch values {
        case .floats(let numbers): numbers
        case .doubles(let numbers): numbers.map { Float($0) }
        default: nil
        }
    }
}

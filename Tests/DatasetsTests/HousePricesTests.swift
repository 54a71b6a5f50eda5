import Testing

@testable import Datasets

@Suite struct `House prices` {
    private func load(
        _ term: String, _ archive: ZipWriter, from entry: some CatalogEntry = BostonHousing()
    ) throws -> Dataset {
        let folder = try TemporaryFolder()
        try folder.write(archive.bytes, to: entry.files[0].name)
        return try entry.load(
            Term(parsing: term), from: DataLocations(option: folder.path, environment: [:])
        ) { _ in }
    }

    /// Ten places, the features of each being its number and the column's, its price ten times its number.
    private func archive(columns: Int = 13, prices: Int = 10, stray: Double? = nil) -> ZipWriter {
        var x = (0..<10 * columns).map { Double($0 / columns) + Double($0 % columns) / 100 }
        if let stray { x[30] = stray }
        return ZipWriter(
            .init(name: "x.npy", bytes: Bytes.npy(x, shape: "(10, \(columns))")),
            .init(
                name: "y.npy", bytes: Bytes.npy((0..<prices).map { Double(10 * $0) }, shape: "(\(prices),)")))
    }

    private func prices(_ split: Split) throws -> [Float] {
        guard case .values(let rows) = split.targets else { return [] }
        return rows.values
    }

    @Test func `are shuffled and divided as Keras does, each with its features`() throws {
        let dataset = try load("boston_housing", archive())
        // numpy: RandomState(113).shuffle(arange(10)).
        var random = RandomState(seed: 113)
        let order = random.permutation(10)
        #expect(try prices(dataset.train) == order.prefix(8).map { Float(10 * $0) })
        #expect(try prices(dataset.test) == order.suffix(2).map { Float(10 * $0) })
        guard case .dense(let rows) = dataset.train.inputs else {
            Issue.record("the rows are not dense")
            return
        }
        #expect(rows.columns == 13)
        #expect(rows[0].map { ($0 * 100).rounded() } == (0..<13).map { Float(100 * order[0] + $0) })
        #expect(dataset.classes.isEmpty)
    }

    @Test(arguments: [
        "boston_housing", "boston_housing(test_split=0.5)", "boston_housing(test_split=0.3, seed=7)",
    ])
    func `take seed and share, and say so`(term: String) throws {
        #expect(try load(term, archive()).reference.description == term)
    }

    @Test(arguments: [
        ("boston_housing(test_split=1)", "must be at least 0 and less than 1"),
        ("boston_housing(seed=-1)", "must be from 0 to 4294967295"),
        ("boston_housing(version=small)", "has no argument “version”"),
    ])
    func `refuse other arguments in words`(term: String, complaint: String) throws {
        let error = #expect(throws: TermError.self) { try load(term, archive()) }
        #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    }

    @Test func `of California come in two versions`() throws {
        let entry = CaliforniaHousing()
        for term in ["california_housing", "california_housing(version=small, seed=3)"] {
            #expect(try load(term, archive(columns: 8), from: entry).reference.description == term)
        }
        let error = #expect(throws: TermError.self) {
            try load("california_housing(version=smal)", archive(columns: 8), from: entry)
        }
        #expect(error?.description.contains("Did you mean “small”?") == true)
    }

    @Test func `of which a file has none are refused as that`() {
        let empty = ZipWriter(
            .init(name: "x.npy", bytes: Bytes.npy([], shape: "(0, 13)")),
            .init(name: "y.npy", bytes: Bytes.npy([], shape: "(0,)")))
        #expect(
            complaint { try load("boston_housing", empty) }
                == "x is float64, shape (0, 13): there are no samples in it")
    }

    @Test func `say what is wrong with a file`() throws {
        #expect(
            complaint { try load("boston_housing", archive(columns: 12)) }
                == "x has shape (10, 12), y (10,): x should have rows of 13 numbers")
        #expect(
            complaint { try load("boston_housing", archive(prices: 9)) }
                == "x has shape (10, 13), y (9,): 10 rows need y of shape (10,) or (10, 1)")
        #expect(
            complaint { try load("boston_housing", archive(stray: .nan)) }
                == "x, row 2, column 4: nan is no number that can be learnt from")
        #expect(
            complaint { try load("boston_housing", archive(stray: 1e300)) }
                == "x, row 2, column 4: 1e+300 is beyond the range of 32-bit floats (3.4e+38)")
    }

    @Test(.enabled(if: RealFiles.has("california_housing.npz"), "\(RealFiles.reason)"))
    func `of California are in the order in which Keras prints them`() throws {
        func ends(_ version: String) throws -> (first: [Float], last: [Float], test: [Float]) {
            let dataset = try CaliforniaHousing().load(
                Term(parsing: "california_housing(version=\(version))"), from: RealFiles.locations
            ) { _ in }
            let train = try prices(dataset.train)
            return (Array(train.prefix(4)), Array(train.suffix(3)), Array(try prices(dataset.test).prefix(3)))
        }
        let small = try ends("small")
        #expect(small.first == [228_400, 132_900, 60_000, 95_200])
        #expect(small.last == [336_700, 140_500, 217_100])
        #expect(small.test == [218_800, 218_400, 93_800])
        let large = try ends("large")
        #expect(large.first == [252_300, 146_900, 290_900, 141_300])
        #expect(large.last == [500_001, 499_000, 238_100])
    }
}

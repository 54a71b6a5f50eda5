import Testing

@testable import Datasets

@Suite struct `The invented houses` {
    private func load(_ text: String) throws -> Dataset {
        try Catalog.load(Term(parsing: text), preprocessing: [], from: DataLocations(environment: [:]))
    }

    /// Inputs and targets of both splits, one after the other.
    private func tables(_ dataset: Dataset) -> (inputs: [DenseRows], targets: [Float]) {
        let splits = [dataset.train, dataset.test]
        return (
            splits.compactMap { split in
                guard case .dense(let rows) = split.inputs else { return nil }
                return rows
            },
            splits.flatMap { split -> [Float] in
                guard case .values(let rows) = split.targets else { return [] }
                return rows.values
            }
        )
    }

    private func checksum(_ dataset: Dataset) -> String {
        let (inputs, targets) = tables(dataset)
        var sum = SHA256()
        for numbers in inputs.map(\.values) + [targets] {
            numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { sum.update($0) }
        }
        return sum.hexadecimal()
    }

    /// The correlation of two columns, from -1 to 1; the price stands behind the last column.
    private func correlation(_ dataset: Dataset, _ one: Int, _ other: Int) -> Double {
        let (inputs, targets) = tables(dataset)
        let width = inputs[0].columns
        let values = inputs.flatMap(\.values)
        func column(_ place: Int) -> [Double] {
            place == width
                ? targets.map(Double.init)
                : targets.indices.map { Double(values[$0 * width + place]) }
        }
        func covariance(_ a: [Double], _ b: [Double]) -> Double {
            let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
            return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
        }
        let (a, b) = (column(one), column(other))
        return covariance(a, b) / (covariance(a, a) * covariance(b, b)).squareRoot()
    }

    @Test(arguments: [
        ("sample_houses", "b4152f61a0f5f8f17c033c583ce0ee38d9c28d2f7ebb194e2f1eeb63be688f66"),
        ("sample_houses(version=small)", "88ab941441c62c4c5f562b2a951b4b24761338b4384e5ea3f568426734ff4dd8"),
        ("sample_tracts", "d21c11efa1ef90fc41fbd9cbf7d7320f69d431c5cca754f67f379d2eabead04c"),
    ])
    func `are the same on every machine`(text: String, expected: String) throws {
        let found = checksum(try load(text))
        #expect(found == expected)
    }

    @Test func `are divided as the real ones`() throws {
        for (text, counts) in [
            ("sample_houses", [16_512, 4128]), ("sample_houses(version=small)", [480, 120]),
            ("sample_tracts", [404, 102]),
        ] {
            let dataset = try load(text)
            #expect([dataset.train.count, dataset.test.count] == counts, "\(text)")
            #expect(dataset.reference.description == text)
            #expect(dataset.form == .row)
            #expect(dataset.classes.isEmpty)
        }
    }

    @Test func `of California have features within the real ones' bounds, and prices up to a cap`() throws {
        let dataset = try load("sample_houses")
        #expect(dataset.features == CaliforniaHousing.features)
        #expect(dataset.values == [CaliforniaHousing.price])
        let (inputs, prices) = tables(dataset)
        let bounds: [ClosedRange<Float>] = [
            -124.5 ... -114.3, 32.4...42, 1...52, 2...40_000, 1...7000, 1...36_000, 1...6082,
            0.4999...15.0001,
        ]
        for rows in inputs {
            for (place, value) in rows.values.enumerated() where !bounds[place % 8].contains(value) {
                Issue.record("\(dataset.features[place % 8].name) is \(value)")
            }
        }
        #expect(prices.allSatisfy { (14_999...500_001).contains($0) })
        #expect((200...1500).contains(prices.count { $0 == 500_001 }), "some 2 to 7 in a hundred")
        #expect(!prices.contains { $0 > 500_000 && $0 < 500_001 })
        #expect(correlation(dataset, 0, 1) < -0.8, "the coast runs from north-west to south-east")
        #expect((0.5...0.8).contains(correlation(dataset, 7, 8)), "income and price")
        #expect(correlation(dataset, 3, 6) > 0.8, "rooms and households")
    }

    @Test func `of the small version are the first of the large one`() throws {
        var (large, small) = (HouseSurvey(seed: 5), HouseSurvey(seed: 5))
        let some = small.prices(of: 600)
        let all = large.prices(of: 20_640)
        #expect(all.prices.count == 20_640)
        #expect(some.prices == Array(all.prices.prefix(600)))
        #expect(some.features == all.features.rows(0..<600))
    }

    @Test func `of the town have Boston's features but for the one that judges people`() throws {
        let dataset = try load("sample_tracts")
        let names = dataset.features.map(\.name)
        #expect(names.count == 13)
        #expect(names[11] == "PARKS")
        #expect(!names.contains("B"))
        #expect(dataset.values.first?.unit == "k$")
        let (_, prices) = tables(dataset)
        #expect(prices.allSatisfy { (5...50).contains($0) })
        #expect((0.5...0.85).contains(correlation(dataset, 5, 13)), "rooms and price")
        #expect(correlation(dataset, 12, 13) < -0.5)
        #expect(correlation(dataset, 4, 7) < -0.6, "the air is better farther out")
    }

    @Test func `take the real ones' arguments`() throws {
        for text in ["sample_houses(version=small, test_split=0.5, seed=3)", "sample_tracts(test_split=0.3)"]
        {
            #expect(try load(text).reference.description == text)
        }
        let error = #expect(throws: TermError.self) { try load("sample_houses(version=smal)") }
        #expect(error?.description.contains("Did you mean “small”?") == true)
        #expect(throws: TermError.self) { try load("sample_tracts(version=small)") }
    }

    @Test func `are made ready as the real ones`() throws {
        #expect(SampleHouses().preprocessing == CaliforniaHousing().preprocessing)
        #expect(SampleTracts().preprocessing == BostonHousing().preprocessing)
        #expect(SampleDigits().preprocessing == MNIST().preprocessing)
    }
}

@Suite struct `Substitutes` {
    @Test func `can be loaded wherever a data set names one`() throws {
        for entry in Catalog.entries {
            guard let substitute = entry.substitute else { continue }
            #expect(try Catalog.entry(named: substitute.name).files.isEmpty, "\(entry.name)")
        }
        let named = Set(Catalog.entries.compactMap { $0.substitute?.name })
        #expect(named == ["sample", "sample_reviews", "sample_houses", "sample_tracts", "sample_digits"])
    }
}

import Testing

@testable import Datasets

@Suite struct `The drawn digits` {
    static let standard = Result {
        try Catalog.load(
            Term("sample_digits"), preprocessing: [], from: DataLocations(environment: [:]))
    }

    private func pixels(_ split: Split) -> DenseRows? {
        guard case .dense(let rows) = split.inputs else { return nil }
        return rows
    }

    @Test func `are the same on every machine`() throws {
        let dataset = try Self.standard.get()
        var sum = SHA256()
        for split in [dataset.train, dataset.test] {
            let bytes = try #require(pixels(split)).values.map { UInt8($0) } + split.labels.map { UInt8($0) }
            bytes.withUnsafeBytes { sum.update($0) }
        }
        #expect(sum.hexadecimal() == "2d7de77dcd555163530a134f04234287e10c4a4115d926a15eef2fdb4ae0ca40")
    }

    @Test func `are pictures like MNIST's, about as many of each digit, and about as dark`() throws {
        let dataset = try Self.standard.get()
        #expect([dataset.train.count, dataset.test.count] == [12_000, 2000])
        #expect(dataset.form == .picture(PictureSize(rows: 28, columns: 28)))
        #expect(dataset.classes == (0...9).map { "\($0)" })
        #expect(dataset.train.classCounts(10).allSatisfy { (1000...1400).contains($0) })
        let rows = try #require(pixels(dataset.train))
        #expect(rows.values.allSatisfy { (0...255).contains($0) && $0 == $0.rounded() })
        let mean = rows.values.reduce(0.0) { $0 + Double($1) } / Double(rows.values.count)
        #expect((24...40).contains(mean))
    }

    @Test func `leave ink on every paper, and none in most corners`() throws {
        let rows = try #require(pixels(Self.standard.get().train))
        #expect((0..<rows.count).allSatisfy { (rows[$0].max() ?? 0) > 150 })
        let stained = (0..<rows.count).count { (rows[$0].first ?? 0) > 0 || (rows[$0].last ?? 0) > 0 }
        #expect(stained < 120)
    }

    @Test func `have several ways to be written, all within the square`() {
        #expect(DigitShape.styles.count == 10)
        for styles in DigitShape.styles {
            #expect(styles.count >= 2)
            for stroke in styles.flatMap(\.strokes) {
                #expect(stroke.points.count >= 2)
                #expect(stroke.points.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
            }
        }
    }

    @Test func `take no arguments, and stop where they are told to`() {
        struct Enough: Error {}
        let nowhere = DataLocations(environment: [:])
        #expect(throws: TermError.self) {
            try SampleDigits().load(Term(parsing: "sample_digits(count=3)"), from: nowhere) { _ in }
        }
        #expect(throws: Enough.self) {
            try SampleDigits().load(Term("sample_digits"), from: nowhere) { if $0 > 0.1 { throw Enough() } }
        }
    }
}

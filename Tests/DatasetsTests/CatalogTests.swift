import Testing

@testable import Datasets

@Suite struct `The catalogue` {
    @Test func `knows Reuters by name`() throws {
        let entry = try Catalog.entry(named: "reuters")
        #expect(entry.title == "Reuters")
        #expect(entry.files.map(\.name) == ["reuters.npz", "reuters_word_index.json"])
        #expect(entry.files.allSatisfy { $0.address.hasPrefix("https://") && $0.sha256.count == 64 })
    }

    @Test func `suggests the nearest name for one that it doesn't know`() {
        let error = #expect(throws: TermError.self) { try Catalog.entry(named: "routers") }
        #expect(error?.description == "There is no data set called “routers”. Did you mean “reuters”?")
        #expect(throws: TermError.self) {
            try Catalog.load(Term("routers"), from: DataLocations(environment: [:]))
        }
    }

    @Test func `has no name twice`() {
        #expect(Set(Catalog.entries.map(\.name)).count == Catalog.entries.count)
    }

    @Test func `prefers the first data set whose files are all there`() throws {
        let folder = try TemporaryFolder()
        let locations = DataLocations(option: folder.path, environment: ["HOME": folder.path])
        let first = try #require(Catalog.entries.first { !$0.files.isEmpty })
        let missing = Catalog.preferred(in: locations)
        #expect(missing.files.isEmpty || missing.name == Catalog.entries.last?.name)
        for (index, file) in first.files.enumerated() {
            #expect(locations.have(first.files) == false, "\(index) files are there")
            try folder.write([], to: file.name)
        }
        #expect(Catalog.preferred(in: locations).name == first.name)
    }
}

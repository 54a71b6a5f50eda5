import Testing

@testable import Training

@Suite struct `Room for products` {
    /// Buffers that fill a third of the address space: so many pass a look at what is free, three times.
    private static let threads = 400_000

    @Test func `is promised to one, and not to all who ask at once`() {
        let rooms = (0..<3).map { _ in BLAS.Room(threads: Self.threads) }
        let had = rooms.filter { (try? $0.reserve()) != nil }
        #expect(had.count < 3)
    }

    @Test func `is given back with the last reference`() throws {
        for _ in 0..<4 {
            let room = BLAS.Room(threads: 100_000)
            try room.reserve()
            try room.reserve()
        }
    }
}

import CMemoryLimit
import Testing

@testable import Training

@Suite struct `A limit of memory` {
    private static let megabyte = 1_000_000

    /// The limit that refuses another so many megabytes, as words.
    private func refusing(_ megabytes: Int, space: Int = 100, v: Int = 0, data: Int = 50, d: Int = 0)
        -> String?
    {
        let room = memory_room(
            space: space * Self.megabyte, space_limit: v * Self.megabyte, data: data * Self.megabyte,
            data_limit: d * Self.megabyte)
        return MemoryLimit.refusing(megabytes * Self.megabyte, in: room)?.words
    }

    @Test func `is named where the request exceeds it together with what is in use`() {
        #expect(refusing(60, v: 150) == "within the limit of 150 MB (ulimit -v)")
        #expect(refusing(110, d: 150) == "within the limit of 150 MB (ulimit -d)")
        #expect(refusing(.max / 2_000_000, v: 150) == "within the limit of 150 MB (ulimit -v)")
    }

    @Test func `is not where it leaves room, and the system refuses for another reason`() {
        #expect(refusing(60) == nil)
        #expect(refusing(40, v: 150) == nil)
        #expect(refusing(64_000, v: 1_000_000) == nil)
        #expect(refusing(64_000, v: 1_000_000, d: 500_000) == nil)
    }

    @Test func `is the smaller one of two that are exceeded, and else the one that is`() {
        #expect(refusing(200, v: 150, d: 120) == "within the limit of 120 MB (ulimit -d)")
        #expect(refusing(200, v: 120, d: 150) == "within the limit of 120 MB (ulimit -v)")
        #expect(refusing(60, v: 150, d: 120) == "within the limit of 150 MB (ulimit -v)")
        #expect(refusing(80, v: 1000, d: 120) == "within the limit of 120 MB (ulimit -d)")
    }

    @Test func `is named for a few bytes that the C library takes a megabyte for`() {
        #expect(refusing(0, v: 101) == "within the limit of 101 MB (ulimit -v)")
        #expect(refusing(0, v: 102) == nil)
    }

    @Test func `is named where nobody knows the use`() {
        #expect(refusing(1, space: 0, v: 150, data: 0) == "within the limit of 150 MB (ulimit -v)")
    }
}

import Foundation
import Testing

@testable import Training

/// Each in a process of its own, whose address space has room for a few buffers.
@Suite struct `Room for products` {
    @Test func `is promised to one, and not to all who ask at once`() async {
        await #expect(processExitsWith: .success) {
            try withRoom(buffers: 7) {
                let rooms = (0..<3).map { _ in BLAS.Room(threads: 3) }
                let had = rooms.filter { (try? $0.reserve()) != nil }
                #expect(1...2 ~= had.count)
            }
        }
    }

    @Test func `is given back with the last reference`() async {
        await #expect(processExitsWith: .success) {
            try withRoom(buffers: 4) {
                for _ in 0..<4 {
                    let room = BLAS.Room(threads: 3)
                    try room.reserve()
                    try room.reserve()
                }
            }
        }
    }
}

/// Leaves the process room for some buffers of OpenBLAS, which is loaded by then, and for no more.
private func withRoom(buffers: Int, _ body: () throws -> Void) throws {
    try BLAS.Room(threads: 1).reserve()
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).prefix { $0.isNumber }
    let held = try #require(Int(pages)) * sysconf(Int32(_SC_PAGESIZE))
    let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    var before = rlimit()
    try #require(getrlimit(resource, &before) == 0)
    var limit = rlimit(rlim_cur: rlim_t(held + buffers * (144 << 20)), rlim_max: before.rlim_max)
    try #require(setrlimit(resource, &limit) == 0)
    defer { setrlimit(resource, &before) }
    try body()
}

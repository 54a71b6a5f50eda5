import CMachine
import Training

/// The limits of this machine, measured in the same run as what is compared with them.
struct MachineLimits {
    /// Multiplications and additions a second on numbers in registers, at the level that training uses.
    let operations: Double
    /// Bytes a second of a triad over arrays far larger than any cache.
    let memory: Double
    /// Bytes a second of a triad over as much as the weights of R and their slots take.
    let cache: Double

    /// Measures for a second or two.
    init() {
        let level: Int32 =
            switch Machine.vectorLevel {
            case "v4": 2
            case "v3": 1
            default: 0
            }
        operations = Self.best { machine_multiply_add(level, 10_000_000) }
        memory = Self.triad(bytes: 402_653_184, times: 1)
        cache = Self.triad(bytes: 7_864_320, times: 50)
    }

    /// The limits in a line or two.
    var description: String {
        """
        At level \(Machine.vectorLevel) one core multiplies and adds at \(operations.giga) GFLOP/s (in registers), reads and \
        writes memory at \(memory.giga) GB/s
        (a triad of 403 MB) and 8 MB, what R's weights and Adam's slots take, at \(cache.giga) GB/s.
        """
    }

    private static func triad(bytes: Int, times: Int) -> Double {
        let count = bytes / 12
        var room = [Float](repeating: 1, count: 3 * count)
        return room.withUnsafeMutableBufferPointer { room in
            guard let start = room.baseAddress else { return .nan }
            return best {
                for _ in 0..<times { machine_triad(start, start + count, start + 2 * count, count) }
                return Double(12 * count * times)
            }
        }
    }

    /// The most that was done in a second of the processor, of eight tries.
    private static func best(of work: () -> Double) -> Double {
        (0..<8).map { _ in
            let began = machine_thread_seconds()
            let done = work()
            return done / (machine_thread_seconds() - began)
        }.max() ?? .nan
    }
}

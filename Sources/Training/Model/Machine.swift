import FoundationEssentials
import Glibc

/// The memory, the processors and the vector instructions of this machine.
public enum Machine {
    /// The memory that this process may take, in bytes: the machine's, or less where a limit says so.
    public static let memory = min(
        max(1, sysconf(Int32(_SC_PHYS_PAGES))) * max(1, sysconf(Int32(_SC_PAGESIZE))), memoryLimit)

    /// The number of threads that can work at the same time.
    public static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// The level of vector instructions that training uses: `baseline`, `v3` (AVX2) or `v4` (AVX-512).
    ///
    /// The best that the processor has, or what `NNBOARD_CPU` names among those.
    public static var vectorLevel: String { "\(Kernels.standard.level)" }

    /// Makes sure that the level of vector instructions that `NNBOARD_CPU` asks for can be had; to be asked before
    /// anything is trained.
    ///
    /// - Throws: ``VectorLevelError``.
    public static func checkVectorLevel() throws {
        _ = try Kernels.level(environment: ProcessInfo.processInfo.environment)
    }

    /// Processor seconds that this process has used so far, in all its threads.
    public static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

// MARK: - Limits of memory

extension Machine {
    /// The least of what `ulimit` and the control group allow; the largest number where neither does.
    private static var memoryLimit: Int {
        min(limit(RLIMIT_AS), limit(RLIMIT_DATA), controlGroupLimit(in: "/sys/fs/cgroup"))
    }

    private static func limit(_ resource: __rlimit_resource) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return .max }
        return Int(clamping: limit.rlim_cur)
    }

    /// The memory that the control groups of this process may take (Linux' control groups, version 2).
    private static func controlGroupLimit(in folder: String) -> Int {
        guard let groups = try? String(contentsOf: URL(filePath: "/proc/self/cgroup"), encoding: .utf8),
            let group = groups.split(separator: "\n").first(where: { $0.hasPrefix("0::") })?.dropFirst(3)
        else { return .max }
        var names = group.split(separator: "/")[...]
        var least = Int.max
        while true {
            let path = [folder] + names.map(String.init) + ["memory.max"]
            let file = URL(filePath: path.joined(separator: "/"))
            // “max”, or no file, is no limit.
            if let text = try? String(contentsOf: file, encoding: .utf8),
                let bytes = text.split(whereSeparator: \.isWhitespace).first.flatMap({ Int($0) })
            {
                least = min(least, bytes)
            }
            guard names.popLast() != nil else { return least }
        }
    }
}

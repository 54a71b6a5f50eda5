import FoundationEssentials
import Glibc

/// What this machine has.
public enum Machine {
    /// Its main memory in bytes.
    public static let memory = max(1, sysconf(Int32(_SC_PHYS_PAGES))) * max(1, sysconf(Int32(_SC_PAGESIZE)))

    /// How many threads work at the same time.
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

import Glibc

/// Memory for numbers, aligned for vectors, of a size that never changes.
final class Buffer<Element: BitwiseCopyable> {
    /// The first number.
    let start: UnsafeMutablePointer<Element>
    /// The number of elements.
    let count: Int

    /// Makes room for numbers, all bits of which are zero.
    ///
    /// - Parameter count: The number of elements.
    /// - Throws: ``EngineError/outOfMemory(bytes:limit:)``.
    init(zeros count: Int) throws {
        let (bytes, overflow) = max(1, count).multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        var memory: UnsafeMutableRawPointer?
        guard !overflow, posix_memalign(&memory, 64, bytes) == 0, let memory else {
            let wanted = overflow ? .max : bytes
            throw EngineError.outOfMemory(bytes: wanted, limit: .refusing(wanted))
        }
        memset(memory, 0, bytes)
        start = memory.bindMemory(to: Element.self, capacity: max(1, count))
        self.count = count
    }

    deinit { free(start) }

    /// One number.
    subscript(index: Int) -> Element {
        get { start[index] }
        set { start[index] = newValue }
    }
}

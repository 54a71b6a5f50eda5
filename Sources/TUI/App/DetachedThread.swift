import Glibc

/// A thread of its own, for work that waits for disks and networks.
///
/// Foundation has one too, but with it the program is three times as large, and slower to start.
enum DetachedThread {
    /// The work of the thread; an object, since C carries a pointer.
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts work and does not wait for it.
    ///
    /// - Parameter work: The work to do; the thread ends with it.
    static func start(_ work: @escaping @Sendable () -> Void) {
        let context = Unmanaged.passRetained(Work(work))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            // No room for another thread: then one of the tasks' has to wait.
            context.release()
            Task.detached { work() }
            return
        }
        pthread_detach(thread)
    }
}

import Glibc

/// The signal for a write to a pipe that nobody reads from any more.
package enum PipeSignal {
    /// Does something while a pipe without a reader is an error, and not the end of the program.
    package static func blocked(_ body: () -> Int32?) -> Int32? {
        var (pipe, before, pending) = (sigset_t(), sigset_t(), sigset_t())
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        sigpending(&pending)
        let wasPending = sigismember(&pending, SIGPIPE) == 1
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        let number = body()
        if number == EPIPE, !wasPending {
            var none = timespec()
            while sigtimedwait(&pipe, nil, &none) < 0, errno == EINTR {}
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        return number
    }
}

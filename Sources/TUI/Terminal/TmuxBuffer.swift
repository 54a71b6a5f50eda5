import Glibc

/// The paste buffer of the tmux that the program runs in.
///
/// tmux says whether it took a text, which no control string does. From version 3.2 on it hands the text on to the
/// clipboard of its own terminal, where its option `set-clipboard` lets it.
struct TmuxBuffer: Sendable {
    /// The time that tmux has to answer, in milliseconds.
    ///
    /// The screen is its window, so a tmux that hangs shows nothing anyhow.
    private static let patience = 2000

    private let program: String
    private let patience: Int
    private let signal: Int32

    /// Finds tmux.
    ///
    /// - Parameter environment: The environment's variables; `nil` comes back where `TMUX` says that this is no tmux.
    init?(environment: [String: String]) {
        guard environment["TMUX"]?.isEmpty == false else { return nil }
        self.init(program: "tmux")
    }

    /// Takes a program for tmux.
    ///
    /// - Parameters:
    ///   - program: Its name or path.
    ///   - patience: The time that it has to answer, in milliseconds.
    ///   - signal: The signal that ends it after that.
    init(program: String, patience: Int = TmuxBuffer.patience, signal: Int32 = SIGKILL) {
        (self.program, self.patience, self.signal) = (program, patience, signal)
    }

    /// Hands a text to tmux.
    ///
    /// - Parameter text: The text.
    /// - Returns: True if tmux has all of it; false where tmux is missing or older, or does not answer.
    func load(_ text: String) -> Bool {
        var ends: [Int32] = [-1, -1]
        // A socket, not a pipe: a reader that ends early must not end this program by SIGPIPE.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
        else { return false }
        let child = start(reading: ends[1])
        close(ends[1])
        guard let child else {
            close(ends[0])
            return false
        }
        defer { close(ends[0]) }
        let deadline = Self.milliseconds() + patience
        // If a part is missing, tmux must not live to see the end, which it would take for the text's.
        guard send(Array(text.utf8), to: ends[0], until: deadline) else {
            end(child)
            return false
        }
        shutdown(ends[0], Int32(SHUT_WR))
        return status(of: child, until: deadline) == 0
    }

    private func start(reading input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        // Signals that this program has blocked, or takes itself, are none of tmux's business.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = [program, "load-buffer", "-w", "-"].map {
            (word: String) in strdup(word)
        }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var child = pid_t()
        guard posix_spawnp(&child, program, &actions, &attributes, arguments, environ) == 0 else {
            return nil
        }
        return child
    }

    /// Sends all bytes.
    ///
    /// - Returns: True if all are on their way.
    private func send(_ bytes: [UInt8], to socket: Int32, until deadline: Int) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    socket, buffer.baseAddress.map { $0 + done }, buffer.count - done,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                done += count
                continue
            }
            guard count < 0, [EAGAIN, EINTR].contains(errno) else { return false }
            let left = deadline - Self.milliseconds()
            guard left > 0 else { return false }
            var waiting = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
            _ = poll(&waiting, 1, Int32(clamping: left))
        }
        return true
    }

    /// The exit status; `nil` where a signal ended the child, or it had to be ended.
    private func status(of child: pid_t, until deadline: Int) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : nil }
            if found < 0, errno != EINTR { return nil }
            guard Self.milliseconds() < deadline else {
                end(child)
                return nil
            }
            // The child's end wakes nobody here, so this looks again a little later.
            _ = poll(nil, 0, 2)
        }
    }

    /// Ends the child, and waits until it has ended.
    private func end(_ child: pid_t) {
        var status: Int32 = 0
        kill(child, signal)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

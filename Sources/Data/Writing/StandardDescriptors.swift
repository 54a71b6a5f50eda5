import Glibc

/// Standard input, output and error as the program finds them.
package enum StandardDescriptors {
    /// Makes ready to write, before any file is opened.
    ///
    /// A shell can start a program without them (`>&-`); the next file that it opens would take their place, and
    /// messages would be written into somebody's weights. And a limit for the size of files is an error like a full
    /// disk, not the end of the program.
    package static func prepare() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is given, which is this one. It refuses what the missing one would refuse.
            let rights = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
            _ = open("/dev/null", rights)
        }
        signal(SIGXFSZ, SIG_IGN)
    }
}

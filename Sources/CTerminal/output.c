// Standard output and error while the screen is on. A stray print must not corrupt the screen, and must not be lost
// either: both lead to a log, and the screen is drawn on a duplicate of standard output.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

static int screen = -1, real_output = -1, real_error = -1, log_file = -1;
static char log_path[PATH_MAX];
/// Tells whether 1 and 2 lead to the log.
static bool diverted;

int output_screen(void) { return screen; }
const char *output_log(void) { return log_path[0] ? log_path : NULL; }

/// Opens the log, emptied; -1 if it can't be had, also because another nnboard writes to it.
static int open_log(const char *path) {
    if (!path || !*path || strlen(path) >= sizeof log_path) return -1;
    int file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (file < 0) return -1;
    if (flock(file, LOCK_EX | LOCK_NB) || ftruncate(file, 0)) {
        close(file);
        return -1;
    }
    strcpy(log_path, path);
    return file;
}

/// The terminal, opened once more: the descriptors that the shell gave us share their flags with it, so they can't be
/// told not to wait. Where that may not be, as after `su`, each write has to borrow the flag.
static int open_screen(void) {
    int own = open("/proc/self/fd/1", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (own >= 0 && isatty(own)) return own;
    if (own >= 0) close(own);
    return fcntl(real_output, F_DUPFD_CLOEXEC, 3);
}

static void drop(int *descriptor) {
    if (*descriptor >= 0) close(*descriptor);
    *descriptor = -1;
}

bool output_divert(const char *log) {
    log_path[0] = 0;
    log_file = open_log(log);
    if (log_file < 0) log_file = memfd_create("nnboard log", MFD_CLOEXEC);
    real_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    screen = open_screen();
    // Standard error may be closed; then there is nothing to give back. Without a descriptor for it, it must stay as it
    // is: the reason for the end goes there.
    bool has_error = fcntl(STDERR_FILENO, F_GETFD) >= 0;
    real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (log_file < 0 || screen < 0 || real_output < 0 || (has_error && real_error < 0)) {
        drop(&log_file);
        drop(&screen);
        drop(&real_output);
        drop(&real_error);
        return false;
    }
    fflush(stdout);
    diverted = true;
    return dup2(log_file, STDOUT_FILENO) >= 0 && dup2(log_file, STDERR_FILENO) >= 0;
}

/// Makes text from anywhere harmless: a message may quote a file that holds escape sequences.
static size_t cleaned(char *bytes, size_t count) {
    unsigned char before = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned char byte = bytes[i];
        bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
        // U+0080 to U+009F are control characters, too: C2 80 to C2 9F in UTF-8.
        if (before == 0xC2 && byte >= 0x80 && byte < 0xA0) bytes[i - 1] = bytes[i] = '?';
        if (control) bytes[i] = '?';
        before = byte;
    }
    return count;
}

void output_give_back(void) {
    if (!diverted) return;
    diverted = false;
    dup2(real_output, STDOUT_FILENO);
    if (real_error >= 0)
        dup2(real_error, STDERR_FILENO);
    else
        close(STDERR_FILENO);

    // The end of it, if it is long: the reason for an end stands last.
    enum { most = 64 * 1024, piece = 1024 };
    off_t length = lseek(log_file, 0, SEEK_END), place = length > most ? length - most : 0;
    char bytes[piece];
    ssize_t count;
    while (place < length && (count = pread(log_file, bytes, sizeof bytes, place)) > 0) {
        if (output_write(real_error, bytes, cleaned(bytes, count), 200) < (size_t)count) break;
        place += count;
    }
}

size_t output_write(int descriptor, const char *bytes, size_t count, int milliseconds) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return 0;
    // A flag that is shared with the shell is borrowed for the moment only.
    if (!(flags & O_NONBLOCK)) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    size_t taken = 0;
    while (taken < count) {
        ssize_t written = write(descriptor, bytes + taken, count - taken);
        if (written > 0) {
            taken += written;
        } else if (written < 0 && errno == EINTR) {
            continue;
        } else {
            struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
            if (written == 0 || errno != EAGAIN || milliseconds <= 0) break;
            if (poll(&ready, 1, milliseconds) <= 0 || !(ready.revents & POLLOUT)) break;
        }
    }
    if (!(flags & O_NONBLOCK)) fcntl(descriptor, F_SETFL, flags);
    return taken;
}

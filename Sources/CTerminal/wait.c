// Waiting for whatever comes first, while what the terminal didn't take yet goes out behind it.
#include "internal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/// Tells whether the terminal has ended its line: readable, and yet with nothing to read.
static bool ended(void) {
    // Twice, for between asking and counting another reader may have had it.
    for (int i = 0; i < 2; i++) {
        struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
        int count = 0;
        if (poll(&input, 1, 0) <= 0 || !(input.revents & POLLIN)) return false;
        if (ioctl(STDIN_FILENO, FIONREAD, &count) == 0 && count > 0) return false;
    }
    return true;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

int terminal_wait(int timeout) {
    long long end = timeout < 0 ? -1 : now() + timeout;
    for (;;) {
        terminal_catch_up();
        bool waits = queue_count() > 0;
        struct pollfd ready[] = {
            {.fd = STDIN_FILENO, .events = POLLIN},
            {.fd = signals_event(), .events = POLLIN},
            {.fd = waits ? output_screen() : -1, .events = POLLOUT},
        };
        long long left = end < 0 ? -1 : end > now() ? end - now() : 0;
        int count = poll(ready, 3, signals_pending() ? 0 : (int)left);
        int reasons = signals_pending() ? TERMINAL_SIGNALLED : 0;
        if (count <= 0) return reasons;

        uint64_t wakes;
        if (ready[1].revents & POLLIN && read(ready[1].fd, &wakes, sizeof wakes) > 0) reasons |= TERMINAL_WOKEN;
        if (signals_pending()) reasons |= TERMINAL_SIGNALLED;
        if (ready[0].revents & (POLLHUP | POLLERR | POLLNVAL))
            reasons |= TERMINAL_HANGUP;
        else if (ready[0].revents & POLLIN)
            reasons |= ended() ? TERMINAL_HANGUP : TERMINAL_INPUT;
        if (ready[2].revents & (POLLHUP | POLLERR)) reasons |= TERMINAL_HANGUP;
        if (reasons) return reasons;
        // A line that says it takes more and then doesn't must not keep the processor busy.
        size_t before = queue_count();
        queue_send(0);
        if (queue_count() == before) poll(NULL, 0, 5);
    }
}

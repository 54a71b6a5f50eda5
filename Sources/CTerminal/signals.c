// Signals only leave a bit and a wake-up for the loop; crashes give the terminal back and go their way.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/time.h>
#include <unistd.h>

static const struct {
    int signal;
    unsigned bit;
} watched[] = {
    {SIGWINCH, TERMINAL_RESIZED}, {SIGTSTP, TERMINAL_STOPPED}, {SIGCONT, TERMINAL_CONTINUED},
    {SIGHUP, TERMINAL_SIGHUP},    {SIGINT, TERMINAL_SIGINT},   {SIGQUIT, TERMINAL_SIGQUIT},
    {SIGTERM, TERMINAL_SIGTERM},
};
enum { watched_count = sizeof watched / sizeof *watched };
static const unsigned ending = TERMINAL_SIGHUP | TERMINAL_SIGINT | TERMINAL_SIGQUIT | TERMINAL_SIGTERM;

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { crash_count = sizeof crashes / sizeof *crashes };

static struct sigaction before[watched_count], alarm_before;
static struct sigaction crash_before[crash_count];
static bool installed;
static atomic_uint pending;
static atomic_int first_ending;
// Opened once and never closed, so that a thread that wakes us late can't hit another file.
static atomic_int event = -1;
static char crash_note[8192];
// A stack overflow leaves no room for a handler on the stack itself. This one serves the thread that opens the terminal;
// the others have theirs from CThreadStacks, where the program links that.
static char crash_stack[64 * 1024];

void terminal_wake(void) {
    int descriptor = atomic_load(&event), error = errno;
    uint64_t one = 1;
    if (descriptor >= 0 && write(descriptor, &one, sizeof one) < 0) { /* full: the wake-up is there already */
    }
    errno = error;
}

static void on_signal(int number) {
    for (int i = 0; i < watched_count; i++) {
        if (watched[i].signal != number) continue;
        atomic_fetch_or(&pending, watched[i].bit);
        if (watched[i].bit & ending) {
            int none = 0;
            if (atomic_compare_exchange_strong(&first_ending, &none, number)) {
                // A bare system call, and so as safe here as alarm(). What is left of a second may go into restoring.
                struct itimerval grace = {.it_value = {.tv_usec = 700 * 1000}};
                setitimer(ITIMER_REAL, &grace, NULL);
            }
        }
    }
    terminal_wake();
}

/// The loop had its time, and hangs in a write or elsewhere.
static void on_alarm(int number) {
    (void)number;
    restore_now();
    _exit(128 + atomic_load(&first_ending));
}

static void on_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    signal(number, SIG_DFL);
    if (restore_now()) output_write(STDERR_FILENO, crash_note, strlen(crash_note), 200);
    // An instruction that fails will fail again; a signal that was sent must be sent again.
    if (info->si_code <= 0) raise(number);
}

/// exit() may be called on any thread, while the main thread draws.
static void on_exit_anywhere(void) { restore_now(); }

bool signals_open(void) {
    if (atomic_load(&event) < 0) {
        int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (descriptor < 0 || atexit(on_exit_anywhere)) return false;
        atomic_store(&event, descriptor);
    }
    atomic_store(&pending, 0);
    atomic_store(&first_ending, 0);
    const char *log = output_log();
    snprintf(crash_note, sizeof crash_note, "nnboard ended by mistake, and the terminal was restored.%s%s%s\n",
             log ? " What it wrote last is in " : "", log ? log : "", log ? "." : "");

    installed = true;
    // The process that started us may have blocked signals, as thread pools do; they would never reach us.
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, SIGALRM);
    for (int i = 0; i < watched_count; i++) sigaddset(&ours, watched[i].signal);
    for (int i = 0; i < crash_count; i++) sigaddset(&ours, crashes[i]);
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);

    // Without SA_RESTART, so that a wait ends.
    for (int i = 0; i < watched_count; i++) {
        struct sigaction action = {.sa_handler = on_signal};
        sigfillset(&action.sa_mask);
        sigaction(watched[i].signal, &action, &before[i]);
        // Started by nohup: what was ignored stays so.
        bool ignored = before[i].sa_handler == SIG_IGN && (watched[i].bit & ending);
        if (ignored) sigaction(watched[i].signal, &before[i], NULL);
    }
    struct sigaction timer = {.sa_handler = on_alarm};
    sigfillset(&timer.sa_mask);
    sigaction(SIGALRM, &timer, &alarm_before);

    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, NULL);
    for (int i = 0; i < crash_count; i++) {
        struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
        action.sa_sigaction = on_crash;
        sigaction(crashes[i], &action, &crash_before[i]);
    }
    return true;
}

void signals_close(void) {
    if (!installed) return;
    installed = false;
    struct itimerval none = {0};
    setitimer(ITIMER_REAL, &none, NULL);
    for (int i = 0; i < watched_count; i++) sigaction(watched[i].signal, &before[i], NULL);
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crash_before[i], NULL);
    sigaction(SIGALRM, &alarm_before, NULL);
}

int signals_event(void) { return atomic_load(&event); }
bool signals_pending(void) { return atomic_load(&pending) != 0; }
unsigned terminal_take_signals(void) { return atomic_exchange(&pending, 0); }
void signals_forget_stop(void) { atomic_fetch_and(&pending, ~(TERMINAL_STOPPED | TERMINAL_CONTINUED)); }

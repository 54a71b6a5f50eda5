// Giving the terminal back from where ncurses may not be called: a crash, a stuck terminal, exit() on any thread.
// The bytes are prepared while all is well; later nothing but system calls is needed.
#include "internal.h"

#include <curses.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static char sequence[512];
static size_t length;
static struct termios saved;
static atomic_bool open_now;

/// Appends a capability, without its padding: `$<5>` is for tputs, not for a terminal.
static void append(const char *text) {
    if (!text || text == (char *)-1) return;
    while (*text && length < sizeof sequence - 1) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end)
            text = end + 1;
        else
            sequence[length++] = *text++;
    }
}

void restore_prepare(void) {
    length = 0;
    append(modes_show());
    append(modes_off());
    append(exit_attribute_mode);
    append(orig_pair);
    append(cursor_normal);
    // Without another screen to leave, what was drawn scrolls away as ordinary text would.
    append(exit_ca_mode ? exit_ca_mode : "\r\n\n");
    append("\r");

    tcgetattr(STDIN_FILENO, &saved);
    atomic_store(&open_now, true);
}

bool restore_claim(void) { return atomic_exchange(&open_now, false); }

void restore_screen(void) {
    // Ends whatever control string or sequence the terminal has a part of; what is written next must not be taken in.
    static const char cancel[] = "\x18\033\\";
    int screen = output_screen();
    if (queue_is_cut()) output_write(screen, cancel, sizeof cancel - 1, 100);
    if (output_write(screen, sequence, length, 200) == length) return;
    // Nobody reads: what waits in the line is thrown away to make room for the one thing that matters.
    tcflush(screen, TCOFLUSH);
    output_write(screen, cancel, sizeof cancel - 1, 50);
    output_write(screen, sequence, length, 50);
}

void restore_line(void) { tcsetattr(STDIN_FILENO, TCSANOW, &saved); }

bool restore_now(void) {
    if (!restore_claim()) return false;
    restore_screen();
    restore_line();
    output_give_back();
    return true;
}

void terminal_give_back(void) { restore_now(); }

// The terminal, as small functions over plain numbers. ncurses stays behind them: no header of it is included here.
//
// All functions belong to the main thread, except where it says "any thread". One terminal at a time.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

/// The outcome of opening.
enum terminal_result {
    TERMINAL_OPENED,
    /// Standard input or output is no terminal.
    TERMINAL_NOT_A_TERMINAL,
    /// TERM is not set.
    TERMINAL_TYPE_MISSING,
    /// No terminfo entry has the name that TERM has.
    TERMINAL_TYPE_UNKNOWN,
    /// The entry has no way to clear the screen or to move the cursor (TERM=dumb).
    TERMINAL_TYPE_TOO_SIMPLE,
    /// A terminal is open already.
    TERMINAL_IN_USE,
    /// The system refused a file descriptor or memory.
    TERMINAL_NO_RESOURCES,
};

/// The most code points that a cell holds.
enum { TERMINAL_SCALARS = 8 };

/// One cell of a row.
struct terminal_cell {
    /// A character with its marks, or a picture of several joined ones; ended by 0 if fewer. None is of a private plane.
    uint32_t scalars[TERMINAL_SCALARS];
    /// Colour numbers below terminal_colors(), or -1 for the terminal's own.
    int32_t foreground, background;
    /// 1 bold, 2 underline, 4 reverse, 8 dim, 16 italic.
    uint16_t attributes;
    /// The columns that the caller counts for it, at most 6; 0 for those of a wide cell but the first.
    uint16_t columns;
};

enum terminal_event_kind {
    TERMINAL_CHARACTER,
    /// A character with Alt held.
    TERMINAL_ALT,
    TERMINAL_KEY,
    /// A button went down, or the wheel turned.
    TERMINAL_MOUSE,
    /// The mouse moved with its left button held.
    TERMINAL_DRAG,
    /// A button went up.
    TERMINAL_RELEASE,
    TERMINAL_PASTE_BEGIN,
    TERMINAL_PASTE_END,
    /// Something that means nothing to us; continue reading.
    TERMINAL_NOTHING,
};

/// Keys without a character; function keys are TERMINAL_KEY_FUNCTION + their number.
enum terminal_key {
    TERMINAL_KEY_UP,
    TERMINAL_KEY_DOWN,
    TERMINAL_KEY_LEFT,
    TERMINAL_KEY_RIGHT,
    TERMINAL_KEY_SHIFT_UP,
    TERMINAL_KEY_SHIFT_DOWN,
    TERMINAL_KEY_SHIFT_LEFT,
    TERMINAL_KEY_SHIFT_RIGHT,
    TERMINAL_KEY_CONTROL_UP,
    TERMINAL_KEY_CONTROL_DOWN,
    TERMINAL_KEY_CONTROL_LEFT,
    TERMINAL_KEY_CONTROL_RIGHT,
    TERMINAL_KEY_HOME,
    TERMINAL_KEY_END,
    TERMINAL_KEY_PAGE_UP,
    TERMINAL_KEY_PAGE_DOWN,
    TERMINAL_KEY_INSERT,
    TERMINAL_KEY_DELETE,
    TERMINAL_KEY_BACKSPACE,
    TERMINAL_KEY_ENTER,
    TERMINAL_KEY_BACK_TAB,
    TERMINAL_KEY_FUNCTION = 100,
};

enum terminal_button {
    TERMINAL_BUTTON_LEFT,
    TERMINAL_BUTTON_MIDDLE,
    TERMINAL_BUTTON_RIGHT,
    TERMINAL_WHEEL_UP,
    TERMINAL_WHEEL_DOWN,
};

struct terminal_event {
    /// One of terminal_event_kind.
    int32_t kind;
    /// The scalar, the key or the button.
    int32_t code;
    /// The cell under the mouse.
    int32_t column, row;
};

/// The reasons for terminal_wait to return, as bits; none after the timeout.
enum terminal_reason {
    TERMINAL_INPUT = 1,
    TERMINAL_WOKEN = 2,
    TERMINAL_SIGNALLED = 4,
    TERMINAL_HANGUP = 8,
};

/// Signals that arrived, as bits.
enum terminal_signal {
    TERMINAL_RESIZED = 1,
    TERMINAL_STOPPED = 2,
    TERMINAL_CONTINUED = 4,
    TERMINAL_SIGHUP = 8,
    TERMINAL_SIGINT = 16,
    TERMINAL_SIGQUIT = 32,
    TERMINAL_SIGTERM = 64,
};

/// Takes the terminal over: raw keys, the other screen, no cursor, mouse and bracketed paste where it has them.
///
/// Draws on the terminal behind standard output; 1 and 2 lead to the file at `log` until the end, or to memory where
/// that file can't be had. Whatever ends the program, the terminal is restored and what the log holds goes to the real
/// standard error. SIGKILL is excepted, after which nobody is left to do it; so is the overflow of another thread's
/// stack in a program that doesn't link CThreadStacks, for sigaltstack() serves the thread that called it alone.
enum terminal_result terminal_open(const char *log);

/// Gives the terminal, standard output and standard error back. Does nothing if none is open.
void terminal_close(void);

/// Does what of that needs nothing but system calls, for a program that must end at once. Any thread, in any state.
void terminal_give_back(void);

/// The size in columns and rows, both at least 1.
void terminal_size(int *columns, int *rows);

/// The number of the terminal's colours; 0 if it has none.
int terminal_colors(void);

/// Puts a row of `count` columns at (row, 0). Neither wraps nor scrolls, so the last cell is safe.
void terminal_put_row(int row, const struct terminal_cell *cells, int count);

/// Shows the cursor at a place; hides it if `column` is negative.
void terminal_put_cursor(int column, int row);

/// Sends what changed to the terminal, as one update where it knows of such.
///
/// Never waits for the terminal. While it hasn't taken the last frame, none is made; terminal_wait sends the rest of
/// that, and then what was put last.
void terminal_refresh(void);

/// Waits for a key, a wake-up, a signal or `timeout` milliseconds (-1: for ever); returns which, as bits.
int terminal_wait(int timeout);

/// The outcome of handing text to the clipboard.
enum terminal_copied {
    /// It was sent; no terminal says whether it was taken.
    TERMINAL_COPIED,
    /// The terminal has no way to do it.
    TERMINAL_COPY_UNKNOWN,
    /// It is longer than terminals take: 75,000 bytes.
    TERMINAL_COPY_TOO_LONG,
    /// The terminal doesn't take anything at the moment.
    TERMINAL_COPY_BUSY,
};

/// Hands `count` bytes of UTF-8 to the clipboard of the person at the terminal.
enum terminal_copied terminal_copy(const char *text, long count);

/// Ends the present or the next wait. Any thread, also from a signal handler, also when no terminal is open.
void terminal_wake(void);

/// Reads what a person did next; false if there is nothing (yet).
bool terminal_read(struct terminal_event *event);

/// Lets terminal_read take its bytes from a descriptor other than standard input, and forgets those that wait; for tests.
void terminal_read_from(int descriptor);

/// The signals since the last call, as bits of terminal_signal.
///
/// After one that asks the program to end, it has a second to call terminal_close. Then a timer restores what can be
/// restored and ends the program, whatever holds it up.
unsigned terminal_take_signals(void);

/// Takes the size that the terminal has now.
void terminal_refit(void);

/// Gives the terminal back, stops the program with its process group, and takes the terminal over when it continues.
void terminal_suspend(void);

/// Takes the terminal over again, after the program continued from a stop that it had not asked for.
void terminal_resume(void);

#endif

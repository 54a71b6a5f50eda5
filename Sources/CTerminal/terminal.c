// The screen: ncurses, opened, drawn on, suspended and closed.
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// Capabilities by their short names, which are macros; these two are our words, too.
#undef columns
#undef lines

/// Larger terminals are drawn on in part; a hostile size must not take all memory.
enum { most_columns = 1000, most_rows = 500 };

static SCREEN *opened;
static FILE *output;
static bool own_colors, synchronized;
static char paste_on[32], paste_off[32];

static void say(const char *bytes) {
    // ncurses has flushed what it had, so that this arrives in its place.
    size_t count = strlen(bytes);
    while (count > 0) {
        ssize_t written = write(output_screen(), bytes, count);
        if (written > 0) {
            bytes += written;
            count -= written;
        } else if (errno != EINTR) {
            return;
        }
    }
}

static bool begins(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

/// The capability, or "" if the terminal has none of that name.
static const char *capability(const char *name) {
    const char *text = tigetstr(name);
    return text && text != (char *)-1 ? text : "";
}

static enum terminal_result abandon(enum terminal_result result) {
    if (output) fclose(output);
    output = NULL;
    if (restore_claim()) output_give_back();
    signals_close();
    return result;
}

enum terminal_result terminal_open(const char *log) {
    if (opened) return TERMINAL_IN_USE;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TERMINAL;
    const char *type = getenv("TERM");
    if (!type || !*type) return TERMINAL_TYPE_MISSING;
    // initscr and newterm end the process, or worse, on a terminal that they don't know.
    int status = 0;
    if (setupterm(type, STDOUT_FILENO, &status) != OK) return TERMINAL_TYPE_UNKNOWN;
    TERMINAL *probe = cur_term;
    if (!*capability("cup") || !*capability("clear")) {
        del_curterm(probe);
        return TERMINAL_TYPE_TOO_SIMPLE;
    }

    // All text is UTF-8, whatever the locale; only its width tables matter here, and numbers keep their points. In
    // such a locale ncurses never repeats a character by "rep", which not every emulator knows.
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
    snprintf(paste_on, sizeof paste_on, "%s", capability("BE"));
    snprintf(paste_off, sizeof paste_off, "%s", capability("BD"));
    synchronized = begins(type, "xterm") || begins(type, "tmux");

    if (!output_divert(log)) {
        output_give_back();
        return abandon(TERMINAL_NO_RESOURCES);
    }
    restore_prepare(paste_off, synchronized);
    // Handlers of ours, set before newterm, stay: ncurses replaces only default ones.
    if (!signals_open()) return abandon(TERMINAL_NO_RESOURCES);
    int duplicate = fcntl(output_screen(), F_DUPFD_CLOEXEC, 3);
    output = duplicate < 0 ? NULL : fdopen(duplicate, "w");
    if (!output) return abandon(TERMINAL_NO_RESOURCES);
    // What the terminal says about its size counts, not LINES and COLUMNS.
    use_env(FALSE);
    use_tioctl(TRUE);
    opened = newterm(type, output, stdin);
    if (!opened) return abandon(TERMINAL_NO_RESOURCES);
    del_curterm(probe);

    raw();
    noecho();
    nonl();
    set_escdelay(25);
    // A key that waits must not cut an update short.
    typeahead(-1);
    curs_set(0);
    leaveok(stdscr, TRUE);
    own_colors = start_color() == OK && use_default_colors() == OK;
    if (!input_open(*paste_on)) {
        terminal_close();
        return TERMINAL_NO_RESOURCES;
    }
    terminal_refit();
    say(paste_on);
    return TERMINAL_OPENED;
}

void terminal_close(void) {
    if (!opened) return;
    say(paste_off);
    input_close();
    endwin();
    // From here on there is nothing left that a signal or exit() on another thread would have to restore.
    if (restore_claim()) output_give_back();
    signals_close();
    delscreen(opened);
    fclose(output);
    opened = NULL;
    output = NULL;
}

void terminal_size(int *columns, int *rows) {
    getmaxyx(stdscr, *rows, *columns);
}

int terminal_colors(void) { return has_colors() ? COLORS : 0; }

/// A pair for two colours; alloc_pair remembers them, and would crash on a terminal without colours.
static int pair(int foreground, int background) {
    if (!has_colors() || (foreground < 0 && background < 0)) return 0;
    if (!own_colors) {
        if (foreground < 0) foreground = COLOR_WHITE;
        if (background < 0) background = COLOR_BLACK;
    }
    int found = alloc_pair(foreground, background);
    return found < 0 ? 0 : found;
}

static attr_t attributes(unsigned bits) {
    return (bits & 1 ? A_BOLD : 0) | (bits & 2 ? A_UNDERLINE : 0) | (bits & 4 ? A_REVERSE : 0) |
           (bits & 8 ? A_DIM : 0) | (bits & 16 ? A_ITALIC : 0);
}

void terminal_put_row(int row, const struct terminal_cell *cells, int count) {
    cchar_t line[most_columns];
    int used = 0, last_pair = 0, columns = 0;
    const struct terminal_cell *last = NULL;
    for (int i = 0; i < count && columns < most_columns; i++) {
        const struct terminal_cell *cell = &cells[i];
        if (cell->columns == 0) continue;
        if (!last || last->foreground != cell->foreground || last->background != cell->background)
            last_pair = pair(cell->foreground, cell->background);
        last = cell;

        wchar_t text[5] = {cell->scalars[0], cell->scalars[1], cell->scalars[2], cell->scalars[3]};
        // Where the C library counts another width than we do, the row would shift.
        bool agreed = wcwidth(text[0]) == cell->columns;
        for (int mark = 1; text[mark] && agreed; mark++) agreed = wcwidth(text[mark]) == 0;
        int width = agreed ? 1 : cell->columns;
        attr_t attribute = attributes(cell->attributes);
        for (int j = 0; j < width && used < most_columns; j++) {
            if (!agreed || setcchar(&line[used], text, attribute, 0, &last_pair) != OK)
                setcchar(&line[used], j ? L" " : L"?", attribute, 0, &last_pair);
            used++;
        }
        columns += cell->columns;
    }
    mvadd_wchnstr(row, 0, line, used);
}

void terminal_put_cursor(int column, int row) {
    bool wanted = column >= 0;
    // A cursor that can't be hidden (vt100) waits in the corner, where it covers nothing.
    bool shown = curs_set(wanted ? 1 : 0) == ERR || wanted;
    leaveok(stdscr, !shown);
    if (wanted) wmove(stdscr, row, column);
    else if (shown) wmove(stdscr, getmaxy(stdscr) - 1, 0);
}

void terminal_refresh(void) {
    wnoutrefresh(stdscr);
    if (synchronized) say("\033[?2026h");
    doupdate();
    if (synchronized) say("\033[?2026l");
}

void terminal_refit(void) {
    struct winsize now;
    if (ioctl(output_screen(), TIOCGWINSZ, &now) || !now.ws_row || !now.ws_col) return;
    int rows = now.ws_row < most_rows ? now.ws_row : most_rows;
    int columns = now.ws_col < most_columns ? now.ws_col : most_columns;
    // Unlike resizeterm, this puts no key into the input.
    resize_term(rows, columns);
    clearok(curscr, TRUE);
}

/// After endwin, the next update takes the terminal over again, with its modes, mouse and cursor.
static void take_over(void) {
    terminal_refit();
    terminal_refresh();
    say(paste_on);
}

void terminal_suspend(void) {
    if (!opened) return;
    say(paste_off);
    endwin();

    struct sigaction ours, standard = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &standard, &ours);
    // The whole group, as the terminal itself would: make or a pipeline around us stops, too.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    signals_forget_stop();
    take_over();
}

void terminal_resume(void) {
    if (!opened) return;
    // Whoever had the terminal meanwhile may have left it in any state; leaving it makes ncurses set all of it anew.
    endwin();
    take_over();
}

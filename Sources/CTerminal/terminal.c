// The screen: ncurses, opened, drawn on, suspended and closed.
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Capabilities by their short names, which are macros; these two are our words, too.
#undef columns
#undef lines

/// Larger terminals are drawn on in part; a hostile size must not take all memory.
enum { most_columns = 1000, most_rows = 500 };

static SCREEN *opened;
// ncurses writes into memory, by a descriptor of its own; only whole frames go into the queue.
static FILE *output;
static int memory = -1;
static bool own_colors, synchronized;
/// Whether something was put that is on no frame yet.
static bool due;
static int cursor_column = -1, cursor_row;
static char modes_on[160], modes_off[160];
static struct termios raw_line;

const char *terminal_capability(const char *name) {
    const char *text = tigetstr(name);
    return text && text != (char *)-1 ? text : "";
}

static bool begins(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

static void append(char *list, const char *text) {
    size_t used = strlen(list);
    snprintf(list + used, sizeof modes_on - used, "%s", text);
}

/// Keys, mouse and pastes, as far as the terminal has them: what switches them on, and off.
static void choose_modes(void) {
    modes_on[0] = modes_off[0] = 0;
    append(modes_on, terminal_capability("smkx"));
    const char *paste_on = terminal_capability("BE"), *paste_off = terminal_capability("BD");
    bool mouse = *terminal_capability("kmous");
    // Entries for tmux and screen often lack it. A terminal with a mouse knows it or ignores it.
    if (!*paste_on && mouse) paste_on = "\033[?2004h", paste_off = "\033[?2004l";
    append(modes_on, paste_on);
    append(modes_off, paste_off);
    if (mouse) {
        // Presses and releases, moves with a button held, and places as numbers.
        append(modes_on, "\033[?1000h\033[?1002h\033[?1006h");
        append(modes_off, "\033[?1006l\033[?1002l\033[?1000l");
    }
    append(modes_off, terminal_capability("rmkx"));
}

/// Whether a frame can be held back until it is whole, so that none is seen half done.
///
/// Entries seldom say so (`Sync`), and the question DECRQM isn't asked: over a slow line its answer would come as keys,
/// or after the program's end. Emulators ignore a private mode that they don't know, so all of their families get it;
/// consoles and terminals of old don't.
static bool holds_back(const char *type) {
    static const char *const families[] = {"xterm", "tmux",  "alacritty", "kitty", "foot",
                                           "wezterm", "ghostty", "contour", "rio"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (begins(type, families[i])) return true;
    }
    return *terminal_capability("Sync");
}

static enum terminal_result abandon(enum terminal_result result) {
    if (output) fclose(output);
    if (memory >= 0) close(memory);
    output = NULL;
    memory = -1;
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
    if (!*terminal_capability("cup") || !*terminal_capability("clear")) {
        del_curterm(probe);
        return TERMINAL_TYPE_TOO_SIMPLE;
    }

    // All text is UTF-8, whatever the locale; only its width tables matter here, and numbers keep their points. In
    // such a locale ncurses never repeats a character by "rep", which not every emulator knows.
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
    choose_modes();
    synchronized = holds_back(type);

    if (!output_divert(log)) {
        output_give_back();
        return abandon(TERMINAL_NO_RESOURCES);
    }
    restore_prepare(modes_off, synchronized);
    // Handlers of ours, set before newterm, stay: ncurses replaces only default ones.
    if (!signals_open()) return abandon(TERMINAL_NO_RESOURCES);
    memory = memfd_create("nnboard screen", MFD_CLOEXEC);
    int duplicate = fcntl(output_screen(), F_DUPFD_CLOEXEC, 3);
    output = memory < 0 || duplicate < 0 ? NULL : fdopen(duplicate, "w");
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
    tcgetattr(STDIN_FILENO, &raw_line);
    // ncurses has seen a terminal and set its line. From here on it waits for nobody.
    dup2(memory, duplicate);
    // A key that waits must not cut an update short.
    typeahead(-1);
    leaveok(stdscr, TRUE);
    own_colors = start_color() == OK && use_default_colors() == OK;
    cursor_column = -1;
    due = false;
    input_open();
    terminal_refit();
    queue_add(modes_on);
    return TERMINAL_OPENED;
}

/// Moves what ncurses has written into the queue; returns whether there was anything.
static bool collect(const char *before, const char *after) {
    off_t length = lseek(memory, 0, SEEK_END);
    if (length <= 0) return false;
    queue_add(before);
    char *frame = malloc(length);
    ssize_t count = frame ? pread(memory, frame, length, 0) : 0;
    char *place = count > 0 ? queue_room(scroll_room(frame, count)) : NULL;
    if (place) queue_grow(scroll_rewrite(frame, count, place));
    free(frame);
    queue_add(after);
    if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
    return true;
}

/// Gives the screen and the line back, in order where the terminal takes it in time.
static void leave(void) {
    endwin();
    if (queue_count() == 0) {
        queue_add(modes_off);
        collect("", "");
        if (queue_send(200)) {
            restore_line();
            return;
        }
    }
    restore_screen();
    queue_drop();
    if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
    restore_line();
}

void terminal_close(void) {
    if (!opened) return;
    leave();
    // From here on there is nothing left that a signal or exit() on another thread would have to restore.
    if (restore_claim()) output_give_back();
    signals_close();
    delscreen(opened);
    fclose(output);
    close(memory);
    opened = NULL;
    output = NULL;
    memory = -1;
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
    cursor_column = column;
    cursor_row = row;
}

static void place_cursor(void) {
    bool wanted = cursor_column >= 0;
    // A cursor that can't be hidden (vt100) waits in the corner, where it covers nothing.
    bool shown = curs_set(wanted ? 1 : 0) == ERR || wanted;
    leaveok(stdscr, !shown);
    if (wanted) wmove(stdscr, cursor_row, cursor_column);
    else if (shown) wmove(stdscr, getmaxy(stdscr) - 1, 0);
}

void terminal_catch_up(void) {
    if (!opened || !queue_send(0) || !due) return;
    due = false;
    place_cursor();
    wnoutrefresh(stdscr);
    doupdate();
    if (collect(synchronized ? "\033[?2026h" : "", synchronized ? "\033[?2026l" : "")) queue_send(0);
}

void terminal_refresh(void) {
    due = true;
    terminal_catch_up();
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

/// After endwin, the next update takes the screen over again.
static void take_over(void) {
    tcsetattr(STDIN_FILENO, TCSANOW, &raw_line);
    terminal_refit();
    terminal_refresh();
    queue_add(modes_on);
    queue_send(0);
}

void terminal_suspend(void) {
    if (!opened) return;
    leave();

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

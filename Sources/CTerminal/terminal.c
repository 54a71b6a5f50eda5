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
static bool own_colors;
/// Tells whether something was put that is on no frame yet.
static bool due;
static int cursor_column = -1, cursor_row;
static struct termios raw_line;

static enum terminal_result abandon(enum terminal_result result) {
    if (output) fclose(output);
    if (memory >= 0) close(memory);
    output = NULL;
    memory = -1;
    if (restore_claim()) output_give_back();
    signals_close();
    return result;
}

/// Tells whether the terminal is larger than what is drawn on.
static bool is_huge(void) {
    struct winsize now;
    return !ioctl(output_screen(), TIOCGWINSZ, &now) && (now.ws_row > most_rows || now.ws_col > most_columns);
}

/// Bytes that make so many lines scroll where the last of them ends; "" where the terminal can't be told.
static const char *scrolling_lines(int count) {
    const char *region = terminal_capability("csr");
    const char *sequence = *region ? tparm(region, 0, count - 1, 0, 0, 0, 0, 0, 0, 0) : NULL;
    return sequence ? sequence : "";
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
    modes_choose(type);

    if (!output_divert(log)) {
        output_give_back();
        return abandon(TERMINAL_NO_RESOURCES);
    }
    restore_prepare();
    // Handlers of ours, set before newterm, stay: ncurses replaces only default ones.
    if (!signals_open()) return abandon(TERMINAL_NO_RESOURCES);
    memory = memfd_create("nnboard screen", MFD_CLOEXEC);
    int duplicate = fcntl(output_screen(), F_DUPFD_CLOEXEC, 3);
    output = memory < 0 || duplicate < 0 ? NULL : fdopen(duplicate, "w");
    if (!output) return abandon(TERMINAL_NO_RESOURCES);
    // The terminal's own word about its size counts, not LINES and COLUMNS. But ncurses would make room for
    // any size, so on a huge one it begins with the entry's, and terminal_refit takes as much as is drawn on.
    bool huge = is_huge();
    use_env(FALSE);
    use_tioctl(!huge);
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
    // By the entry's size ncurses has let too few lines scroll.
    if (huge) queue_add(scrolling_lines(getmaxy(stdscr)));
    queue_add(modes_on());
    return TERMINAL_OPENED;
}

/// Moves what ncurses has written into the queue; returns whether there was anything.
static bool collect(const char *before, const char *after) {
    off_t length = lseek(memory, 0, SEEK_END);
    if (length <= 0) return false;
    queue_add(before);
    char *frame = malloc(length);
    ssize_t count = frame ? pread(memory, frame, length, 0) : 0;
    char *whole = count > 0 ? malloc(clusters_room(frame, count)) : NULL;
    count = whole ? clusters_rewrite(frame, count, whole) : 0;
    free(frame);
    frame = whole;
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
        queue_add(modes_off());
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

char *terminal_move(char *to, size_t room, int row, int column) {
    const char *move = tparm(terminal_capability("cup"), row, column, 0, 0, 0, 0, 0, 0, 0);
    for (size_t used = 0; move && *move && used < room; move++) {
        // Between $< and > stands how long a terminal of old has to be waited for.
        if (move[0] == '$' && move[1] == '<') {
            move = strchr(move, '>');
            if (!move) break;
        } else {
            *to++ = *move;
            used++;
        }
    }
    return to;
}

/// The way of a cell onto the screen.
struct shape {
    /// Tells whether ncurses and all terminals agree about the character's width.
    bool is_plain;
    /// The most columns that a terminal may take for it.
    int most;
};

static struct shape shape_of(const struct terminal_cell *cell) {
    const uint32_t *text = cell->scalars;
    struct shape shape = {.is_plain = wcwidth(text[0]) == cell->columns, .most = 0};
    for (int i = 0; i < TERMINAL_SCALARS && text[i]; i++) {
        int width = wcwidth(text[i]);
        shape.most += width < 0 ? 2 : width;
        if (i == 0) continue;
        // Joiners and the wish to be shown as a picture change the width for some terminals.
        if (width != 0 || text[i] == 0x200D || text[i] == 0xFE0F || i >= CCHARW_MAX) shape.is_plain = false;
    }
    if (shape.most < cell->columns) shape.most = cell->columns;
    return shape;
}

void terminal_put_row(int row, const struct terminal_cell *cells, int count) {
    // Of a wide character ncurses makes the second half itself, so there may be fewer of these than columns.
    cchar_t line[most_columns];
    int used = 0, column = 0, last_pair = 0;
    bool has_clusters = false;
    const struct terminal_cell *last = NULL;
    // A character that a terminal takes for wider than its room would wrap, and scroll on the last line.
    int end = getmaxx(stdscr) - (row == getmaxy(stdscr) - 1);
    clusters_clear(row);
    for (int i = 0; i < count && column < most_columns; i++) {
        const struct terminal_cell *cell = &cells[i];
        if (cell->columns == 0) continue;
        if (!last || last->foreground != cell->foreground || last->background != cell->background)
            last_pair = pair(cell->foreground, cell->background);
        last = cell;

        attr_t attribute = attributes(cell->attributes);
        struct shape shape = shape_of(cell);
        wchar_t text[CCHARW_MAX + 1] = {0};
        for (int j = 0; j < CCHARW_MAX && j < TERMINAL_SCALARS; j++) text[j] = cell->scalars[j];
        if (shape.is_plain && setcchar(&line[used], text, attribute, 0, &last_pair) == OK) {
            used++;
            column += cell->columns;
            continue;
        }
        bool fits = column + shape.most <= end && shape.most <= most_cluster_columns;
        for (int j = 0; j < cell->columns && column < most_columns; j++, column++) {
            uint32_t code = fits ? clusters_add(row, column, j ? NULL : cell->scalars, cell->columns) : 0;
            if (!code) fits = false;
            has_clusters |= code != 0;
            // An unknown word is a question mark, so a character that can't be shown is a dot.
            wchar_t mark = cell->scalars[0] < 0x80 ? (wchar_t)cell->scalars[0] : 0xB7;
            wchar_t put[2] = {code ? (wchar_t)code : j ? L' ' : mark, 0};
            setcchar(&line[used++], put, attribute, 0, &last_pair);
        }
    }
    mvadd_wchnstr(row, 0, line, used);
    // Cells that such a character may have covered are drawn again with it.
    if (has_clusters) wredrawln(stdscr, row, 1);
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
    if (collect(modes_hold(), modes_show())) queue_send(0);
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
    queue_add(modes_on());
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
    // The program that had the terminal meanwhile may have left it in any state; leaving it makes ncurses set
    // all of it again.
    endwin();
    take_over();
}

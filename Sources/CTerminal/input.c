// What a person does: keys, mouse, and the marks around a paste.
#include "internal.h"

#include <curses.h>

/// Keys of our own, beyond those that ncurses numbers.
enum { paste_begin = 0x1001, paste_end = 0x1002 };

// Reading from a pad never refreshes the screen in passing, as reading from a window may.
static WINDOW *keys;

/// Teaches sequences that terminals send and their terminfo entries lack.
static void teach(const char *sequence, int code) {
    if (key_defined(sequence) == 0) define_key(sequence, code);
}

bool input_open(bool paste) {
    keys = newpad(1, 1);
    if (!keys) return false;
    keypad(keys, TRUE);
    nodelay(keys, TRUE);
    mousemask(BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON2_PRESSED | BUTTON2_CLICKED |
                  BUTTON3_PRESSED | BUTTON3_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED,
              NULL);
    mouseinterval(0);
    if (paste) {
        define_key("\033[200~", paste_begin);
        define_key("\033[201~", paste_end);
    }
    // Both cursor key modes: some terminals stay in the other one.
    teach("\033[A", KEY_UP), teach("\033OA", KEY_UP);
    teach("\033[B", KEY_DOWN), teach("\033OB", KEY_DOWN);
    teach("\033[C", KEY_RIGHT), teach("\033OC", KEY_RIGHT);
    teach("\033[D", KEY_LEFT), teach("\033OD", KEY_LEFT);
    teach("\033[H", KEY_HOME), teach("\033OH", KEY_HOME), teach("\033[1~", KEY_HOME), teach("\033[7~", KEY_HOME);
    teach("\033[F", KEY_END), teach("\033OF", KEY_END), teach("\033[4~", KEY_END), teach("\033[8~", KEY_END);
    teach("\033[2~", KEY_IC), teach("\033[3~", KEY_DC), teach("\033[5~", KEY_PPAGE), teach("\033[6~", KEY_NPAGE);
    teach("\033[Z", KEY_BTAB), teach("\033OM", KEY_ENTER);
    teach("\033[1;2A", KEY_SR), teach("\033[1;2B", KEY_SF);
    teach("\033[1;2C", KEY_SRIGHT), teach("\033[1;2D", KEY_SLEFT);
    return true;
}

void input_close(void) {
    delwin(keys);
    keys = NULL;
}

/// The key that ncurses means; -1 if it is none of ours.
static int key(wint_t code) {
    if (code >= KEY_F(1) && code <= KEY_F(63)) return TERMINAL_KEY_FUNCTION + (int)(code - KEY_F0);
    switch (code) {
    case KEY_UP: return TERMINAL_KEY_UP;
    case KEY_DOWN: return TERMINAL_KEY_DOWN;
    case KEY_LEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT: return TERMINAL_KEY_RIGHT;
    case KEY_SR: return TERMINAL_KEY_SHIFT_UP;
    case KEY_SF: return TERMINAL_KEY_SHIFT_DOWN;
    case KEY_SLEFT: return TERMINAL_KEY_SHIFT_LEFT;
    case KEY_SRIGHT: return TERMINAL_KEY_SHIFT_RIGHT;
    // The corners of the numeric pad, where that sends codes of its own.
    case KEY_HOME: case KEY_FIND: case KEY_A1: return TERMINAL_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return TERMINAL_KEY_END;
    case KEY_PPAGE: case KEY_A3: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return TERMINAL_KEY_PAGE_DOWN;
    case KEY_IC: return TERMINAL_KEY_INSERT;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    case KEY_BTAB: return TERMINAL_KEY_BACK_TAB;
    default: return -1;
    }
}

static bool mouse(struct terminal_event *event) {
    // ncurses calls a press and a release that arrive together a click.
    static const struct {
        mmask_t mask;
        int button;
    } buttons[] = {
        {BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED, TERMINAL_BUTTON_LEFT},
        {BUTTON2_PRESSED | BUTTON2_CLICKED, TERMINAL_BUTTON_MIDDLE},
        {BUTTON3_PRESSED | BUTTON3_CLICKED, TERMINAL_BUTTON_RIGHT},
        {BUTTON4_PRESSED, TERMINAL_WHEEL_UP},
        {BUTTON5_PRESSED, TERMINAL_WHEEL_DOWN},
    };
    MEVENT report;
    if (getmouse(&report) != OK) return false;
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        if (!(report.bstate & buttons[i].mask)) continue;
        *event = (struct terminal_event){TERMINAL_MOUSE, buttons[i].button, report.x, report.y};
        return true;
    }
    return false;
}

/// Reads past a sequence that no table knows, so that its letters aren't taken for keys.
///
/// Returns whether there was one. Escape alone leaves nothing behind it: ncurses has waited for more already.
static bool skip_sequence(void) {
    wint_t next;
    if (wget_wch(keys, &next) != OK) return false;
    if (next != '[' && next != 'O') {
        unget_wch(next);
        return false;
    }
    wint_t letter;
    do {
        if (wget_wch(keys, &letter) != OK) break;
    } while (next == '[' && letter >= 0x20 && letter < 0x40);
    return true;
}

bool terminal_read(struct terminal_event *event) {
    wint_t code;
    *event = (struct terminal_event){.kind = TERMINAL_NOTHING};
    switch (wget_wch(keys, &code)) {
    case OK:
        if (code != 27 || !skip_sequence()) {
            event->kind = TERMINAL_CHARACTER;
            event->code = code;
        }
        return true;
    case KEY_CODE_YES:
        if (code == paste_begin) {
            event->kind = TERMINAL_PASTE_BEGIN;
        } else if (code == paste_end) {
            event->kind = TERMINAL_PASTE_END;
        } else if (code == KEY_MOUSE) {
            mouse(event);
        } else if (key(code) >= 0) {
            event->kind = TERMINAL_KEY;
            event->code = key(code);
        }
        return true;
    default:
        return false;
    }
}

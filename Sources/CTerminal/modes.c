// The modes that are on while the screen is ours, besides those of ncurses: keys, mouse, pastes, whole frames.
#include "internal.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <term.h>

static char on[160], off[160];
static bool holds_back;

const char *modes_on(void) { return on; }
const char *modes_off(void) { return off; }
const char *modes_hold(void) { return holds_back ? "\033[?2026h" : ""; }
const char *modes_show(void) { return holds_back ? "\033[?2026l" : ""; }

const char *terminal_capability(const char *name) {
    const char *text = tigetstr(name);
    return text && text != (char *)-1 ? text : "";
}

static void append(char *list, const char *text) {
    size_t used = strlen(list);
    snprintf(list + used, sizeof on - used, "%s", text);
}

/// Tells whether a frame can be held back until it is whole, so that none is seen half done.
///
/// Entries seldom say so (`Sync`), and the question DECRQM isn't asked: over a slow line its answer would come as keys,
/// or after the program's end. Emulators ignore a private mode that they don't know, so all of their families get it;
/// consoles and terminals of old don't.
static bool can_hold_back(const char *type) {
    static const char *const families[] = {"xterm",   "tmux",    "alacritty", "kitty", "foot",
                                           "wezterm", "ghostty", "contour",   "rio"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (!strncmp(type, families[i], strlen(families[i]))) return true;
    }
    return *terminal_capability("Sync");
}

void modes_choose(const char *type) {
    on[0] = off[0] = 0;
    append(on, terminal_capability("smkx"));
    const char *paste_on = terminal_capability("BE"), *paste_off = terminal_capability("BD");
    bool mouse = *terminal_capability("kmous");
    // Entries for tmux and screen often lack it. A terminal with a mouse knows it or ignores it.
    if (!*paste_on && mouse) paste_on = "\033[?2004h", paste_off = "\033[?2004l";
    append(on, paste_on);
    append(off, paste_off);
    if (mouse) {
        // Presses and releases, moves with a button held, and places as numbers.
        append(on, "\033[?1000h\033[?1002h\033[?1006h");
        append(off, "\033[?1006l\033[?1002l\033[?1000l");
    }
    append(off, terminal_capability("rmkx"));
    holds_back = can_hold_back(type);
}

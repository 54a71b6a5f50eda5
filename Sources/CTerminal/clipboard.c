// Text for the clipboard, by the control string OSC 52: the one way that also works over ssh.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

// xterm's own limit, and about that of others.
enum { most_base64 = 100000, most_bytes = most_base64 / 4 * 3 };

/// Terminals that know it, although their terminfo entries (`Ms`) often don't say so.
static const char *const knowing[] = {"xterm",   "tmux", "screen", "alacritty", "kitty", "foot",    "wezterm", "rxvt",
                                      "contour", "st-",  "ghostty", "iterm",     "mintty", "konsole", "vte",     "gnome"};

static bool knows(const char *type) {
    if (*terminal_capability("Ms")) return true;
    for (size_t i = 0; i < sizeof knowing / sizeof *knowing; i++) {
        if (!strncmp(type, knowing[i], strlen(knowing[i]))) return true;
    }
    return false;
}

/// Writes base64 and ends it with 0.
static void encode(const unsigned char *text, size_t count, char *place) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < count; i += 3) {
        size_t left = count - i;
        unsigned three = text[i] << 16 | (left > 1 ? text[i + 1] << 8 : 0) | (left > 2 ? text[i + 2] : 0);
        *place++ = digits[three >> 18];
        *place++ = digits[three >> 12 & 63];
        *place++ = left > 1 ? digits[three >> 6 & 63] : '=';
        *place++ = left > 2 ? digits[three & 63] : '=';
    }
    *place = 0;
}

/// Sends it through GNU screen to the terminal around it, in pieces as long as screen takes.
static void add_for_screen(const char *coded) {
    enum { piece = 512 };
    char part[piece + 1];
    queue_add("\033P\033]52;c;");
    for (size_t length = strlen(coded), i = 0; i < length; i += piece) {
        strncpy(part, coded + i, piece);
        part[piece] = 0;
        if (i > 0) queue_add("\033\\\033P");
        queue_add(part);
    }
    queue_add("\a\033\\");
}

enum terminal_copied terminal_copy(const char *text, long count) {
    const char *type = getenv("TERM"), *outer = getenv("TMUX");
    if (!type || !knows(type)) return TERMINAL_COPY_UNKNOWN;
    if (count > most_bytes) return TERMINAL_COPY_TOO_LONG;
    // A second text behind one that nobody takes would let the queue grow.
    if (!queue_send(0)) return TERMINAL_COPY_BUSY;
    char *coded = malloc(most_base64 + 8);
    if (!coded) return TERMINAL_COPY_BUSY;
    encode((const unsigned char *)text, count, coded);

    bool tmux = (outer && *outer) || !strncmp(type, "tmux", 4);
    if (!tmux && !strncmp(type, "screen", 6)) {
        add_for_screen(coded);
    } else {
        // tmux takes it itself where "set-clipboard" is on …
        queue_add("\033]52;c;");
        queue_add(coded);
        queue_add("\a");
        if (tmux) {
            // … and hands it on where "allow-passthrough" is. The same text twice does no harm.
            queue_add("\033Ptmux;\033\033]52;c;");
            queue_add(coded);
            queue_add("\a\033\\");
        }
    }
    free(coded);
    queue_send(0);
    return TERMINAL_COPIED;
}

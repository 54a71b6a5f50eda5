// The key that a sequence stands for: first by the terminal's entry, then by what nearly all terminals agree on.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { shift = 1, alt = 2, control = 4 };

struct named {
    const char *name;
    int key;
};

/// Capabilities of terminfo; the corners of the numeric pad may have codes of their own.
static const struct named capabilities[] = {
    {"kcuu1", TERMINAL_KEY_UP},          {"kcud1", TERMINAL_KEY_DOWN},         {"kcub1", TERMINAL_KEY_LEFT},
    {"kcuf1", TERMINAL_KEY_RIGHT},       {"kri", TERMINAL_KEY_SHIFT_UP},       {"kind", TERMINAL_KEY_SHIFT_DOWN},
    {"kLFT", TERMINAL_KEY_SHIFT_LEFT},   {"kRIT", TERMINAL_KEY_SHIFT_RIGHT},   {"kUP5", TERMINAL_KEY_CONTROL_UP},
    {"kDN5", TERMINAL_KEY_CONTROL_DOWN}, {"kLFT5", TERMINAL_KEY_CONTROL_LEFT}, {"kRIT5", TERMINAL_KEY_CONTROL_RIGHT},
    {"khome", TERMINAL_KEY_HOME},        {"kfnd", TERMINAL_KEY_HOME},          {"ka1", TERMINAL_KEY_HOME},
    {"kend", TERMINAL_KEY_END},          {"kslt", TERMINAL_KEY_END},           {"kc1", TERMINAL_KEY_END},
    {"kpp", TERMINAL_KEY_PAGE_UP},       {"ka3", TERMINAL_KEY_PAGE_UP},        {"knp", TERMINAL_KEY_PAGE_DOWN},
    {"kc3", TERMINAL_KEY_PAGE_DOWN},     {"kich1", TERMINAL_KEY_INSERT},       {"kdch1", TERMINAL_KEY_DELETE},
    {"kbs", TERMINAL_KEY_BACKSPACE},     {"kent", TERMINAL_KEY_ENTER},         {"kcbt", TERMINAL_KEY_BACK_TAB},
};
enum { capability_count = sizeof capabilities / sizeof *capabilities, most_functions = 63 };

/// Sequences of the open terminal; they belong to its entry.
static struct named own[capability_count + most_functions];
static int own_count;

static void learn(const char *name, int key) {
    const char *sequence = terminal_capability(name);
    // Single characters mean what they mean everywhere.
    if (sequence[0] == '\033' && sequence[1]) own[own_count++] = (struct named){sequence, key};
}

void keys_open(void) {
    own_count = 0;
    for (int i = 0; i < capability_count; i++) learn(capabilities[i].name, capabilities[i].key);
    for (int i = 1; i <= most_functions; i++) {
        char name[8];
        snprintf(name, sizeof name, "kf%d", i);
        learn(name, TERMINAL_KEY_FUNCTION + i);
    }
}

int keys_named(const char *sequence) {
    for (int i = 0; i < own_count; i++) {
        if (!strcmp(own[i].name, sequence)) return own[i].key;
    }
    return -1;
}

/// An arrow by its letter, A to D, with what was held.
static int arrow(char letter, int held) {
    static const int plain[] = {TERMINAL_KEY_UP, TERMINAL_KEY_DOWN, TERMINAL_KEY_RIGHT, TERMINAL_KEY_LEFT};
    static const int shifted[] = {TERMINAL_KEY_SHIFT_UP, TERMINAL_KEY_SHIFT_DOWN, TERMINAL_KEY_SHIFT_RIGHT,
                                  TERMINAL_KEY_SHIFT_LEFT};
    static const int controlled[] = {TERMINAL_KEY_CONTROL_UP, TERMINAL_KEY_CONTROL_DOWN, TERMINAL_KEY_CONTROL_RIGHT,
                                     TERMINAL_KEY_CONTROL_LEFT};
    // Alt and an arrow means what control does: a longer way.
    return (held & (alt | control) ? controlled : held & shift ? shifted : plain)[letter - 'A'];
}

/// A key by the number before its `~`.
static int numbered(int number) {
    static const int functions[] = {11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34};
    switch (number) {
    case 1: case 7: return TERMINAL_KEY_HOME;
    case 2: return TERMINAL_KEY_INSERT;
    case 3: return TERMINAL_KEY_DELETE;
    case 4: case 8: return TERMINAL_KEY_END;
    case 5: return TERMINAL_KEY_PAGE_UP;
    case 6: return TERMINAL_KEY_PAGE_DOWN;
    }
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (functions[i] == number) return TERMINAL_KEY_FUNCTION + (int)i + 1;
    }
    return -1;
}

/// A key that has the same letter after `ESC [` and after `ESC O`.
static int lettered(char letter, int held) {
    switch (letter) {
    case 'A': case 'B': case 'C': case 'D': return arrow(letter, held);
    case 'H': return TERMINAL_KEY_HOME;
    case 'F': return TERMINAL_KEY_END;
    case 'P': case 'Q': case 'R': case 'S': return TERMINAL_KEY_FUNCTION + 1 + letter - 'P';
    case 'Z': return TERMINAL_KEY_BACK_TAB;
    default: return -1;
    }
}

/// A character with what was held, as terminals tell that are asked to tell all.
static void told(int code, int held, struct terminal_event *event) {
    bool letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    if (code < 1 || code > 0x10FFFF) return;
    event->kind = held & alt ? TERMINAL_ALT : TERMINAL_CHARACTER;
    event->code = held & control && letter ? code & 31 : code;
}

void keys_common(const char *sequence, bool escaped, struct terminal_event *event) {
    int first = 0, second = 0;
    char *rest = (char *)sequence + 2;
    first = strtol(rest, &rest, 10);
    if (*rest == ';') second = strtol(rest + 1, &rest, 10);
    // `ESC [ 5 A` and `ESC O 5 A` are older ways to write `ESC [ 1 ; 5 A`.
    bool old = !second && first > 1 && *rest >= 'A' && *rest <= 'D';
    int held = (old ? first : second) > 0 ? (old ? first : second) - 1 : 0;
    if (escaped) held |= alt;

    int key = -1;
    char last = *rest;
    bool after_o = sequence[1] == 'O';
    if (last == 0) {
        return;
    } else if (last == ';' && first == 27) {
        char *end;
        long code = strtol(rest + 1, &end, 10);
        if (*end == '~') told(code, held, event);
        return;
    } else if (last == 'u' && !after_o) {
        told(first, held, event);
        return;
    } else if (rest[1] != 0 && !(last == '[' && rest[2] == 0)) {
        return;
    } else if (last == '[' && rest[1] >= 'A' && rest[1] <= 'E') {
        key = TERMINAL_KEY_FUNCTION + 1 + rest[1] - 'A';  // the console of Linux
    } else if (last >= 'a' && last <= 'd') {
        key = arrow(last - 'a' + 'A', after_o ? control : shift);  // rxvt
    } else if (last == '~' || last == '^' || last == '@' || last == '$') {
        key = first == 200 || first == 201 ? -1 : numbered(first);
        if (last == '~' && first == 200) event->kind = TERMINAL_PASTE_BEGIN;
        if (last == '~' && first == 201) event->kind = TERMINAL_PASTE_END;
    } else if (after_o && last == 'M') {
        key = TERMINAL_KEY_ENTER;
    } else if (after_o && last >= 'j' && last <= 'y') {
        // The numeric pad: * + , - . / and the digits.
        event->kind = TERMINAL_CHARACTER;
        event->code = last - 'j' + '*';
    } else {
        key = lettered(last, held);
    }
    if (key < 0) return;
    event->kind = TERMINAL_KEY;
    event->code = key;
}

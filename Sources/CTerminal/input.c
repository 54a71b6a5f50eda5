// The person's input, read from the bytes that the terminal sends: characters, keys, mouse, pastes.
//
// Not by ncurses: that reads byte by byte, which takes minutes for a long paste, and tells neither Alt nor drags.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/// Milliseconds in which the rest of a key comes, and the rest of what is surely no key alone.
enum { key_delay = 25, sequence_delay = 200 };

static unsigned char buffer[1 << 16];
static size_t first, end;
/// The origin of the bytes.
static int source = STDIN_FILENO;

void input_open(void) {
    first = end = 0;
    keys_open();
}

void terminal_read_from(int descriptor) {
    source = descriptor;
    first = end = 0;
}

/// The byte so far ahead; -1 if none comes in time.
static int peek(size_t ahead, int milliseconds) {
    while (first + ahead >= end) {
        if (first > 0) {
            memmove(buffer, buffer + first, end - first);
            end -= first;
            first = 0;
        }
        struct pollfd input = {.fd = source, .events = POLLIN};
        if (end == sizeof buffer || poll(&input, 1, milliseconds) <= 0 || !(input.revents & POLLIN)) return -1;
        ssize_t count = read(source, buffer + end, sizeof buffer - end);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return -1;
        end += count;
    }
    return buffer[first + ahead];
}

static void skip(size_t count) { first = first + count < end ? first + count : end; }

/// Reads a character of UTF-8 so far ahead, and skips all up to its end; leaves the event alone if it is none.
static void read_character(size_t ahead, int kind, struct terminal_event *event) {
    int byte = peek(ahead, 0);
    int more = byte < 0x80 ? 0 : byte >= 0xC2 && byte < 0xE0 ? 1 : byte >= 0xE0 && byte < 0xF0 ? 2 : 3;
    if (byte >= 0x80 && (byte < 0xC2 || byte > 0xF4)) {
        skip(ahead + 1);
        return;
    }
    int scalar = more == 0 ? byte : byte & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
        int next = peek(ahead + i, key_delay);
        if (next < 0x80 || next >= 0xC0) {
            skip(ahead + i);
            return;
        }
        scalar = scalar << 6 | (next & 0x3F);
    }
    skip(ahead + more + 1);
    // Longer forms of shorter characters are not UTF-8, nor are halves of pairs.
    static const int least[] = {0, 0x80, 0x800, 0x10000};
    if (scalar < least[more] || scalar > 0x10FFFF || (scalar >= 0xD800 && scalar < 0xE000)) return;
    event->kind = kind;
    event->code = scalar;
}

/// Reads `ESC [ …` or `ESC O …`, where `escaped` says that one more ESC came before it: Alt, as rxvt sends it.
static void read_sequence(bool escaped, struct terminal_event *event) {
    char text[48] = "\033";
    size_t length = 1, start = escaped;
    bool whole = false;
    while (!whole && length < sizeof text - 1) {
        int byte = peek(start + length, length < 3 ? key_delay : sequence_delay);
        // ESC begins something else, and other control characters are none of it.
        if (byte < 0x20 || byte > 0x7E) break;
        text[length++] = byte;
        bool second = length == 3 && byte == '[' && text[1] == '[';
        whole = length > 2 && byte >= 0x40 && !second;
    }
    text[length] = 0;
    skip(start + length);
    if (length == 2) {
        event->kind = TERMINAL_ALT;
        event->code = text[1];
    } else if (!strcmp(text, "\033[M")) {
        unsigned char bytes[3];
        if (peek(2, sequence_delay) < 0) return;
        for (int i = 0; i < 3; i++) bytes[i] = peek(i, 0);
        skip(3);
        mouse_bytes(bytes, event);
    } else if (!strncmp(text, "\033[<", 3)) {
        mouse_numbers(text + 3, event);
    } else if (whole && !escaped && keys_named(text) >= 0) {
        event->kind = TERMINAL_KEY;
        event->code = keys_named(text);
    } else if (whole) {
        keys_common(text, escaped, event);
    }
}

static void read_escape(struct terminal_event *event) {
    int next = peek(1, key_delay);
    bool escaped = next == 27;
    if (escaped) next = peek(2, key_delay);
    char two[] = {27, next, 0};
    if (next == '[' || next == 'O') {
        read_sequence(escaped, event);
    } else if ((next < 0x20 && next != '\b') || escaped) {
        // Alone, or with a key behind it that nobody holds Alt with.
        event->kind = TERMINAL_CHARACTER;
        event->code = 27;
        skip(1);
    } else if (next < 0x80 && keys_named(two) >= 0) {
        event->kind = TERMINAL_KEY;
        event->code = keys_named(two);
        skip(2);
    } else {
        read_character(1, TERMINAL_ALT, event);
    }
}

bool terminal_read(struct terminal_event *event) {
    *event = (struct terminal_event){.kind = TERMINAL_NOTHING};
    int byte = peek(0, 0);
    if (byte < 0) return false;
    if (byte == 27)
        read_escape(event);
    else
        read_character(0, TERMINAL_CHARACTER, event);
    return true;
}

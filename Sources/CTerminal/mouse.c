// The events of the mouse, as terminals report them: in numbers (mode 1006), or in three bytes as of old.
#include "internal.h"

#include <stdio.h>

enum { shift = 4, alt = 8, control = 16, moving = 32, wheel = 64, others = 128 };

static void report(int bits, int column, int row, bool released, struct terminal_event *event) {
    int button = bits & 3;
    if (column < 1 || row < 1 || bits & others) return;
    event->column = column - 1;
    event->row = row - 1;
    if (bits & wheel) {
        // With control held, many terminals change their letters' size; it isn't for us even where they don't.
        if (released || button > 1 || bits & control) return;
        event->kind = TERMINAL_MOUSE;
        event->code = button == 0 ? TERMINAL_WHEEL_UP : TERMINAL_WHEEL_DOWN;
    } else if (released || (button == 3 && !(bits & moving))) {
        event->kind = TERMINAL_RELEASE;
    } else if (bits & moving) {
        if (button == 0) event->kind = TERMINAL_DRAG;
    } else {
        event->kind = TERMINAL_MOUSE;
        event->code = (int[]){TERMINAL_BUTTON_LEFT, TERMINAL_BUTTON_MIDDLE, TERMINAL_BUTTON_RIGHT}[button];
    }
}

void mouse_numbers(const char *text, struct terminal_event *event) {
    int bits, column, row, end = 0;
    char last;
    if (sscanf(text, "%5d;%5d;%5d%c%n", &bits, &column, &row, &last, &end) < 4 || text[end]) return;
    if (bits >= 0 && (last == 'M' || last == 'm')) report(bits, column, row, last == 'm', event);
}

void mouse_bytes(const unsigned char bytes[3], struct terminal_event *event) {
    report(bytes[0] - 32, bytes[1] - 32, bytes[2] - 32, false, event);
}

// Scrolling by several lines at once, said in words that every emulator knows.
//
// ncurses moves lines within a region by CSI n S and CSI n T where the terminal's entry has them, and nothing keeps it
// from doing so. Some emulators lack them. Deleting or inserting lines at the region's top does the same.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { longest_move = 16 };

size_t scroll_room(const char *frame, size_t length) {
    size_t room = length;
    for (size_t i = 0; i < length; i++)
        if (frame[i] == 'S' || frame[i] == 'T') room += longest_move;
    return room;
}

size_t scroll_rewrite(const char *frame, size_t length, char *to) {
    int top = 1;
    size_t done = 0;
    for (size_t i = 0; i < length;) {
        size_t end = i + 2;
        bool is_sequence = frame[i] == '\033' && end < length && frame[i + 1] == '[';
        while (is_sequence && end < length && ((frame[end] >= '0' && frame[end] <= '9') || frame[end] == ';')) end++;
        if (!is_sequence || end >= length) {
            to[done++] = frame[i++];
            continue;
        }
        char last = frame[end];
        if (last == 'r') top = atoi(frame + i + 2) > 0 ? atoi(frame + i + 2) : 1;
        if (last == 'S' || last == 'T') {
            // The cursor's place does not matter: ncurses sets it again after each change of the region.
            int lines = atoi(frame + i + 2);
            char move[longest_move + 16];
            int size = snprintf(move, sizeof move, "\033[%d;1H\033[%d%c", top, lines > 0 ? lines : 1,
                                last == 'S' ? 'M' : 'L');
            memcpy(to + done, move, size);
            done += size;
        } else {
            memcpy(to + done, frame + i, end + 1 - i);
            done += end + 1 - i;
        }
        i = end + 1;
    }
    return done;
}

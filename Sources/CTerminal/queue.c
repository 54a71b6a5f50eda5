// Bytes on their way to the terminal. Nothing here waits: what the terminal doesn't take at once stays until it does.
// No frame is made while another is on its way, so that no more than one, and a text for the clipboard, can wait here.
#include "internal.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static char *bytes;
static size_t room;
// Read where a crash is dealt with, too.
static atomic_size_t sent, count;

size_t queue_count(void) { return count - sent; }
bool queue_is_cut(void) { return sent > 0; }

char *queue_room(size_t more) {
    if (count + more > room) {
        char *larger = realloc(bytes, (count + more) * 2);
        if (!larger) return NULL;
        bytes = larger;
        room = (count + more) * 2;
    }
    return bytes + count;
}

void queue_grow(size_t more) { count += more; }

void queue_add(const char *text) {
    size_t length = strlen(text);
    char *place = queue_room(length);
    if (!place) return;
    memcpy(place, text, length);
    queue_grow(length);
}

void queue_drop(void) {
    count = 0;
    sent = 0;
    // A frame of a huge screen need not keep its room for ever.
    if (room > 1 << 20) {
        free(bytes);
        bytes = NULL;
        room = 0;
    }
}

bool queue_send(int milliseconds) {
    if (queue_count() > 0) sent += output_write(output_screen(), bytes + sent, queue_count(), milliseconds);
    if (queue_count() > 0) return false;
    queue_drop();
    return true;
}

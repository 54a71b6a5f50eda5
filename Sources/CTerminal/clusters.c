// Characters of whose width terminals think differently: flags, families of pictures, letters with spacing marks.
//
// ncurses counts columns as the C library does, and moves the cursor by that. Where a terminal counts otherwise, all
// behind such a character would stand in the wrong place. So ncurses is given placeholders, a private character for
// each column, and on the way to the terminal each becomes the character between two moves of the cursor: whatever the
// terminal takes for its width, the next column begins where it should.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The private characters of plane 15, which Swift's side never lets through from a text. In UTF-8 all begin with F3 and
// a byte from B0 on.
enum { first_code = 0xF0000, most_slots = 0xFFFD, most_rows = 500, longest_move = 32 };

struct slot {
    /// The character for the first column of several; nothing for those behind it.
    uint32_t text[TERMINAL_SCALARS];
    int row, column, columns;
    /// The next slot of the row, or of those that are free; -1 at the end.
    int next;
};

static struct slot *slots;
static int capacity, unused = -1;
/// Each row's first slot, counted from 1; 0 where it has none.
static int rows[most_rows];

void clusters_clear(int row) {
    if (row < 0 || row >= most_rows) return;
    for (int i = rows[row] - 1; i >= 0;) {
        int next = slots[i].next;
        slots[i].next = unused;
        unused = i;
        i = next;
    }
    rows[row] = 0;
}

static bool grow(void) {
    int wanted = capacity ? capacity * 2 : 64;
    if (wanted > most_slots) wanted = most_slots;
    if (wanted == capacity) return false;
    struct slot *grown = realloc(slots, wanted * sizeof *grown);
    if (!grown) return false;
    slots = grown;
    for (int i = wanted - 1; i >= capacity; i--) {
        slots[i].next = unused;
        unused = i;
    }
    capacity = wanted;
    return true;
}

uint32_t clusters_add(int row, int column, const uint32_t *text, int columns) {
    if (row < 0 || row >= most_rows || (unused < 0 && !grow())) return 0;
    int i = unused;
    unused = slots[i].next;
    struct slot *slot = &slots[i];
    memset(slot, 0, sizeof *slot);
    if (text) memcpy(slot->text, text, sizeof slot->text);
    slot->row = row;
    slot->column = column;
    slot->columns = columns;
    slot->next = rows[row] - 1;
    rows[row] = i + 1;
    return first_code + i;
}

static char *put_scalar(char *to, uint32_t scalar) {
    if (scalar < 0x80) {
        *to++ = scalar;
    } else if (scalar < 0x800) {
        *to++ = 0xC0 | scalar >> 6;
        *to++ = 0x80 | (scalar & 0x3F);
    } else if (scalar < 0x10000) {
        *to++ = 0xE0 | scalar >> 12;
        *to++ = 0x80 | (scalar >> 6 & 0x3F);
        *to++ = 0x80 | (scalar & 0x3F);
    } else {
        *to++ = 0xF0 | scalar >> 18;
        *to++ = 0x80 | (scalar >> 12 & 0x3F);
        *to++ = 0x80 | (scalar >> 6 & 0x3F);
        *to++ = 0x80 | (scalar & 0x3F);
    }
    return to;
}

static char *put_slot(char *to, const struct slot *slot) {
    if (slot->text[0]) {
        // A terminal that takes fewer columns leaves some of them as they are, so they are blank before.
        memset(to, ' ', slot->columns);
        to = terminal_move(to + slot->columns, longest_move, slot->row, slot->column);
        for (int i = 0; i < TERMINAL_SCALARS && slot->text[i]; i++) to = put_scalar(to, slot->text[i]);
    }
    return terminal_move(to, longest_move, slot->row, slot->column + 1);
}

/// The slot of the placeholder that begins at a place; NULL if none does.
static const struct slot *slot_at(const char *frame, size_t left) {
    const unsigned char *bytes = (const unsigned char *)frame;
    if (left < 4 || bytes[0] != 0xF3 || bytes[1] < 0xB0) return NULL;
    int i = ((bytes[1] & 0x3F) << 12 | (bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F)) - (first_code & 0x3FFFF);
    return i >= 0 && i < capacity ? &slots[i] : NULL;
}

size_t clusters_room(const char *frame, size_t length) {
    size_t room = length;
    for (size_t i = 0; i < length; i++)
        if (slot_at(frame + i, length - i)) room += TERMINAL_SCALARS * 4 + most_cluster_columns + 2 * longest_move;
    return room;
}

size_t clusters_rewrite(const char *frame, size_t length, char *to) {
    char *start = to;
    for (size_t i = 0; i < length;) {
        const struct slot *slot = slot_at(frame + i, length - i);
        if (slot) {
            to = put_slot(to, slot);
            i += 4;
        } else {
            *to++ = frame[i++];
        }
    }
    return to - start;
}

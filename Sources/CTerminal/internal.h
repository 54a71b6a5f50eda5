// The declarations that the files of this module share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include "CTerminal.h"

#include <stddef.h>

// output.c: standard output and error lead to a log while the screen is on.
bool output_divert(const char *log);
/// The descriptor that the screen is drawn on. Writing to it never waits.
int output_screen(void);
/// Gives 1 and 2 back and repeats on standard error what they were told. Safe in a signal handler.
void output_give_back(void);
/// The path of the log; NULL if it is in memory.
const char *output_log(void);
/// Writes, waiting for a stuck reader no longer than `milliseconds`; returns how many bytes were taken. Safe in a
/// signal handler.
size_t output_write(int descriptor, const char *bytes, size_t count, int milliseconds);

// queue.c: bytes on their way to the terminal.
void queue_add(const char *text);
/// Room for so many bytes at the end, which queue_grow then counts; NULL if there is no memory.
char *queue_room(size_t more);
void queue_grow(size_t more);
/// The number of bytes that wait.
size_t queue_count(void);
/// Tells whether the terminal has a part only of what waits. Safe in a signal handler.
bool queue_is_cut(void);
/// Sends what the terminal takes, waiting no longer than `milliseconds`; true if nothing is left.
bool queue_send(int milliseconds);
void queue_drop(void);

// scroll.c: how lines move.
/// The most bytes that a frame may take once it is rewritten.
size_t scroll_room(const char *frame, size_t length);
/// Writes a frame without the sequences that not every emulator knows; returns how many bytes it has then.
size_t scroll_rewrite(const char *frame, size_t length, char *to);

// clusters.c: characters of whose width terminals think differently.
enum { most_cluster_columns = 8 };
/// Forgets the placeholders of a row.
void clusters_clear(int row);
/// A private character that stands for one column: for the first of a wide character, with its TERMINAL_SCALARS code
/// points, or for one behind it, without. 0 if there are too many.
uint32_t clusters_add(int row, int column, const uint32_t *text, int columns);
/// The most bytes of a frame once its placeholders are replaced.
size_t clusters_room(const char *frame, size_t length);
/// Writes a frame with what its placeholders stand for; returns how many bytes it has then.
size_t clusters_rewrite(const char *frame, size_t length, char *to);

// signals.c
bool signals_open(void);
void signals_close(void);
/// Signals that arrived and were not taken yet.
bool signals_pending(void);
/// The descriptor that becomes readable with each wake-up.
int signals_event(void);
/// Clears the traces of a stop that terminal_suspend had asked for.
void signals_forget_stop(void);

// restore.c: giving the terminal back where ncurses may not be called.
void restore_prepare(void);
/// Gives the terminal back once, from whatever state, with nothing but system calls. Safe in a signal handler.
///
/// Returns false if somebody else has done it or does it now.
bool restore_now(void);
/// Writes what restores the screen, in place of what waits; throws that away, too, if nobody reads.
void restore_screen(void);
/// Gives the line its modes back.
void restore_line(void);
/// Claims the orderly way of closing: true for the one caller that may do it.
bool restore_claim(void);

// modes.c: what is switched on while the screen is ours.
void modes_choose(const char *type);
const char *modes_on(void);
const char *modes_off(void);
/// Holds a frame back until it is whole, and shows it; "" where the terminal can't.
const char *modes_hold(void);
const char *modes_show(void);
/// The capability of the open terminal's entry, or "" if it has none of that name.
const char *terminal_capability(const char *name);

// terminal.c
/// Writes what moves the cursor, at most `room` bytes; returns the place behind it.
char *terminal_move(char *to, size_t room, int row, int column);
/// Draws what was put meanwhile, if a frame had to be left out.
void terminal_catch_up(void);

// input.c
void input_open(void);

// keys.c
void keys_open(void);
/// The key that sends a sequence, by the terminal's entry; -1 if none.
int keys_named(const char *sequence);
/// Reads a sequence that most terminals agree on; leaves the event alone if it is none.
void keys_common(const char *sequence, bool escaped, struct terminal_event *event);

// mouse.c
/// Reads `button;column;row` and M or m; leaves the event alone where that means nothing to us.
void mouse_numbers(const char *text, struct terminal_event *event);
void mouse_bytes(const unsigned char bytes[3], struct terminal_event *event);

#endif

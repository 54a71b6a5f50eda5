// What the files of this module share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include "CTerminal.h"

#include <stddef.h>

// output.c: standard output and error lead to a log while the screen is on.
bool output_divert(const char *log);
/// The descriptor that the screen is drawn on.
int output_screen(void);
/// Gives 1 and 2 back and repeats on standard error what they were told. Safe in a signal handler.
void output_give_back(void);
/// Where the log is; NULL if in memory.
const char *output_log(void);
/// Writes all of it, but waits for a stuck reader no longer than `milliseconds`. Safe in a signal handler.
bool output_write(int descriptor, const char *bytes, size_t count, int milliseconds);

// signals.c
bool signals_open(void);
void signals_close(void);
/// Signals that arrived and were not taken yet.
bool signals_pending(void);
/// Clears the traces of a stop that terminal_suspend had asked for.
void signals_forget_stop(void);

// restore.c: giving the terminal back where ncurses may not be called.
void restore_prepare(const char *paste_off, bool synchronized);
/// Gives the terminal back once, from whatever state, with nothing but system calls. Safe in a signal handler.
///
/// Returns false if somebody else has done it or does it now.
bool restore_now(void);
/// Claims the orderly way of closing: true for the one caller that may do it.
bool restore_claim(void);

// input.c
bool input_open(bool paste);
void input_close(void);

#endif

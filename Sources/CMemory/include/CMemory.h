// The end of the program, with a sentence, where the system refuses memory or a thread.
//
// Swift traps there, libdispatch asks again each second for ever, and neither can be caught. So malloc, calloc and realloc
// stand in front of the C library's, in every program that links this module; see memory.c.
#ifndef CMEMORY_H
#define CMEMORY_H

#include <stdbool.h>
#include <stddef.h>

/// Tells whether the calling thread deals with a refusal itself, until it says otherwise: NULL is what it is given then.
///
/// posix_memalign() and mmap() are never stood in front of.
void memory_set_handling(bool is_handling);

/// Tells whether a run is under way whose epochs are in files, so that the next start offers it: the sentence at the end
/// says so. From any thread.
void memory_set_kept(bool is_kept);

/// Gives the terminal back, says what was refused, and ends the program with status 1.
///
/// Nothing is allocated. May be called from any thread, in whatever state the program is.
///
/// - Parameter bytes: The number of bytes that were asked for.
_Noreturn void memory_end(size_t bytes);

/// The same where a thread was refused: for want of memory for its stack, or since there are too many.
_Noreturn void memory_end_for_thread(void);

#endif

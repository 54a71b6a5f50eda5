// A disk that fills up, fails, stops, or loses its power, in front of the C library's file calls.
//
// Linked into a program, or loaded before it (LD_PRELOAD), it watches what happens below some folders and passes
// everything else on. A "change" is a call that may alter what is on the disk: creating, writing, flushing, renaming,
// linking, removing, making a folder. Changes are counted from 1.
//
// A program that does not know of it is told by its environment: FAULTY_DISK names the folder, FAULTY_DISK_FAIL=N,
// FAULTY_DISK_KILL=N and FAULTY_DISK_HOLD=1 do what the functions of these names do.

#ifndef C_FAULTY_DISK_H
#define C_FAULTY_DISK_H

#include <stdbool.h>
#include <stddef.h>

/// Tells whether calls get here: not where a sanitizer has taken their places, nor on other systems than Linux with glibc.
bool faulty_disk_is_available(void);

/// Watches a folder; returns a number for it, or -1 where too many are watched.
int faulty_disk_watch(const char *folder);
/// Watches it no longer; its log goes.
void faulty_disk_release(int disk);

/// Lets the `change`-th change fail with an `errno`, and all after it if `is_lasting`; removing never fails.
void faulty_disk_fail(int disk, long change, int error, bool is_lasting);
/// Kills the program right before the `change`-th change; a write of many bytes is cut in half first.
void faulty_disk_kill(int disk, long change);
/// Lets flushes wait until they are held no longer.
void faulty_disk_hold(int disk, bool is_held);
/// The number of changes so far.
long faulty_disk_changes(int disk);
/// The number of flushes that wait.
long faulty_disk_held(int disk);

/// Begins to write down every change that succeeds. Flushes go no further than the log: it says what is sure then.
void faulty_disk_log(int disk);
/// Adds a line of the caller's own.
void faulty_disk_note(int disk, const char *text);
/// The log: a line for each change, its fields parted by tabs. A line of a write is followed by its bytes and a line's
/// end. Valid until the disk is released, as long as nothing changes.
///
/// ```
/// make    NANOSECONDS  INODE  PATH        an empty file, or one made empty
/// write   NANOSECONDS  INODE  OFFSET  COUNT
/// begin   NANOSECONDS  INODE              a flush of a file
/// end     NANOSECONDS  INODE
/// begin/  NANOSECONDS  PATH               a flush of a folder
/// end/    NANOSECONDS  PATH
/// rename  NANOSECONDS  PATH   PATH
/// link    NANOSECONDS  INODE  PATH
/// unlink  NANOSECONDS  PATH
/// folder  NANOSECONDS  PATH
/// note    NANOSECONDS  TEXT
/// ```
const char *faulty_disk_logged(int disk, size_t *size);

#endif

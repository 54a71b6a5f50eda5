// The declarations that the parts of the faulty disk share; see include/CFaultyDisk.h.
#ifndef DISKS_H
#define DISKS_H

#include "CFaultyDisk.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED  // these stand in the same places
#endif
#endif

#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)
#define IS_AVAILABLE

#include <pthread.h>
#include <stdatomic.h>

enum { most_disks = 64, most_descriptors = 4096, longest_path = 4096 };

struct disk {
    atomic_bool is_used;
    char folder[longest_path];
    size_t length;
    // A change and its line in the log are one thing; flushes are not waited for.
    pthread_mutex_t lock;
    pthread_cond_t freed;
    long changes, fails_at, kills_at, held;
    int error;
    bool is_lasting, is_held, is_logged;
    char *log;
    size_t size, room;
};

extern struct disk faulty_disks[most_disks];

/// The disk of a path, and of a descriptor; NULL where nobody watches it.
struct disk *faulty_disk_of_path(const char *path);
struct disk *faulty_disk_of(int fd);
/// Notes that a descriptor belongs to a disk, or to none.
void faulty_disk_own(int fd, const struct disk *disk);

/// Counts a change, and takes the lock; an error where it is to fail, without the lock then.
int faulty_disk_begin(struct disk *disk);
/// The same for a change that never fails.
void faulty_disk_begin_surely(struct disk *disk);
/// Gives the lock back, and leaves errno as it is.
void faulty_disk_end(struct disk *disk);

/// Writes a line, or bytes, into the log, where there is to be one; the caller has the lock.
void faulty_disk_write_line(struct disk *disk, const char *verb, const char *format, ...);
void faulty_disk_write_bytes(struct disk *disk, const void *bytes, size_t count);

#endif

#endif

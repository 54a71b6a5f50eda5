// The limits that `ulimit` sets on memory, and the one that refuses a request. Nothing here allocates.
#ifndef CMEMORYLIMIT_H
#define CMEMORYLIMIT_H

#include <stddef.h>

/// A limit of this process.
struct memory_limit {
    /// The number of bytes; 0 where there is no limit.
    size_t bytes;
    /// The letter behind `ulimit` that sets it: `v` for addresses, `d` for data.
    char letter;
};

/// The memory of a process and its limits, in bytes; 0 for a limit that is not set, and for a use that is not known.
struct memory_room {
    size_t space, space_limit;
    size_t data, data_limit;
};

/// Looks at this process.
struct memory_room memory_room_now(void);

/// Finds the limit that refuses a request: the one that the request exceeds, together with what is in use. Of two, the
/// smaller.
///
/// - Returns: A limit of 0 bytes where neither does, and the system refuses for another reason.
struct memory_limit memory_limit_refusing(size_t bytes, struct memory_room room);

/// Writes the words that name a limit: `within the limit of 150 MB (ulimit -v)`.
void memory_limit_describe(struct memory_limit limit, char *text, size_t size);

/// A number of bytes in whole megabytes.
size_t memory_megabytes(size_t bytes);

#endif

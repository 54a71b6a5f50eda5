#include "CMemoryLimit.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static size_t limit(int resource) {
    struct rlimit limit;
    return getrlimit(resource, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? limit.rlim_cur : 0;
}

struct memory_room memory_room_now(void) {
    struct memory_room room = {.space_limit = limit(RLIMIT_AS), .data_limit = limit(RLIMIT_DATA)};
    char text[256] = "";
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return room;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) return room;
    // Pages: size, resident, shared, text, 0, data and stacks, 0.
    char *rest = text;
    size_t pages[6] = {0};
    for (int field = 0; field < 6; field++) pages[field] = strtoul(rest, &rest, 10);
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    room.space = pages[0] * page;
    room.data = pages[5] * page;
    return room;
}

/// The C library takes memory of the system in pieces of a megabyte, the last time that it tries. With its header, and
/// room to begin at an address that suits, another page or two go with each.
static const size_t least_request = 1 << 20, margin = 16 << 10;

static bool exceeds(size_t bytes, size_t used, size_t limit) {
    if (limit == 0) return false;
    // Nothing speaks against a limit where nobody knows the use.
    if (used == 0) return true;
    if (bytes < least_request) bytes = least_request;
    size_t sum;
    return __builtin_add_overflow(used + margin, bytes, &sum) || sum > limit;
}

struct memory_limit memory_limit_refusing(size_t bytes, struct memory_room room) {
    bool space = exceeds(bytes, room.space, room.space_limit), data = exceeds(bytes, room.data, room.data_limit);
    if (data && !(space && room.space_limit <= room.data_limit)) return (struct memory_limit){room.data_limit, 'd'};
    if (space) return (struct memory_limit){room.space_limit, 'v'};
    return (struct memory_limit){0, 0};
}

size_t memory_megabytes(size_t bytes) { return bytes / 1000000 + (bytes % 1000000 >= 500000); }

void memory_limit_describe(struct memory_limit limit, char *text, size_t size) {
    size_t megabytes = memory_megabytes(limit.bytes);
    snprintf(text, size, "within the limit of %zu MB (ulimit -%c)", megabytes > 0 ? megabytes : 1, limit.letter);
}

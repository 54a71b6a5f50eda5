// File calls in front of the C library's own; see the header.

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

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

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

static struct disk disks[most_disks];
// The disk of a descriptor, from 1.
static atomic_uchar of_descriptor[most_descriptors];

#define real(name) \
    static __typeof__(&name) next; \
    if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

bool faulty_disk_is_available(void) { return true; }

int faulty_disk_watch(const char *folder) {
    for (int i = 0; i < most_disks; i++) {
        bool is_free = false;
        if (!atomic_compare_exchange_strong(&disks[i].is_used, &is_free, true)) continue;
        struct disk *disk = &disks[i];
        pthread_mutex_init(&disk->lock, NULL);
        pthread_cond_init(&disk->freed, NULL);
        disk->changes = disk->fails_at = disk->kills_at = disk->held = 0;
        disk->is_lasting = disk->is_held = disk->is_logged = false;
        disk->size = 0;
        snprintf(disk->folder, sizeof disk->folder, "%s", folder);
        disk->length = strlen(disk->folder);
        return i;
    }
    return -1;
}

void faulty_disk_release(int i) {
    for (int fd = 0; fd < most_descriptors; fd++)
        if (of_descriptor[fd] == i + 1) of_descriptor[fd] = 0;
    faulty_disk_hold(i, false);
    free(disks[i].log);
    disks[i].log = NULL;
    disks[i].size = disks[i].room = disks[i].length = 0;
    atomic_store(&disks[i].is_used, false);
}

void faulty_disk_fail(int i, long change, int error, bool is_lasting) {
    pthread_mutex_lock(&disks[i].lock);
    disks[i].fails_at = change;
    disks[i].error = error;
    disks[i].is_lasting = is_lasting;
    pthread_mutex_unlock(&disks[i].lock);
}

void faulty_disk_kill(int i, long change) {
    pthread_mutex_lock(&disks[i].lock);
    disks[i].kills_at = change;
    pthread_mutex_unlock(&disks[i].lock);
}

void faulty_disk_hold(int i, bool is_held) {
    pthread_mutex_lock(&disks[i].lock);
    disks[i].is_held = is_held;
    pthread_cond_broadcast(&disks[i].freed);
    pthread_mutex_unlock(&disks[i].lock);
}

static long looked_up(int i, long *number) {
    pthread_mutex_lock(&disks[i].lock);
    long result = *number;
    pthread_mutex_unlock(&disks[i].lock);
    return result;
}

long faulty_disk_changes(int i) { return looked_up(i, &disks[i].changes); }
long faulty_disk_held(int i) { return looked_up(i, &disks[i].held); }

// MARK: The log

static void append(struct disk *disk, const void *bytes, size_t count) {
    if (disk->size + count > disk->room) {
        disk->room = 2 * (disk->size + count) + 4096;
        disk->log = realloc(disk->log, disk->room);
        if (!disk->log) abort();
    }
    memcpy(disk->log + disk->size, bytes, count);
    disk->size += count;
}

/// Writes a line down; the caller has the lock.
static void note(struct disk *disk, const char *verb, const char *format, ...) {
    if (!disk->is_logged) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    char line[2 * longest_path + 200];
    int count = snprintf(line, sizeof line, "%s\t%lld\t", verb, now.tv_sec * 1000000000LL + now.tv_nsec);
    va_list arguments;
    va_start(arguments, format);
    count += vsnprintf(line + count, sizeof line - (size_t)count, format, arguments);
    va_end(arguments);
    line[count++] = '\n';
    append(disk, line, (size_t)count);
}

void faulty_disk_log(int i) {
    pthread_mutex_lock(&disks[i].lock);
    disks[i].is_logged = true;
    pthread_mutex_unlock(&disks[i].lock);
}

void faulty_disk_note(int i, const char *text) {
    pthread_mutex_lock(&disks[i].lock);
    note(&disks[i], "note", "%s", text);
    pthread_mutex_unlock(&disks[i].lock);
}

const char *faulty_disk_logged(int i, size_t *size) {
    *size = disks[i].size;
    return disks[i].log;
}

static unsigned long long inode(int fd) {
    struct stat status;
    return fstat(fd, &status) ? 0 : (unsigned long long)status.st_ino;
}

// MARK: Which disk

static struct disk *disk_of_path(const char *path) {
    if (!path) return NULL;
    for (int i = 0; i < most_disks; i++) {
        struct disk *disk = &disks[i];
        if (!atomic_load(&disk->is_used) || !disk->length || strncmp(path, disk->folder, disk->length)) continue;
        if (path[disk->length] == '/' || !path[disk->length]) return disk;
    }
    return NULL;
}

static struct disk *disk_of(int fd) {
    unsigned char number = fd >= 0 && fd < most_descriptors ? of_descriptor[fd] : 0;
    return number ? &disks[number - 1] : NULL;
}

/// Counts a change, and takes the lock; an error where it is to fail, without the lock then.
static int begin(struct disk *disk) {
    pthread_mutex_lock(&disk->lock);
    disk->changes++;
    if (disk->kills_at && disk->changes >= disk->kills_at) raise(SIGKILL);
    bool fails = disk->fails_at
        && (disk->is_lasting ? disk->changes >= disk->fails_at : disk->changes == disk->fails_at);
    if (fails) pthread_mutex_unlock(&disk->lock);
    return fails ? disk->error : 0;
}

static void end(struct disk *disk) {
    int error = errno;
    pthread_mutex_unlock(&disk->lock);
    errno = error;
}

#define refuse_or_begin(disk) \
    do { \
        int error = begin(disk); \
        if (error) { \
            errno = error; \
            return -1; \
        } \
    } while (0)

// MARK: The calls

typedef int open_function(const char *, int, ...);

static int opened(open_function *next, const char *path, int flags, mode_t mode) {
    struct disk *disk = disk_of_path(path);
    if (!disk) return next(path, flags, mode);
    bool changes = flags & (O_CREAT | O_TRUNC) && flags & (O_WRONLY | O_RDWR);
    if (changes) refuse_or_begin(disk);
    struct stat before;
    bool was_there = stat(path, &before) == 0;
    int fd = next(path, flags, mode);
    if (fd >= 0 && fd < most_descriptors) of_descriptor[fd] = (unsigned char)(disk - disks + 1);
    if (changes) {
        if (fd >= 0 && (!was_there || flags & O_TRUNC)) note(disk, "make", "%llu\t%s", inode(fd), path);
        end(disk);
    }
    return fd;
}

#define mode_of(flags) \
    mode_t mode = 0; \
    if ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE) { \
        va_list arguments; \
        va_start(arguments, flags); \
        mode = va_arg(arguments, mode_t); \
        va_end(arguments); \
    }

int open(const char *path, int flags, ...) {
    real(open);
    mode_of(flags);
    return opened(next, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    real(open64);
    mode_of(flags);
    return opened(next, path, flags, mode);
}

int close(int fd) {
    real(close);
    if (fd >= 0 && fd < most_descriptors) of_descriptor[fd] = 0;
    return next(fd);
}

static ssize_t written(int fd, const void *bytes, size_t count, long long offset, ssize_t (*next)(int, const void *, size_t, off_t)) {
    struct disk *disk = disk_of(fd);
    if (!disk) return next(fd, bytes, count, offset);
    // Half of it goes out before the program is killed, or before the disk is full.
    bool is_last = (disk->kills_at && disk->changes + 1 >= disk->kills_at)
        || (disk->fails_at && disk->changes + 1 == disk->fails_at);
    if (is_last && count > 1) next(fd, bytes, count / 2, offset);
    refuse_or_begin(disk);
    ssize_t done = next(fd, bytes, count, offset);
    if (done > 0 && disk->is_logged) {
        note(disk, "write", "%llu\t%lld\t%zd", inode(fd), offset, done);
        append(disk, bytes, (size_t)done);
        append(disk, "\n", 1);
    }
    end(disk);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    real(pwrite);
    return written(fd, bytes, count, offset, next);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    real(pwrite64);
    return written(fd, bytes, count, offset, next);
}

static ssize_t write_on(int fd, const void *bytes, size_t count, off_t offset) {
    (void)offset;
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    return next(fd, bytes, count);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    // Below a watched folder files are written at places; who writes on is told by where the file's end is.
    return written(fd, bytes, count, disk_of(fd) ? lseek(fd, 0, SEEK_CUR) : 0, write_on);
}

static int flushed(int fd, int (*next)(int)) {
    struct disk *disk = disk_of(fd);
    if (!disk) return next(fd);
    refuse_or_begin(disk);
    struct stat status;
    char path[longest_path] = "", link[64];
    bool is_folder = !fstat(fd, &status) && S_ISDIR(status.st_mode);
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (is_folder && readlink(link, path, sizeof path - 1) < 0) path[0] = 0;
    if (is_folder) note(disk, "begin/", "%s", path);
    else note(disk, "begin", "%llu", inode(fd));
    disk->held++;
    while (disk->is_held) pthread_cond_wait(&disk->freed, &disk->lock);
    disk->held--;
    bool is_logged = disk->is_logged;
    pthread_mutex_unlock(&disk->lock);
    int result = is_logged ? 0 : next(fd);
    pthread_mutex_lock(&disk->lock);
    if (!result && is_folder) note(disk, "end/", "%s", path);
    else if (!result) note(disk, "end", "%llu", inode(fd));
    end(disk);
    return result;
}

int fsync(int fd) {
    real(fsync);
    return flushed(fd, next);
}

int fdatasync(int fd) {
    real(fdatasync);
    return flushed(fd, next);
}

int rename(const char *old, const char *new) {
    real(rename);
    struct disk *disk = disk_of_path(new);
    if (!disk) return next(old, new);
    refuse_or_begin(disk);
    int result = next(old, new);
    if (!result) note(disk, "rename", "%s\t%s", old, new);
    end(disk);
    return result;
}

int link(const char *old, const char *new) {
    real(link);
    struct disk *disk = disk_of_path(new);
    if (!disk) return next(old, new);
    refuse_or_begin(disk);
    int result = next(old, new);
    struct stat status;
    if (!result && !stat(new, &status)) note(disk, "link", "%llu\t%s", (unsigned long long)status.st_ino, new);
    end(disk);
    return result;
}

int unlink(const char *path) {
    real(unlink);
    struct disk *disk = disk_of_path(path);
    if (!disk) return next(path);
    pthread_mutex_lock(&disk->lock);
    disk->changes++;
    if (disk->kills_at && disk->changes >= disk->kills_at) raise(SIGKILL);
    int result = next(path);
    if (!result) note(disk, "unlink", "%s", path);
    end(disk);
    return result;
}

int mkdir(const char *path, mode_t mode) {
    real(mkdir);
    struct disk *disk = disk_of_path(path);
    if (!disk) return next(path, mode);
    refuse_or_begin(disk);
    int result = next(path, mode);
    if (!result) note(disk, "folder", "%s", path);
    end(disk);
    return result;
}

// MARK: Programs that do not know of it

static long number(const char *variable) {
    const char *text = getenv(variable);
    return text ? atol(text) : 0;
}

__attribute__((constructor)) static void listen_to_environment(void) {
    const char *folder = getenv("FAULTY_DISK");
    if (!folder) return;
    int disk = faulty_disk_watch(folder);
    if (disk < 0) return;
    if (number("FAULTY_DISK_FAIL")) faulty_disk_fail(disk, number("FAULTY_DISK_FAIL"), ENOSPC, true);
    faulty_disk_kill(disk, number("FAULTY_DISK_KILL"));
    faulty_disk_hold(disk, number("FAULTY_DISK_HOLD") != 0);
}

#else

bool faulty_disk_is_available(void) { return false; }
int faulty_disk_watch(const char *folder) { return (void)folder, -1; }
void faulty_disk_release(int disk) { (void)disk; }
void faulty_disk_fail(int disk, long change, int error, bool is_lasting) {
    (void)disk, (void)change, (void)error, (void)is_lasting;
}
void faulty_disk_kill(int disk, long change) { (void)disk, (void)change; }
void faulty_disk_hold(int disk, bool is_held) { (void)disk, (void)is_held; }
long faulty_disk_changes(int disk) { return (void)disk, 0; }
long faulty_disk_held(int disk) { return (void)disk, 0; }
void faulty_disk_log(int disk) { (void)disk; }
void faulty_disk_note(int disk, const char *text) { (void)disk, (void)text; }
const char *faulty_disk_logged(int disk, size_t *size) { return (void)disk, *size = 0, (const char *)0; }

#endif

// File calls in front of the C library's own.

#include "disks.h"

#ifdef IS_AVAILABLE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define real(name) \
    static __typeof__(&name) next; \
    if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define refuse_or_begin(disk) \
    do { \
        int error = faulty_disk_begin(disk); \
        if (error) { \
            errno = error; \
            return -1; \
        } \
    } while (0)

static unsigned long long inode(int fd) {
    struct stat status;
    return fstat(fd, &status) ? 0 : (unsigned long long)status.st_ino;
}

typedef int open_function(const char *, int, ...);

static int opened(open_function *next, const char *path, int flags, mode_t mode) {
    struct disk *disk = faulty_disk_of_path(path);
    if (!disk) return next(path, flags, mode);
    bool changes = flags & (O_CREAT | O_TRUNC) && flags & (O_WRONLY | O_RDWR);
    if (changes) refuse_or_begin(disk);
    struct stat before;
    bool was_there = stat(path, &before) == 0;
    int fd = next(path, flags, mode);
    faulty_disk_own(fd, disk);
    if (changes) {
        if (fd >= 0 && (!was_there || flags & O_TRUNC)) faulty_disk_write_line(disk, "make", "%llu\t%s", inode(fd), path);
        faulty_disk_end(disk);
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
    faulty_disk_own(fd, NULL);
    return next(fd);
}

static ssize_t written(int fd, const void *bytes, size_t count, long long offset, ssize_t (*next)(int, const void *, size_t, off_t)) {
    struct disk *disk = faulty_disk_of(fd);
    if (!disk) return next(fd, bytes, count, offset);
    // Half of it goes out before the program is killed, or before the disk is full.
    bool is_last = (disk->kills_at && disk->changes + 1 >= disk->kills_at)
        || (disk->fails_at && disk->changes + 1 == disk->fails_at);
    if (is_last && count > 1) next(fd, bytes, count / 2, offset);
    refuse_or_begin(disk);
    ssize_t done = next(fd, bytes, count, offset);
    if (done > 0 && disk->is_logged) {
        faulty_disk_write_line(disk, "write", "%llu\t%lld\t%zd", inode(fd), offset, done);
        faulty_disk_write_bytes(disk, bytes, (size_t)done);
        faulty_disk_write_bytes(disk, "\n", 1);
    }
    faulty_disk_end(disk);
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
    return written(fd, bytes, count, faulty_disk_of(fd) ? lseek(fd, 0, SEEK_CUR) : 0, write_on);
}

static int flushed(int fd, int (*next)(int)) {
    struct disk *disk = faulty_disk_of(fd);
    if (!disk) return next(fd);
    refuse_or_begin(disk);
    struct stat status;
    char path[longest_path] = "", link[64];
    bool is_folder = !fstat(fd, &status) && S_ISDIR(status.st_mode);
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (is_folder && readlink(link, path, sizeof path - 1) < 0) path[0] = 0;
    if (is_folder) faulty_disk_write_line(disk, "begin/", "%s", path);
    else faulty_disk_write_line(disk, "begin", "%llu", inode(fd));
    disk->held++;
    while (disk->is_held) pthread_cond_wait(&disk->freed, &disk->lock);
    disk->held--;
    bool is_logged = disk->is_logged;
    pthread_mutex_unlock(&disk->lock);
    int result = is_logged ? 0 : next(fd);
    pthread_mutex_lock(&disk->lock);
    if (!result && is_folder) faulty_disk_write_line(disk, "end/", "%s", path);
    else if (!result) faulty_disk_write_line(disk, "end", "%llu", inode(fd));
    faulty_disk_end(disk);
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
    struct disk *disk = faulty_disk_of_path(new);
    if (!disk) return next(old, new);
    refuse_or_begin(disk);
    int result = next(old, new);
    if (!result) faulty_disk_write_line(disk, "rename", "%s\t%s", old, new);
    faulty_disk_end(disk);
    return result;
}

int link(const char *old, const char *new) {
    real(link);
    struct disk *disk = faulty_disk_of_path(new);
    if (!disk) return next(old, new);
    refuse_or_begin(disk);
    int result = next(old, new);
    struct stat status;
    if (!result && !stat(new, &status)) faulty_disk_write_line(disk, "link", "%llu\t%s", (unsigned long long)status.st_ino, new);
    faulty_disk_end(disk);
    return result;
}

int unlink(const char *path) {
    real(unlink);
    struct disk *disk = faulty_disk_of_path(path);
    if (!disk) return next(path);
    faulty_disk_begin_surely(disk);
    int result = next(path);
    if (!result) faulty_disk_write_line(disk, "unlink", "%s", path);
    faulty_disk_end(disk);
    return result;
}

int rmdir(const char *path) {
    real(rmdir);
    struct disk *disk = faulty_disk_of_path(path);
    if (!disk) return next(path);
    faulty_disk_begin_surely(disk);
    int result = next(path);
    faulty_disk_end(disk);
    return result;
}

int mkdir(const char *path, mode_t mode) {
    real(mkdir);
    struct disk *disk = faulty_disk_of_path(path);
    if (!disk) return next(path, mode);
    refuse_or_begin(disk);
    int result = next(path, mode);
    if (!result) faulty_disk_write_line(disk, "folder", "%s", path);
    faulty_disk_end(disk);
    return result;
}

#endif

// The log of what happened on a disk.

#include "disks.h"

#ifdef IS_AVAILABLE

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void faulty_disk_write_bytes(struct disk *disk, const void *bytes, size_t count) {
    if (disk->size + count > disk->room) {
        disk->room = 2 * (disk->size + count) + 4096;
        disk->log = realloc(disk->log, disk->room);
        if (!disk->log) abort();
    }
    memcpy(disk->log + disk->size, bytes, count);
    disk->size += count;
}

void faulty_disk_write_line(struct disk *disk, const char *verb, const char *format, ...) {
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
    faulty_disk_write_bytes(disk, line, (size_t)count);
}

void faulty_disk_log(int i) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    faulty_disks[i].is_logged = true;
    pthread_mutex_unlock(&faulty_disks[i].lock);
}

void faulty_disk_note(int i, const char *text) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    faulty_disk_write_line(&faulty_disks[i], "note", "%s", text);
    pthread_mutex_unlock(&faulty_disks[i].lock);
}

const char *faulty_disk_logged(int i, size_t *size) {
    *size = faulty_disks[i].size;
    return faulty_disks[i].log;
}

#endif

// The folders that are watched, and the faults that wait for them.

#include "disks.h"

#ifdef IS_AVAILABLE

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct disk faulty_disks[most_disks];
// The disk of a descriptor, from 1.
static atomic_uchar of_descriptor[most_descriptors];

bool faulty_disk_is_available(void) { return true; }

int faulty_disk_watch(const char *folder) {
    for (int i = 0; i < most_disks; i++) {
        bool is_free = false;
        if (!atomic_compare_exchange_strong(&faulty_disks[i].is_used, &is_free, true)) continue;
        struct disk *disk = &faulty_disks[i];
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
    free(faulty_disks[i].log);
    faulty_disks[i].log = NULL;
    faulty_disks[i].size = faulty_disks[i].room = faulty_disks[i].length = 0;
    atomic_store(&faulty_disks[i].is_used, false);
}

void faulty_disk_fail(int i, long change, int error, bool is_lasting) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    faulty_disks[i].fails_at = change;
    faulty_disks[i].error = error;
    faulty_disks[i].is_lasting = is_lasting;
    pthread_mutex_unlock(&faulty_disks[i].lock);
}

void faulty_disk_kill(int i, long change) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    faulty_disks[i].kills_at = change;
    pthread_mutex_unlock(&faulty_disks[i].lock);
}

void faulty_disk_hold(int i, bool is_held) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    faulty_disks[i].is_held = is_held;
    pthread_cond_broadcast(&faulty_disks[i].freed);
    pthread_mutex_unlock(&faulty_disks[i].lock);
}

static long looked_up(int i, long *number) {
    pthread_mutex_lock(&faulty_disks[i].lock);
    long result = *number;
    pthread_mutex_unlock(&faulty_disks[i].lock);
    return result;
}

long faulty_disk_changes(int i) { return looked_up(i, &faulty_disks[i].changes); }
long faulty_disk_held(int i) { return looked_up(i, &faulty_disks[i].held); }

// MARK: Which disk

struct disk *faulty_disk_of_path(const char *path) {
    if (!path) return NULL;
    for (int i = 0; i < most_disks; i++) {
        struct disk *disk = &faulty_disks[i];
        if (!atomic_load(&disk->is_used) || !disk->length || strncmp(path, disk->folder, disk->length)) continue;
        if (path[disk->length] == '/' || !path[disk->length]) return disk;
    }
    return NULL;
}

struct disk *faulty_disk_of(int fd) {
    unsigned char number = fd >= 0 && fd < most_descriptors ? of_descriptor[fd] : 0;
    return number ? &faulty_disks[number - 1] : NULL;
}

void faulty_disk_own(int fd, const struct disk *disk) {
    if (fd >= 0 && fd < most_descriptors) of_descriptor[fd] = disk ? (unsigned char)(disk - faulty_disks + 1) : 0;
}

// MARK: Faults

void faulty_disk_begin_surely(struct disk *disk) {
    pthread_mutex_lock(&disk->lock);
    disk->changes++;
    if (disk->kills_at && disk->changes >= disk->kills_at) raise(SIGKILL);
}

int faulty_disk_begin(struct disk *disk) {
    faulty_disk_begin_surely(disk);
    bool fails = disk->fails_at
        && (disk->is_lasting ? disk->changes >= disk->fails_at : disk->changes == disk->fails_at);
    if (fails) pthread_mutex_unlock(&disk->lock);
    return fails ? disk->error : 0;
}

void faulty_disk_end(struct disk *disk) {
    int error = errno;
    pthread_mutex_unlock(&disk->lock);
    errno = error;
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

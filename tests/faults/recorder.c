/* Preloaded into a program under test: writes down what it does to the files below RECORD_FOLDER, in order.
 *
 * RECORD_TO     where the record goes (a file outside the folder)
 * RECORD_KILL   die by SIGKILL right after that many recorded calls (0: never)
 *
 * Each entry: kind, length of the name, inode, offset, length of the data; then the name, then the data.
 * Only calls that succeeded are written down. Written for 64-bit Linux and one thread.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE = 1, OPEN, FOLDER, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, UNLINK, RENAME, LINK };
enum { DESCRIPTORS = 1024, LONGEST = 512, RECORD_AT = 900 };

struct entry {
    uint32_t kind, name_length;
    uint64_t inode;
    int64_t offset, length;
};
struct opened {
    enum { OUTSIDE, FILE_INSIDE, FOLDER_INSIDE } what;
    uint64_t inode;
    char name[LONGEST];
};

static struct opened table[DESCRIPTORS];
static const char *folder;
static size_t folder_length;
static long calls, kill_after;
static int record = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void begin(void) {
    const char *to = getenv("RECORD_TO"), *after = getenv("RECORD_KILL");
    if (folder || !to || !getenv("RECORD_FOLDER"))
        return;
    folder = getenv("RECORD_FOLDER");
    folder_length = strlen(folder);
    kill_after = after ? atol(after) : 0;
    int made = REAL(open64)(to, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    record = fcntl(made, F_DUPFD_CLOEXEC, RECORD_AT);
    REAL(close)(made);
}

/* The path relative to the folder ("" for the folder itself), or NULL outside of it. */
static const char *inside(const char *path) {
    begin();
    if (!folder || strncmp(path, folder, folder_length))
        return NULL;
    path += folder_length;
    return *path == '/' ? path + 1 : *path ? NULL : path;
}

static struct opened *known(int fd) {
    return fd >= 0 && fd < DESCRIPTORS && table[fd].what != OUTSIDE ? &table[fd] : NULL;
}

static void note(enum kind kind, const char *name, uint64_t inode, int64_t offset, const void *data, int64_t length) {
    struct entry entry = {kind, strlen(name), inode, offset, length};
    struct iovec parts[] = {{&entry, sizeof entry}, {(void *)name, entry.name_length}, {(void *)data, data ? length : 0}};
    if (record < 0)
        return;
    if (writev(record, parts, 3) < 0)
        abort();
    if (++calls == kill_after)
        kill(getpid(), SIGKILL);
}

static int remember(int fd, const char *path, int flags, int existed) {
    struct stat status;
    if (fd < 0 || fd >= DESCRIPTORS)
        return fd;
    table[fd].what = OUTSIDE;
    const char *name = inside(path);
    if (!name || fstat(fd, &status))
        return fd;
    table[fd].what = S_ISDIR(status.st_mode) ? FOLDER_INSIDE : FILE_INSIDE;
    table[fd].inode = status.st_ino;
    snprintf(table[fd].name, LONGEST, "%s", name);
    if (table[fd].what == FILE_INSIDE) {
        note(existed ? OPEN : CREATE, name, status.st_ino, 0, NULL, 0);
        if (existed && flags & O_TRUNC)
            note(TRUNCATE, name, status.st_ino, 0, NULL, 0);
    }
    return fd;
}

#define OPENING(name)                                                          \
    int name(const char *path, int flags, ...) {                               \
        va_list more;                                                          \
        va_start(more, flags);                                                 \
        mode_t mode = va_arg(more, mode_t);                                    \
        va_end(more);                                                          \
        int existed = access(path, F_OK) == 0;                                 \
        return remember(REAL(name)(path, flags, mode), path, flags, existed);  \
    }
OPENING(open)
OPENING(open64)

int close(int fd) {
    if (fd >= 0 && fd == record)
        return 0;
    if (fd >= 0 && fd < DESCRIPTORS)
        table[fd].what = OUTSIDE;
    return REAL(close)(fd);
}

static ssize_t written(int fd, const void *data, ssize_t count, int64_t offset) {
    struct opened *file = known(fd);
    if (file && count > 0)
        note(WRITE, file->name, file->inode, offset, data, count);
    return count;
}

ssize_t pwrite64(int fd, const void *data, size_t count, off64_t offset) {
    return written(fd, data, REAL(pwrite64)(fd, data, count, offset), offset);
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t offset) { return pwrite64(fd, data, count, offset); }

ssize_t write(int fd, const void *data, size_t count) {
    ssize_t done = REAL(write)(fd, data, count);
    return known(fd) ? written(fd, data, done, lseek(fd, 0, SEEK_CUR) - done) : done;
}

static int truncated(int fd, int failed, int64_t length) {
    struct opened *file = known(fd);
    if (file && !failed)
        note(TRUNCATE, file->name, file->inode, length, NULL, 0);
    return failed;
}

int ftruncate64(int fd, off64_t length) { return truncated(fd, REAL(ftruncate64)(fd, length), length); }

int ftruncate(int fd, off_t length) { return truncated(fd, REAL(ftruncate)(fd, length), length); }

static int synced(int fd, int failed) {
    struct opened *file = known(fd);
    if (file && !failed)
        note(file->what == FOLDER_INSIDE ? SYNC_FOLDER : SYNC, file->name, file->inode, 0, NULL, 0);
    return failed;
}

int fsync(int fd) { return synced(fd, REAL(fsync)(fd)); }

int fdatasync(int fd) { return synced(fd, REAL(fdatasync)(fd)); }

int unlink(const char *path) {
    int failed = REAL(unlink)(path);
    const char *name = inside(path);
    if (name && !failed)
        note(UNLINK, name, 0, 0, NULL, 0);
    return failed;
}

int mkdir(const char *path, mode_t mode) {
    int failed = REAL(mkdir)(path, mode);
    const char *name = inside(path);
    if (name && *name && !failed)
        note(FOLDER, name, 0, 0, NULL, 0);
    return failed;
}

static int renamed(enum kind kind, const char *from, const char *to, int failed) {
    const char *old = inside(from), *new = inside(to);
    if (old && new && !failed)
        note(kind, old, 0, 0, new, strlen(new));
    return failed;
}

int rename(const char *from, const char *to) { return renamed(RENAME, from, to, REAL(rename)(from, to)); }

int link(const char *from, const char *to) { return renamed(LINK, from, to, REAL(link)(from, to)); }

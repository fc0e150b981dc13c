/*
 * Stands between a process and its disk, for the files named forum.db* of one folder (DISK_FOLDER):
 * - what is synced is copied to DISK_SHADOW: what a machine still holds after its power went;
 * - the first letter of the file DISK_ORDER is obeyed: f = a sync fails (EIO), n = a write finds the disk full (ENOSPC).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

typedef int (*sync_call)(int);
typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off64_t);

static ssize_t really_write(int fd, const void *bytes, size_t count) {
  static write_call real;
  if (!real) real = (write_call)dlsym(RTLD_NEXT, "write");
  return real(fd, bytes, count);
}

/* The name of a file of ours behind a descriptor, or null. */
static const char *ours(int fd, char *path, size_t size) {
  const char *folder = getenv("DISK_FOLDER");
  char link[64];
  if (!folder) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  size_t prefix = strlen(folder);
  if (strncmp(path, folder, prefix) != 0 || path[prefix] != '/') return NULL;
  const char *name = path + prefix + 1;
  return strncmp(name, "forum.db", 8) == 0 ? name : NULL;
}

static char order(void) {
  const char *path = getenv("DISK_ORDER");
  if (!path) return 0;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char letter = 0;
  if (read(fd, &letter, 1) != 1) letter = 0;
  close(fd);
  return letter;
}

static void keep(const char *path, const char *name) {
  const char *shadow = getenv("DISK_SHADOW");
  char part[4096], whole[4096], bytes[65536];
  if (!shadow) return;
  snprintf(part, sizeof part, "%s/%s.part", shadow, name);
  snprintf(whole, sizeof whole, "%s/%s", shadow, name);
  pthread_mutex_lock(&lock);
  int from = open(path, O_RDONLY | O_CLOEXEC);
  int to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ssize_t count;
  while (from >= 0 && to >= 0 && (count = read(from, bytes, sizeof bytes)) > 0) really_write(to, bytes, count);
  if (from >= 0) close(from);
  if (to >= 0) {
    close(to);
    rename(part, whole);
  }
  pthread_mutex_unlock(&lock);
}

static int synced(int fd, sync_call real) {
  char path[4096];
  const char *name = ours(fd, path, sizeof path);
  if (!name) return real(fd);
  if (order() == 'f') {
    errno = EIO;
    return -1;
  }
  int result = real(fd);
  if (result == 0) keep(path, name);
  return result;
}

int fsync(int fd) {
  static sync_call real;
  if (!real) real = (sync_call)dlsym(RTLD_NEXT, "fsync");
  return synced(fd, real);
}

int fdatasync(int fd) {
  static sync_call real;
  if (!real) real = (sync_call)dlsym(RTLD_NEXT, "fdatasync");
  return synced(fd, real);
}

static int is_full(int fd) {
  char path[4096];
  if (!ours(fd, path, sizeof path) || order() != 'n') return 0;
  errno = ENOSPC;
  return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) { return is_full(fd) ? -1 : really_write(fd, bytes, count); }

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  static pwrite_call real;
  if (!real) real = (pwrite_call)dlsym(RTLD_NEXT, "pwrite64");
  return is_full(fd) ? -1 : real(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }

// The C door: SpatiaLite's own headers on SQLite's, and the calls that Swift cannot make itself.
#ifndef HLGEO_CSPATIALITE_SHIM_H
#define HLGEO_CSPATIALITE_SHIM_H

#include <sqlite3.h>
#include <spatialite.h>
#include <spatialite/gaiageo.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// SQLite counts the memory that it takes under one lock for all connections, unless it is told not to before the first
// of them. The call takes any number of arguments, which Swift cannot pass.
static inline int hlgeo_leave_memory_uncounted(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// Lets all threads share two heaps, where the C library is GNU's.
static inline void hlgeo_share_heaps(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
#endif
}

#endif
